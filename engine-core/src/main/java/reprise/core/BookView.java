package reprise.core;

import java.util.Arrays;
import reprise.monitor.AccountView;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Position;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * The books as the risk monitor reads them. A strategy's equity is the capital allotted to it and what its book has earned; the money that
 * went into and out of its book is summed with every change, each at the rate of its day, so that a question visits no instrument. Owned by
 * the core; part of replayed state.
 */
final class BookView implements AccountView, Snapshotable {
    private final Portfolio portfolio;
    private final long[] capital;
    private final long[] flows;
    private long[][] flowsByInstrument = {};

    /** Capital by strategy; index 0 is not used. */
    BookView(final Portfolio portfolio, final long[] capital) {
        this.portfolio = portfolio;
        this.capital = capital;
        this.flows = new long[capital.length];
    }

    void define() {
        flowsByInstrument = Arrays.copyOf(flowsByInstrument, flowsByInstrument.length + 1);
        flowsByInstrument[flowsByInstrument.length - 1] = new long[capital.length];
    }

    /** A book changed. */
    void changed(final int strategyId, final int instrumentId) {
        final Position book = portfolio.book(strategyId, instrumentId);
        final long flow = book.realisedPnl() - book.fees() - book.cost();
        final long change = flow - flowsByInstrument[instrumentId][strategyId];
        flowsByInstrument[instrumentId][strategyId] = flow;
        flows[strategyId] += portfolio.valuation().valueOf(portfolio.currencyId(instrumentId), change);
    }

    @Override
    public long equity(final int book) {
        return book == ACCOUNT
                ? portfolio.valuation().equity()
                : capital[book] + flows[book] + portfolio.valuation().netExposure(book);
    }

    @Override
    public long paidIn(final int book) {
        return book == ACCOUNT ? portfolio.paidIn() : capital[book];
    }

    @Override
    public long grossExposure(final int book) {
        return book == ACCOUNT
                ? portfolio.valuation().grossExposure()
                : portfolio.valuation().grossExposure(book);
    }

    @Override
    public long marketValue(final int book, final int instrumentId) {
        final Position position = book == ACCOUNT ? portfolio.net(instrumentId) : portfolio.book(book, instrumentId);
        return portfolio.valuation().valueOf(portfolio.currencyId(instrumentId), position.marketValue());
    }

    @Override
    public void exchange(final StateExchange state) {
        state.section("bookFlows", flows.length);
        for (int i = 1; i < flows.length; i++) {
            flows[i] = state.field("flow", flows[i]);
        }
        for (final long[] byBook : flowsByInstrument) {
            for (int i = 1; i < byBook.length; i++) {
                byBook[i] = state.field("flowOfInstrument", byBook[i]);
            }
        }
    }
}
