package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Wilder's parabolic stop-and-reverse: a stop that follows the trend and speeds up with each new extreme; touched, it changes sides. Begins
 * as TA-Lib does: short if the second bar moved down more than up, otherwise long. Constant time. It forgets its beginning at the first
 * reversal that another beginning would share, which no count of bars tells.
 */
final class ParabolicSar extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("sar", "Parabolic SAR")
            .needs("high", "low")
            .real("step", 0.02, 0, 1)
            .real("max", 0.2, 0, 1)
            .outputs("value", "direction")
            .formula(
                    "sar += af (ep - sar), af grows by 'step' with each new extreme ep up to 'max'",
                    "Wilder 1978; TA-Lib SAR")
            .warmUp(a -> 2)
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy((in, a) -> new ParabolicSar(in[0], in[1], a.real("step"), a.real("max")));

    private final Line high;
    private final Line low;
    private final double step;
    private final double max;
    private double previousHigh = Double.NaN;
    private double previousLow;
    private boolean rising;
    private double stop = Double.NaN;
    private double extreme;
    private double speed;

    ParabolicSar(final Line high, final Line low, final double step, final double max) {
        super(2);
        this.high = high;
        this.low = low;
        this.step = Math.min(step, max);
        this.max = max;
    }

    @Override
    protected void update() {
        final double h = high.value();
        final double l = low.value();
        if (!Double.isNaN(previousHigh)) {
            if (Double.isNaN(stop)) {
                begin(h, l);
            }
            if (rising) {
                follow(h, l, 1);
            } else {
                follow(-l, -h, -1);
            }
        }
        previousHigh = h;
        previousLow = l;
    }

    private void begin(final double h, final double l) {
        final double up = h - previousHigh;
        final double down = previousLow - l;
        rising = !(down > up && down > 0);
        stop = rising ? previousLow : previousHigh;
        extreme = rising ? h : l;
        speed = step;
        // The first stop is the previous bar's; it may not lie beyond this bar either.
        previousLow = l;
        previousHigh = h;
    }

    /** One step of a rising trend; a falling one is its mirror image, with all prices negated. */
    private void follow(final double top, final double bottom, final int sign) {
        final double before = sign > 0 ? previousLow : -previousHigh;
        final double beforeTop = sign > 0 ? previousHigh : -previousLow;
        final double at = sign * stop;
        final double peak = sign * extreme;
        if (bottom <= at) {
            // Touched: the new stop is the old extreme, outside both bars.
            final double turned = Math.max(peak, Math.max(beforeTop, top));
            rising = sign < 0;
            speed = step;
            extreme = sign * bottom;
            emit(sign * turned);
            emit(1, -sign);
            final double next = turned + speed * (bottom - turned);
            stop = sign * Math.max(next, Math.max(beforeTop, top));
            return;
        }
        emit(sign * at);
        emit(1, sign);
        double furthest = peak;
        if (top > peak) {
            furthest = top;
            speed = Math.min(speed + step, max);
        }
        extreme = sign * furthest;
        stop = sign * Math.min(at + speed * (furthest - at), Math.min(before, bottom));
    }

    @Override
    protected void state(final StateExchange state) {
        previousHigh = state.field("previousHigh", previousHigh);
        previousLow = state.field("previousLow", previousLow);
        rising = state.field("rising", rising);
        stop = state.field("stop", stop);
        extreme = state.field("extreme", extreme);
        speed = state.field("speed", speed);
    }
}
