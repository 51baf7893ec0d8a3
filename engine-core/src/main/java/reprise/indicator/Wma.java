package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Linearly weighted moving average: weights 1 to {@code n}, the newest heaviest. The weighted sum of distances to an anchor moves on by
 * {@code W += n x - S}; both sums are computed anew once per window, so they cannot drift. Amortised constant time.
 */
final class Wma extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("wma", "Weighted moving average")
            .input("x", "close")
            .period("period", 20, 1)
            .formula("sum i x_i / (n(n+1)/2), i = n for the newest", "TA-Lib WMA")
            .warmUp(a -> a.integer("period"))
            .computedBy((in, a) -> new Wma(in[0], a.integer("period")));

    private final Line x;
    private final RollingTrend trend;

    Wma(final Line x, final int period) {
        this.x = x;
        this.trend = new RollingTrend(period);
    }

    @Override
    protected void update() {
        trend.add(x.value());
        // The weights are 1 + i for the places i = 0 .. n-1 of the trend.
        final int n = trend.length();
        emit(trend.isDefined() ? trend.anchor() + (trend.sum() + trend.weighted()) / (n * (n + 1.0) / 2) : Double.NaN);
    }

    @Override
    protected void state(final StateExchange state) {
        trend.state(state);
    }
}
