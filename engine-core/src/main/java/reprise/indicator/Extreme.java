package reprise.indicator;

import reprise.state.StateExchange;

/** The largest or smallest of the last {@code n} values, by a {@link RollingExtreme}: exact, amortised constant time. */
final class Extreme extends Indicator {
    static final IndicatorSpec MAX = IndicatorSpec.named("max", "Rolling maximum")
            .input("x", "close")
            .period("period", 30, 1)
            .formula("largest of the last n", "TA-Lib MAX")
            .warmUp(a -> a.integer("period"))
            .computedBy((in, a) -> new Extreme(in[0], RollingExtreme.largest(a.integer("period"))));

    static final IndicatorSpec MIN = IndicatorSpec.named("min", "Rolling minimum")
            .input("x", "close")
            .period("period", 30, 1)
            .formula("smallest of the last n", "TA-Lib MIN")
            .warmUp(a -> a.integer("period"))
            .computedBy((in, a) -> new Extreme(in[0], RollingExtreme.smallest(a.integer("period"))));

    private final Line x;
    private final RollingExtreme extreme;

    Extreme(final Line x, final RollingExtreme extreme) {
        this.x = x;
        this.extreme = extreme;
    }

    @Override
    protected void update() {
        extreme.add(x.value());
        emit(extreme.value());
    }

    @Override
    protected void state(final StateExchange state) {
        extreme.state(state);
    }
}
