package reprise.indicator;

import reprise.state.StateExchange;

/**
 * How two lines move together over the last {@code n} bars, also lines of two instruments: covariance, correlation and the regression of
 * {@code y} on {@code x}. Undefined where a leg does not move. By {@link RollingComoments}: amortised constant time.
 */
final class Regression extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("ols", "Rolling regression of y on x")
            .input("x", "high")
            .input("y", "low")
            .period("period", 30, 2)
            .outputs("beta", "alpha", "residual", "correl", "cov")
            .formula("least squares y = alpha + beta x over n bars; residual of the last; cov with ddof 1", "-")
            .warmUp(a -> a.integer("period"))
            .computedBy((in, a) -> new Regression(in[0], in[1], a.integer("period")));

    private final Line x;
    private final Line y;
    private final RollingComoments moments;
    private final int period;

    Regression(final Line x, final Line y, final int period) {
        super(5);
        this.x = x;
        this.y = y;
        this.period = period;
        moments = new RollingComoments(period);
    }

    @Override
    protected void update() {
        moments.add(x.value(), y.value());
        if (!moments.isDefined()) {
            for (int i = 0; i < 5; i++) {
                emit(i, Double.NaN);
            }
            return;
        }
        final double xx = moments.xx();
        final double yy = moments.yy();
        final double xy = moments.xy();
        final double beta = xx > 0 ? xy / xx : Double.NaN;
        final double alpha = moments.meanY() - beta * moments.meanX();
        emit(beta);
        emit(1, alpha);
        emit(2, (y.value() - moments.meanY()) - beta * (x.value() - moments.meanX()));
        emit(3, xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : Double.NaN);
        emit(4, xy / (period - 1));
    }

    @Override
    protected void state(final StateExchange state) {
        moments.state(state);
    }
}
