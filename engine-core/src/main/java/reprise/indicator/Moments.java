package reprise.indicator;

import reprise.state.StateExchange;

/** Mean, variance and standard deviation of the last {@code n} values, by {@link RollingMoments}: amortised constant time. */
final class Moments extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("moments", "Rolling mean and spread")
            .input("x", "close")
            .period("period", 20, 2)
            .integer("ddof", 0, 0, 1)
            .outputs("mean", "var", "std", "dev")
            .formula(
                    "var = sum (x-mean)^2 / (n-ddof), std = sqrt(var), dev = x - mean",
                    "TA-Lib VAR (ddof 0), pandas (ddof 1)")
            .warmUp(a -> a.integer("period"))
            .computedBy((in, a) -> new Moments(in[0], a.integer("period"), a.integer("ddof")));

    private final Line x;
    private final RollingMoments moments;
    private final double divisor;

    Moments(final Line x, final int period, final int ddof) {
        super(4);
        this.x = x;
        moments = new RollingMoments(period);
        divisor = period - ddof;
    }

    @Override
    protected void update() {
        final double now = x.value();
        moments.add(now);
        final double variance = moments.deviations() / divisor;
        emit(moments.mean());
        emit(1, variance);
        emit(2, Math.sqrt(variance));
        emit(3, moments.distance(now));
    }

    @Override
    protected void state(final StateExchange state) {
        moments.state(state);
    }
}
