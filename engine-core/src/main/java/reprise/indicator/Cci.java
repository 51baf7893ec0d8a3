package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Commodity channel index: distance of the typical price from its mean in mean absolute deviations. Not constant time: the deviations are
 * from a mean that moves, so {@code n} of them are added up on every bar; an order statistics tree would need {@code log n} steps but is
 * slower up to hundreds of bars. The mean is exact in the sense of {@link RollingMoments}.
 */
final class Cci extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("cci", "Commodity channel index")
            .input("x", "typical")
            .period("period", 20, 2)
            .formula("(tp - sma(tp)) / (0.015 mean|tp - sma(tp)|)", "Lambert 1980; TA-Lib CCI")
            .warmUp(a -> a.integer("period"))
            .computedBy((in, a) -> new Cci(in[0], a.integer("period")));

    private static final double LAMBERT = 0.015;

    /** Deviations below this share of the price are noise of binary fractions: the prices were equal. */
    private static final double NOISE = 1e-13;

    private final Line x;
    private final RollingMoments moments;

    Cci(final Line x, final int period) {
        this.x = x;
        moments = new RollingMoments(period);
    }

    @Override
    protected void update() {
        final double now = x.value();
        moments.add(now);
        if (moments.isDefined()) {
            final double mean = moments.mean();
            double sum = 0;
            for (final double value : moments.window().storage()) {
                sum += Math.abs(moments.distance(value));
            }
            final double deviation = sum / moments.length();
            final boolean equal = moments.isConstant() || deviation <= NOISE * Math.abs(mean);
            emit(equal ? Double.NaN : moments.distance(now) / (LAMBERT * deviation));
        } else {
            emit(Double.NaN);
        }
    }

    @Override
    protected void state(final StateExchange state) {
        moments.state(state);
    }
}
