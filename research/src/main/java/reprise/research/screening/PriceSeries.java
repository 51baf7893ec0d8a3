package reprise.research.screening;

import java.util.Arrays;

/** Log prices of one instrument at the closes of its bars. Never changes, so that all threads may read it. */
public final class PriceSeries {
    private final String symbol;
    private final long[] timesNs;
    private final double[] logPrices;

    /**
     * A series of prices.
     *
     * @param symbol of the instrument.
     * @param closeTimesNs when the bars closed, nanoseconds since the epoch, ascending; copied.
     * @param prices at those times, positive and finite; copied.
     * @throws IllegalArgumentException if times do not ascend or a price has no logarithm.
     */
    public PriceSeries(final String symbol, final long[] closeTimesNs, final double[] prices) {
        if (closeTimesNs.length != prices.length) {
            throw new IllegalArgumentException(
                    symbol + ": " + closeTimesNs.length + " times and " + prices.length + " prices");
        }
        this.symbol = symbol;
        timesNs = closeTimesNs.clone();
        logPrices = new double[prices.length];
        for (int i = 0; i < prices.length; i++) {
            if (!(prices[i] > 0) || Double.isInfinite(prices[i])) {
                throw new IllegalArgumentException(
                        symbol + ": price " + prices[i] + " at bar " + i + " is not positive");
            }
            if (i > 0 && timesNs[i] <= timesNs[i - 1]) {
                throw new IllegalArgumentException(symbol + ": time does not go on at bar " + i);
            }
            logPrices[i] = StrictMath.log(prices[i]);
        }
    }

    /**
     * Of which instrument.
     *
     * @return its symbol.
     */
    public String symbol() {
        return symbol;
    }

    /**
     * How many bars.
     *
     * @return 0 or more.
     */
    public int length() {
        return timesNs.length;
    }

    /**
     * When a bar closed.
     *
     * @param bar from 0.
     * @return nanoseconds since the epoch.
     */
    public long timeNs(final int bar) {
        return timesNs[bar];
    }

    double logPrice(final int bar) {
        return logPrices[bar];
    }

    boolean hasTimesOf(final PriceSeries other) {
        return Arrays.equals(timesNs, other.timesNs);
    }

    /** The arrays themselves, for readers in this package who leave them as they are. */
    double[] logPrices() {
        return logPrices;
    }

    long[] timesNs() {
        return timesNs;
    }
}
