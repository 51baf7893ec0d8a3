package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Mean and sum of squared deviations of the last {@code n} values, from two sums of distances to an anchor: a recent mean, so that the
 * numbers that cancel are small.
 *
 * <p>Rounding is kept under an account: since the last exact pass, no more than {@code 4 k u P} can have gone wrong after {@code k} updates
 * while the largest sum of squares was {@code P} ({@code u} is 2^-53). When that exceeds a part in 10^10 of the sum of squared deviations,
 * and at the latest once per window or per 256 updates, whichever is longer, everything is computed anew in two passes around the exact mean. So neither a spike nor a walk far
 * away leaves a trace, and no compensation is needed. A window of equal values is recognised by counting them and deviates by exactly 0.
 *
 * <p>Amortised constant time: an exact pass takes {@code n} steps. Allocates nothing after construction.
 */
public final class RollingMoments {
    static final double UNIT = 4 * 0x1p-53;
    static final double TOLERANCE = 1e-10;

    /** Updates between exact passes, unless the window is longer: a pass over a short window on every few updates would cost more than they. */
    static final int LEAST_INTERVAL = 256;

    private final Window window;
    private final int interval;
    private final double inverse;
    private double anchor;
    private double sum;
    private double squares;
    private double peak;
    private int sinceAnew;
    private int undefined;
    private double newest = Double.NaN;
    private int equal;
    private double deviations;

    /**
     * Before the first value.
     *
     * @param length of the window, n.
     */
    public RollingMoments(final int length) {
        window = new Window(length);
        interval = Math.max(length, LEAST_INTERVAL);
        inverse = 1.0 / length;
    }

    /**
     * Takes the next value; NaN makes everything undefined until it has left the window.
     *
     * @param value the next one.
     */
    public void add(final double value) {
        final boolean full = window.isFull();
        final double left = window.push(value);
        equal = value == newest ? equal + 1 : 1;
        newest = value;
        undefined += (Double.isNaN(value) ? 1 : 0) - (Double.isNaN(left) ? 1 : 0);
        sinceAnew++;
        if (!window.isFull() || undefined > 0) {
            // No value yet: the pass that fills the window sets everything.
            sinceAnew = interval;
            return;
        }
        if (equal >= window.length()) {
            becomeConstant(value);
        } else if (!full || sinceAnew >= interval) {
            computeAnew();
        } else {
            shift(value - anchor, left - anchor);
        }
    }

    private void shift(final double in, final double out) {
        sum += in - out;
        squares += in * in - out * out;
        peak = Math.max(peak, squares);
        deviations = squares - sum * sum * inverse;
        if (!(UNIT * sinceAnew * peak <= TOLERANCE * deviations)) {
            computeAnew();
        }
    }

    private void becomeConstant(final double value) {
        anchor = value;
        sum = 0;
        squares = 0;
        peak = 0;
        deviations = 0;
        sinceAnew = 0;
    }

    private void computeAnew() {
        final double[] values = window.storage();
        final double first = values[0];
        double distance = 0;
        for (final double value : values) {
            distance += value - first;
        }
        anchor = first + distance * inverse;
        sum = 0;
        squares = 0;
        for (final double value : values) {
            sum += value - anchor;
            squares += (value - anchor) * (value - anchor);
        }
        peak = squares;
        deviations = squares - sum * sum * inverse;
        sinceAnew = 0;
    }

    /**
     * Whether the window is full of values.
     *
     * @return false before, and while a NaN is in it.
     */
    public boolean isDefined() {
        return window.isFull() && undefined == 0;
    }

    /**
     * Whether all values are equal.
     *
     * @return of a full window; exact.
     */
    public boolean isConstant() {
        return equal >= window.length();
    }

    int length() {
        return window.length();
    }

    /**
     * The mean of the window.
     *
     * @return NaN while it is not defined.
     */
    public double mean() {
        return isDefined() ? anchor + sum * inverse : Double.NaN;
    }

    /**
     * How far a value lies from the mean; exact also where the mean itself is too large to show it.
     *
     * @param value any.
     * @return value - mean; NaN while it is not defined.
     */
    public double distance(final double value) {
        return isDefined() ? (value - anchor) - sum * inverse : Double.NaN;
    }

    /**
     * The sum of squared deviations from the mean.
     *
     * @return exactly 0 where all values are equal; NaN while it is not defined.
     */
    public double deviations() {
        return isDefined() ? deviations : Double.NaN;
    }

    Window window() {
        return window;
    }

    /**
     * Saves or restores it.
     *
     * @param state takes or gives the fields.
     */
    public void state(final StateExchange state) {
        window.state(state);
        anchor = state.field("anchor", anchor);
        sum = state.field("sum", sum);
        squares = state.field("squares", squares);
        peak = state.field("peak", peak);
        sinceAnew = state.field("sinceAnew", sinceAnew);
        undefined = state.field("undefined", undefined);
        newest = state.field("newest", newest);
        equal = state.field("equal", equal);
        deviations = state.field("deviations", deviations);
    }
}
