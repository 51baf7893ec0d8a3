package reprise.indicator;

import reprise.state.StateExchange;

/** How many standard deviations a value lies from its rolling mean, itself included; undefined where nothing deviates. Constant time. */
final class ZScore extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("zscore", "Rolling z-score")
            .input("x", "close")
            .period("period", 20, 2)
            .integer("ddof", 1, 0, 1)
            .needs("moments(x, period, ddof).dev", "moments(x, period, ddof).std")
            .formula("(x - mean) / std, the window includes the current bar", "pandas")
            .computedBy((in, a) -> new ZScore(in[1], in[2]));

    private final Line distance;
    private final Line deviation;

    ZScore(final Line distance, final Line deviation) {
        this.distance = distance;
        this.deviation = deviation;
    }

    @Override
    protected void update() {
        final double spread = deviation.value();
        emit(spread > 0 ? distance.value() / spread : Double.NaN);
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
