package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Kaufman's adaptive moving average: follows fast where the path of the last {@code n} changes was straight, slowly where it was not. Begins
 * with the value before its first, as TA-Lib does. Amortised constant time.
 */
final class Kama extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("kama", "Kaufman's adaptive moving average")
            .input("x", "close")
            .period("period", 30, 1)
            .formula(
                    "p += c^2 (x-p), c = e (2/3 - 2/31) + 2/31, e = |x-x[n]| / sum |x-x[1]|",
                    "Kaufman 1995; TA-Lib KAMA")
            .warmUp(a -> a.integer("period") + 1)
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy((in, a) -> new Kama(in[0], a.integer("period")));

    private static final double FAST = 2.0 / 3.0;
    private static final double SLOW = 2.0 / 31.0;

    private final Line x;
    private final Window past;
    private final RollingSum path;
    private double previous = Double.NaN;

    Kama(final Line x, final int period) {
        this.x = x;
        past = new Window(period);
        path = new RollingSum(period);
    }

    @Override
    protected void update() {
        final double input = x.value();
        if (Double.isNaN(input)) {
            return;
        }
        final boolean full = past.isFull();
        final double old = past.push(input);
        if (!Double.isNaN(previous)) {
            path.add(Math.abs(input - previous));
        }
        if (full) {
            move(input, Math.abs(input - old));
        }
        previous = input;
    }

    private void move(final double input, final double distance) {
        final double length = path.value();
        // Where nothing moved, every path is straight.
        final double efficiency = length > distance ? distance / length : 1;
        final double speed = efficiency * (FAST - SLOW) + SLOW;
        final double from = Double.isNaN(last()) ? previous : last();
        emit(from + speed * speed * (input - from));
    }

    @Override
    protected void state(final StateExchange state) {
        past.state(state);
        path.state(state);
        previous = state.field("previous", previous);
    }
}
