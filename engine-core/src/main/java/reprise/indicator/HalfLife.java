package reprise.indicator;

import reprise.state.StateExchange;

/**
 * How many bars a deviation takes to shrink by half, from a rolling regression of changes on levels. Undefined where the series does not
 * turn back (b >= 0) or overshoots (b <= -1). Amortised constant time, by {@link RollingComoments}.
 */
final class HalfLife extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("half_life", "Half-life of mean reversion")
            .input("x", "close")
            .period("period", 100, 3)
            .needs("ols(lag(x, 1), mom(x, 1), period).beta")
            .formula("-ln2 / b from x - x[1] = a + b x[1] over n changes; undefined unless -1 < b < 0", "Chan 2013")
            .computedBy((in, a) -> new HalfLife(in[1]));

    private static final double LN_2 = 0.6931471805599453;

    private final Line slope;

    HalfLife(final Line slope) {
        this.slope = slope;
    }

    @Override
    protected void update() {
        final double b = slope.value();
        emit(b < 0 && b > -1 ? -LN_2 / b : Double.NaN);
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
