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
    private double[] units = {};
    private double[] values = {};

    BuyAndHold(final Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** The run begins with the account's money. */
    void begin() {
        final int instruments = portfolio.instrumentCount();
        partMoney = Money.toDouble(portfolio.paidIn()) / instruments;
        units = new double[instruments];
        values = new double[instruments];
        Arrays.fill(values, partMoney);
    }

    void onBar(final Instrument instrument) {
        final int id = instrument.id();
        if (id >= units.length) {
            // It came after the money had been divided.
            return;
        }
        final double price = price(instrument);
        if (units[id] == 0 && price > 0) {
            units[id] = partMoney / price;
        }
        if (price > 0) {
            values[id] = units[id] * price;
        }
    }

    /** In the account's currency; 0 while there is no rate. */
    private double price(final Instrument instrument) {
        final double close = (double) instrument.bar().close()
                / Decimals.powerOfTen(instrument.definition().priceDecimals());
        final int currencyId = portfolio.currencyId(instrument.id());
        return currencyId == 0 ? close : close * portfolio.valuation().valueOf(currencyId, RATE_PROBE) / RATE_PROBE;
    }

    double value() {
        double sum = 0;
        for (final double value : values) {
            sum += value;
        }
        return sum;
    }
}
