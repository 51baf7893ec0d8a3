package reprise.indicator;

import reprise.state.StateExchange;

/** Sum or mean of the last {@code n} values, by a {@link RollingSum}: amortised constant time. */
final class Sum extends Indicator {
    static final IndicatorSpec SUM = IndicatorSpec.named("sum", "Rolling sum")
            .input("x", "close")
            .period("period", 20, 1)
            .formula("sum of the last n", "TA-Lib SUM")
            .warmUp(a -> a.integer("period"))
            .computedBy((in, a) -> new Sum(in[0], a.integer("period"), 1));

    static final IndicatorSpec SMA = IndicatorSpec.named("sma", "Simple moving average")
            .input("x", "close")
            .period("period", 20, 1)
            .formula("mean of the last n", "TA-Lib SMA")
            .warmUp(a -> a.integer("period"))
            .computedBy((in, a) -> new Sum(in[0], a.integer("period"), a.integer("period")));

    private final Line x;
    private final RollingSum sum;
    private final double divisor;

    Sum(final Line x, final int period, final double divisor) {
        this.x = x;
        this.sum = new RollingSum(period);
        this.divisor = divisor;
    }

    @Override
    protected void update() {
        sum.add(x.value());
        if (sum.isFull()) {
            emit(sum.value() / divisor);
        }
    }

    @Override
    protected void state(final StateExchange state) {
        sum.state(state);
    }
}
