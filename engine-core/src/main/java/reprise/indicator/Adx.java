package reprise.indicator;

import reprise.state.Snapshotable;
import reprise.state.StateSink;

/**
 * Wilder's average directional index over {@code n} bars, from 0 (no direction) to 100: the {@link WilderAverage} of the DX of a
 * {@link DirectionalMovement}, both of one length. The first value comes with bar {@code 2 n}; its seed has faded to a billionth after
 * about {@code 21 n}.
 *
 * <p>Single-threaded, owned by whoever feeds it; constant time, allocates nothing after construction; part of replayed state.
 */
public final class Adx implements Snapshotable {
    private final DirectionalMovement movement;
    private final WilderAverage average;

    /**
     * An index without a value yet.
     *
     * @param period in bars, at least 2.
     */
    public Adx(final int period) {
        movement = new DirectionalMovement(period);
        average = new WilderAverage(period);
    }

    /**
     * Takes the next bar. A bar with a NaN is no observation and changes nothing.
     *
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     */
    public void update(final double high, final double low, final double close) {
        if (Double.isNaN(high + low + close)) {
            return;
        }
        movement.update(high, low, close);
        average.update(movement.dx());
    }

    /**
     * What the index is made of.
     *
     * @return the directional movement, to be read only.
     */
    public DirectionalMovement movement() {
        return movement;
    }

    /**
     * Whether there is a value.
     *
     * @return true from bar {@code 2 * period} on.
     */
    public boolean isReady() {
        return average.isReady();
    }

    /**
     * The strength of the trend, whichever way it goes.
     *
     * @return in percent; NaN until ready.
     */
    public double value() {
        return average.value();
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        movement.snapshotTo(sink);
        average.snapshotTo(sink);
    }
}
