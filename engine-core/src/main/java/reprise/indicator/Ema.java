package reprise.indicator;

import reprise.state.Snapshotable;
import reprise.state.StateSink;

/**
 * Exponential moving average of {@code n} values: {@code p += 2 / (n + 1) * (x - p)}. Exact and in constant time, so it cannot drift.
 *
 * <p>Two seeds are in use, and they differ until the past has faded: about {@code 8 n} values until they agree to a billionth. Single-threaded,
 * owned by whoever feeds it; allocates nothing after construction; part of replayed state.
 */
public final class Ema implements Snapshotable {
    private final int period;
    private final int seedLength;
    private final double weight;
    private int seen;
    private double seedSum;
    private double value = Double.NaN;

    private Ema(final int period, final int seedLength) {
        if (period < 1) {
            throw new IllegalArgumentException("the period of an EMA must be positive: " + period);
        }
        this.period = period;
        this.seedLength = seedLength;
        this.weight = 2.0 / (period + 1.0);
    }

    /**
     * Seeded as TA-Lib does: the first value is the mean of the first {@code period} inputs and comes with the last of them.
     *
     * @param period in values, positive.
     * @return an average without a value yet.
     */
    public static Ema seededByMean(final int period) {
        return new Ema(period, period);
    }

    /**
     * Seeded as pandas does with {@code adjust=False}: the first value is the first input.
     *
     * @param period in values, positive.
     * @return an average without a value yet.
     */
    public static Ema seededByFirst(final int period) {
        return new Ema(period, 1);
    }

    /**
     * Takes the next value. NaN is no observation and changes nothing, so that averages of other indicators wait for these.
     *
     * @param input the next value.
     */
    public void update(final double input) {
        if (Double.isNaN(input)) {
            return;
        }
        if (seen == seedLength) {
            value += weight * (input - value);
            return;
        }
        seedSum += input;
        seen++;
        if (seen == seedLength) {
            value = seedSum / seedLength;
        }
    }

    /**
     * Whether there is a value.
     *
     * @return true from the end of the seed on.
     */
    public boolean isReady() {
        return seen == seedLength;
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
        sink.section("ema", period);
        sink.field("seedLength", seedLength);
        sink.field("seen", seen);
        sink.field("seedSum", seedSum);
        sink.field("value", value);
    }
}
