package reprise.indicator;

import reprise.state.StateExchange;

/** Volatility per year from exponentially weighted squares of log returns, seeded by the first. Constant time. */
final class EwmaVolatility extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("rv_ewma", "EWMA volatility")
            .needs("logret(close, 1)")
            .real("lambda", 0.94, 0, 0.9999)
            .real("per_year", 252, 1, 1e9)
            .formula("s2 = l s2 + (1-l) r^2; sqrt(P s2)", "RiskMetrics 1996")
            .memory(a -> 1 + IndicatorSpec.fade(a.real("lambda")))
            .computedBy((in, a) -> new EwmaVolatility(in[0], a.real("lambda"), a.real("per_year")));

    private final Line change;
    private final double lambda;
    private final double periodsPerYear;
    private double variance = Double.NaN;

    EwmaVolatility(final Line change, final double lambda, final double periodsPerYear) {
        this.change = change;
        this.lambda = lambda;
        this.periodsPerYear = periodsPerYear;
    }

    @Override
    protected void update() {
        final double square = change.value() * change.value();
        if (!Double.isNaN(square)) {
            variance = Double.isNaN(variance) ? square : lambda * variance + (1 - lambda) * square;
            emit(Math.sqrt(periodsPerYear * variance));
        }
    }

    @Override
    protected void state(final StateExchange state) {
        variance = state.field("variance", variance);
    }
}
