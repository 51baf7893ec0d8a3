package reprise.risk;

import java.util.Arrays;
import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.Side;
import reprise.portfolio.Portfolio;

/**
 * What exposure would be if all open orders were filled that make it worse: in total over the net positions, and for the books of each
 * strategy. For each instrument the worse of two cases counts, all open buys filled or all open sells filled, valued at the mark price.
 *
 * <pre>
 *   up    = held + open buys         gross of the instrument = max(|up|, |down|) at mark
 *   down  = held - open sells        net of all between sum of down and sum of up, at mark
 * </pre>
 *
 * <p>The sums follow each fill, price and order, by the books of one instrument; so a check costs a visit of each currency, whatever the number
 * of instruments. What money cannot say is counted apart, and refuses whatever adds to it. Allocates when higher ids are seen than before;
 * follows from orders, positions and prices, and so is no state of its own.
 */
final class WorstCase {
    private final Portfolio portfolio;
    private final Orders orders;
    private final PositionProjection projection;
    private final WorstCaseSums net = new WorstCaseSums();
    private final WorstCaseSums[] books;
    private long[] reservedByInstrument = {};
    private long[] reservedByCurrency = {};

    WorstCase(final Portfolio portfolio, final Orders orders, final PositionProjection projection) {
        this.portfolio = portfolio;
        this.orders = orders;
        this.projection = projection;
        books = new WorstCaseSums[portfolio.bookCount()];
        for (int i = 0; i < books.length; i++) {
            books[i] = new WorstCaseSums();
        }
    }

    /** Adds up what positions and orders are now, all instruments; for the beginning and after a restore. */
    void addUp() {
        for (int instrumentId = 0; instrumentId < portfolio.instrumentCount(); instrumentId++) {
            onPosition(instrumentId);
            reserve(instrumentId, portfolio.currencyId(instrumentId));
        }
    }

    /** A position or a price changed. */
    void onPosition(final int instrumentId) {
        final int currencyId = portfolio.currencyId(instrumentId);
        final long open = orders.openQuantity(instrumentId, Side.BUY) | orders.openQuantity(instrumentId, Side.SELL);
        boolean any = open != 0;
        for (int book = 0; book < books.length; book++) {
            any |= !portfolio.book(book, instrumentId).isFlat();
        }
        if (any || net.isCounted(instrumentId)) {
            updateNet(instrumentId, currencyId);
            for (int book = 0; book < books.length; book++) {
                updateBook(book, instrumentId, currencyId);
            }
        }
    }

    /** Orders of a strategy came, changed or ended. */
    void onOpenQuantity(final int strategyId, final int instrumentId) {
        final int currencyId = portfolio.currencyId(instrumentId);
        updateNet(instrumentId, currencyId);
        updateBook(strategyId, instrumentId, currencyId);
        reserve(instrumentId, currencyId);
    }

    private void updateNet(final int instrumentId, final int currencyId) {
        final Instrument instrument = portfolio.net(instrumentId).instrument();
        try {
            final long up = valueAtMark(instrument, projection.withOpen(instrumentId, Side.BUY));
            final long down = valueAtMark(instrument, projection.withOpen(instrumentId, Side.SELL));
            net.set(instrumentId, currencyId, up, down);
        } catch (final ArithmeticException e) {
            net.setUnmeasured(instrumentId, currencyId);
        }
    }

    private void updateBook(final int book, final int instrumentId, final int currencyId) {
        final Instrument instrument = portfolio.net(instrumentId).instrument();
        try {
            final long up = valueAtMark(instrument, projection.withOpen(book, instrumentId, Side.BUY));
            final long down = valueAtMark(instrument, projection.withOpen(book, instrumentId, Side.SELL));
            books[book].set(instrumentId, currencyId, up, down);
        } catch (final ArithmeticException e) {
            books[book].setUnmeasured(instrumentId, currencyId);
        }
    }

    private static long valueAtMark(final Instrument instrument, final long quantity) {
        return instrument.notional(instrument.markPrice(), quantity);
    }

    private void reserve(final int instrumentId, final int currencyId) {
        if (instrumentId >= reservedByInstrument.length) {
            reservedByInstrument = Arrays.copyOf(reservedByInstrument, portfolio.instrumentCount());
        }
        if (currencyId >= reservedByCurrency.length) {
            reservedByCurrency =
                    Arrays.copyOf(reservedByCurrency, portfolio.valuation().currencyCount());
        }
        final long value = orders.openBuyValue(instrumentId);
        reservedByCurrency[currencyId] += value - reservedByInstrument[instrumentId];
        reservedByInstrument[instrumentId] = value;
    }

    /** What the open orders to buy may still cost in a currency, without fees. */
    long reserved(final int currencyId) {
        return currencyId < reservedByCurrency.length ? reservedByCurrency[currencyId] : 0;
    }

    /** Gross exposure of all net positions after a request; {@link Long#MAX_VALUE} if some cannot be measured. */
    long grossAfter(final OrderRequest request) {
        final int id = request.instrument().id();
        final Side other = request.side().opposite();
        final long worse = worse(request, projection.after(request), projection.withOpen(id, other));
        return net.grossWith(id, worse, portfolio);
    }

    /** The same of a strategy's books. */
    long grossAfter(final int strategyId, final OrderRequest request) {
        final int id = request.instrument().id();
        final Side other = request.side().opposite();
        final long worse =
                worse(request, projection.after(strategyId, request), projection.withOpen(strategyId, id, other));
        return books[strategyId].grossWith(id, worse, portfolio);
    }

    private static long worse(final OrderRequest request, final long after, final long otherSide) {
        return valueAtMark(request.instrument(), Math.max(Math.absExact(after), Math.absExact(otherSide)));
    }

    /**
     * How far the net of all positions leans to the side of the request after it, positive for the side's own direction; {@link
     * Long#MAX_VALUE} if some cannot be measured.
     */
    long netAfter(final OrderRequest request) {
        final long after = valueAtMark(request.instrument(), projection.after(request));
        return net.netWith(request.instrument().id(), request.side(), after, portfolio);
    }

    /** The same of a strategy's books. */
    long netAfter(final int strategyId, final OrderRequest request) {
        final long after = valueAtMark(request.instrument(), projection.after(strategyId, request));
        return books[strategyId].netWith(request.instrument().id(), request.side(), after, portfolio);
    }
}
