package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Skewness and excess kurtosis of the last {@code n} values. Not constant time: sums of third and fourth powers cancel to nothing, so they
 * are added up from the window on every bar, {@code n} steps around the exact mean.
 */
final class Shape extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("shape", "Rolling skewness and kurtosis")
            .input("x", "logret")
            .period("period", 60, 4)
            .outputs("skew", "kurt")
            .formula("adjusted Fisher-Pearson G1 and excess kurtosis G2", "pandas rolling skew, kurt")
            .warmUp(a -> a.integer("period"))
            .computedBy((in, a) -> new Shape(in[0], a.integer("period")));

    private final Line x;
    private final RollingMoments moments;

    Shape(final Line x, final int period) {
        super(2);
        this.x = x;
        moments = new RollingMoments(period);
    }

    @Override
    protected void update() {
        moments.add(x.value());
        if (!moments.isDefined() || moments.isConstant()) {
            emit(Double.NaN);
            emit(1, Double.NaN);
            return;
        }
        final double mean = moments.mean();
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (final double value : moments.window().storage()) {
            final double deviation = value - mean;
            final double square = deviation * deviation;
            second += square;
            third += square * deviation;
            fourth += square * square;
        }
        final double n = moments.length();
        final double variance = second / n;
        emit(third / n / (variance * Math.sqrt(variance)) * Math.sqrt(n * (n - 1)) / (n - 2));
        final double excess = fourth / n / (variance * variance) - 3;
        emit(1, (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6));
    }

    @Override
    protected void state(final StateExchange state) {
        moments.state(state);
    }
}
