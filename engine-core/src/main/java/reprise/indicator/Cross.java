package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Whether one line has just crossed another: it is on one side, and when it was last not equal it was on the other, so that touching is not
 * crossing. Values are equal when they differ by no more than a part in 10^12: so much may be rounding, which must not decide when a cross
 * happened. Constant time.
 */
final class Cross extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("cross", "Crossing of two lines")
            .input("a", "ema(close, 12)")
            .input("b", "ema(close, 26)")
            .outputs("value", "up", "down")
            .formula("1 if a comes from below b to above, -1 from above to below, else 0; up and down: 1 or 0", "-")
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy((in, a) -> new Cross(in[0], in[1]));

    private static final double EQUAL = 1e-12;

    private final Line a;
    private final Line b;
    private int side;

    Cross(final Line a, final Line b) {
        super(3);
        this.a = a;
        this.b = b;
    }

    @Override
    protected void update() {
        final double left = a.value();
        final double right = b.value();
        final double difference = left - right;
        final boolean apart = Math.abs(difference) > EQUAL * Math.abs(right);
        final int now = apart ? (int) Math.signum(difference) : side;
        final int crossed = side == 0 || now == side ? 0 : now;
        side = now;
        emit(crossed);
        emit(1, crossed > 0 ? 1 : 0);
        emit(2, crossed < 0 ? 1 : 0);
    }

    @Override
    protected void state(final StateExchange state) {
        side = state.field("side", side);
    }
}
