package reprise.indicator;

import reprise.state.StateExchange;

/**
 * The sum of the last {@code n} values, compensated, and added up anew once per window or per 256 updates, whichever is
 * longer: it cannot drift, and is off by no more than a few units of
 * the last digit of the largest value in the window. A window of zeros sums to exactly 0.
 *
 * <p>Amortised constant time: one update in {@code n} or in 256 takes {@code n} steps. Allocates nothing after construction.
 */
final class RollingSum {
    private final Window window;
    private final int interval;
    private final CompensatedSum sum = new CompensatedSum();
    private int undefined;
    private int nonZero;
    private int sinceAnew;

    RollingSum(final int length) {
        window = new Window(length);
        interval = Math.max(length, RollingMoments.LEAST_INTERVAL);
    }

    /** Takes the next value; NaN makes the sum undefined until it has left the window. */
    void add(final double value) {
        final double left = window.push(value);
        final double in = defined(value, 1);
        final double out = defined(left, -1);
        nonZero += (in != 0 ? 1 : 0) - (out != 0 ? 1 : 0);
        sinceAnew++;
        if (sinceAnew >= interval || nonZero == 0) {
            addAnew();
        } else {
            sum.add(in);
            sum.add(-out);
        }
    }

    private double defined(final double value, final int change) {
        if (Double.isNaN(value)) {
            undefined += change;
            return 0;
        }
        return value;
    }

    private void addAnew() {
        sum.reset();
        sinceAnew = 0;
        for (final double value : window.storage()) {
            if (!Double.isNaN(value)) {
                sum.add(value);
            }
        }
    }

    boolean isFull() {
        return window.isFull();
    }

    /** The sum of what is in the window; NaN while something undefined is in it. */
    double value() {
        return undefined > 0 ? Double.NaN : sum.value();
    }

    void state(final StateExchange state) {
        window.state(state);
        sum.state(state);
        undefined = state.field("undefined", undefined);
        nonZero = state.field("nonZero", nonZero);
        sinceAnew = state.field("sinceAnew", sinceAnew);
    }
}
