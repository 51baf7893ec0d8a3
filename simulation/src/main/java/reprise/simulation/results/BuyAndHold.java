package reprise.simulation.results;

import java.util.Arrays;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.portfolio.Portfolio;

/**
 * What the account would be worth had its money been put in equal parts into every instrument of the run, each at its first close, and left
 * there: fractions of a unit are held, no fees are paid, nothing is rebalanced. The part of an instrument without a price yet is cash.
 * Prices in another currency count at the rate of their own bar. Allocates nothing per bar.
 */
final class BuyAndHold {
    /** Large enough for the digits of a rate, small enough for a dear currency. */
    private static final long RATE_PROBE = 10_000 * Money.ONE;

    private final Portfolio portfolio;
    private double partMoney;
    private Holding[] holdings = {};

    /** What stays in one instrument. */
    private static final class Holding {
        private final int currencyId;
        private long priceUnits;
        private double units;
        private long close;
        private long rate;

        private Holding(final int currencyId) {
            this.currencyId = currencyId;
        }

        /** In the account's currency. */
        double price() {
            final double quoted = (double) close / priceUnits;
            return rate == 0 ? quoted : quoted * rate / RATE_PROBE;
        }

        double value(final double unspent) {
            return units == 0 ? unspent : units * price();
        }
    }

    BuyAndHold(final Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** The run begins with the account's money. */
    void begin() {
        final int instruments = portfolio.instrumentCount();
        partMoney = Money.toDouble(portfolio.paidIn()) / instruments;
        holdings = new Holding[instruments];
        Arrays.setAll(holdings, id -> new Holding(portfolio.currencyId(id)));
    }

    void onBar(final Instrument instrument) {
        final int id = instrument.id();
        if (id >= holdings.length) {
            // It came after the money had been divided.
            return;
        }
        final Holding holding = holdings[id];
        final long close = instrument.bar().close();
        if (holding.currencyId != 0) {
            rated(holding, close);
        } else if (close > 0) {
            holding.close = close;
        }
        if (holding.units == 0 && holding.close > 0) {
            holding.priceUnits = Decimals.powerOfTen(instrument.definition().priceDecimals());
            holding.units = partMoney / holding.price();
        }
    }

    /** A price whose currency has no rate is none. */
    private void rated(final Holding holding, final long close) {
        final long rate = portfolio.valuation().valueOf(holding.currencyId, RATE_PROBE);
        if (close > 0 && rate > 0) {
            holding.close = close;
            holding.rate = rate;
        }
    }

    double value() {
        double sum = 0;
        for (final Holding holding : holdings) {
            sum += holding.value(partMoney);
        }
        return sum;
    }
}
