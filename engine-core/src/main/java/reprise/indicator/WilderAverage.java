package reprise.indicator;

import reprise.state.Snapshotable;
import reprise.state.StateSink;

/**
 * Wilder's moving average of {@code n} values: {@code p = ((n - 1) p + x) / n}, seeded by the mean of the first {@code n}. Exact and in
 * constant time.
 *
 * <p>Single-threaded, owned by whoever feeds it; allocates nothing after construction; part of replayed state.
 */
public final class WilderAverage implements Snapshotable {
    private final int period;
    private int seen;
    private double seedSum;
    private double value = Double.NaN;

    /**
     * An average without a value yet.
     *
     * @param period in values, positive.
     */
    public WilderAverage(final int period) {
        if (period < 1) {
            throw new IllegalArgumentException("the period of a Wilder average must be positive: " + period);
        }
        this.period = period;
    }

    /**
     * Takes the next value. NaN is no observation and changes nothing.
     *
     * @param input the next value.
     */
    public void update(final double input) {
        if (Double.isNaN(input)) {
            return;
        }
        if (seen == period) {
            value = (value * (period - 1) + input) / period;
            return;
        }
        seedSum += input;
        seen++;
        if (seen == period) {
            value = seedSum / period;
        }
    }

    /**
     * Whether there is a value.
     *
     * @return true from the end of the seed on.
     */
    public boolean isReady() {
        return seen == period;
    }

    /**
     * The average.
     *
     * @return in units of the inputs; NaN until ready.
     */
    public double value() {
        return value;
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.section("wilderAverage", period);
        sink.field("seen", seen);
        sink.field("seedSum", seedSum);
        sink.field("value", value);
    }
}
