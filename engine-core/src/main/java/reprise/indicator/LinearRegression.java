package reprise.indicator;

import reprise.state.StateExchange;

/** The straight line of least squares through the last {@code n} values, by a {@link RollingTrend}: amortised constant time. */
final class LinearRegression extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("linreg", "Linear regression on time")
            .input("x", "close")
            .period("period", 14, 2)
            .outputs("value", "slope", "intercept", "r2")
            .formula(
                    "least squares on 0..n-1: value at n-1, slope, intercept at 0, r2 (undefined without spread)",
                    "TA-Lib LINEARREG")
            .warmUp(a -> a.integer("period"))
            .computedBy((in, a) -> new LinearRegression(in[0], a.integer("period")));

    private final Line x;
    private final RollingTrend trend;
    private final double middle;
    private final double placeSquares;

    LinearRegression(final Line x, final int period) {
        super(4);
        this.x = x;
        trend = new RollingTrend(period);
        middle = (period - 1) / 2.0;
        placeSquares = (double) period * ((double) period * period - 1) / 12.0;
    }

    @Override
    protected void update() {
        trend.add(x.value());
        if (!trend.isDefined()) {
            for (int i = 0; i < 4; i++) {
                emit(i, Double.NaN);
            }
            return;
        }
        final double mean = trend.anchor() + trend.sum() / trend.length();
        final double products = trend.isConstant() ? 0 : trend.weighted() - middle * trend.sum();
        final double slope = products / placeSquares;
        final double deviations = trend.deviations();
        emit(mean + slope * middle);
        emit(1, slope);
        emit(2, mean - slope * middle);
        emit(3, deviations > 0 ? products * products / (placeSquares * deviations) : Double.NaN);
    }

    @Override
    protected void state(final StateExchange state) {
        trend.state(state);
    }
}
