package reprise.indicator;

import reprise.state.StateExchange;

/**
 * The sums that a straight line through the last {@code n} values needs, as distances to an anchor, with places 0 to {@code n - 1} from the
 * oldest to the newest: when the window moves, all places drop by one, so {@code W += (n - 1) x - (S - oldest)}. Rounding is kept under an
 * account as in {@link RollingMoments}.
 *
 * <p>Amortised constant time: one exact pass of {@code n} steps per window or 256 updates at least. Allocates nothing after construction.
 */
final class RollingTrend {
    private final Window window;
    private final int interval;
    private double anchor;
    private double sum;
    private double weighted;
    private double squares;
    private double peak;
    private int sinceAnew;
    private int undefined;
    private double newest = Double.NaN;
    private int equal;

    RollingTrend(final int length) {
        window = new Window(length);
        interval = Math.max(length, RollingMoments.LEAST_INTERVAL);
    }

    /** Takes the next value; NaN makes everything undefined until it has left the window. */
    void add(final double value) {
        final boolean full = window.isFull();
        final double left = window.push(value);
        equal = value == newest ? equal + 1 : 1;
        newest = value;
        undefined += (Double.isNaN(value) ? 1 : 0) - (Double.isNaN(left) ? 1 : 0);
        sinceAnew++;
        if (!window.isFull() || undefined > 0) {
            sinceAnew = interval;
        } else if (!full || sinceAnew >= interval || isConstant()) {
            computeAnew();
        } else {
            shift(value - anchor, left - anchor);
        }
    }

    private void shift(final double in, final double out) {
        weighted += (window.length() - 1) * in - (sum - out);
        sum += in - out;
        squares += in * in - out * out;
        peak = Math.max(peak, squares);
        if (!(RollingMoments.UNIT * sinceAnew * peak <= RollingMoments.TOLERANCE * deviations())) {
            computeAnew();
        }
    }

    private void computeAnew() {
        final int n = window.length();
        final double oldest = window.oldest();
        double distance = 0;
        for (final double value : window.storage()) {
            distance += value - oldest;
        }
        anchor = isConstant() ? newest : oldest + distance / n;
        sum = 0;
        weighted = 0;
        squares = 0;
        for (int i = 0; i < n; i++) {
            final double in = window.at(i) - anchor;
            sum += in;
            weighted += i * in;
            squares += in * in;
        }
        peak = squares;
        sinceAnew = 0;
    }

    boolean isDefined() {
        return window.isFull() && undefined == 0;
    }

    boolean isConstant() {
        return equal >= window.length();
    }

    int length() {
        return window.length();
    }

    double anchor() {
        return anchor;
    }

    double sum() {
        return sum;
    }

    double weighted() {
        return weighted;
    }

    /** The sum of squared deviations from the mean. */
    double deviations() {
        return isConstant() ? 0 : squares - sum * sum / window.length();
    }

    void state(final StateExchange state) {
        window.state(state);
        anchor = state.field("anchor", anchor);
        sum = state.field("sum", sum);
        weighted = state.field("weighted", weighted);
        squares = state.field("squares", squares);
        peak = state.field("peak", peak);
        sinceAnew = state.field("sinceAnew", sinceAnew);
        undefined = state.field("undefined", undefined);
        newest = state.field("newest", newest);
        equal = state.field("equal", equal);
    }
}
