package reprise.indicator;

import reprise.state.StateExchange;

/** A line times the root of a number: turns a deviation per bar into one per year. Constant time. */
final class Scaled extends Indicator {
    static final IndicatorSpec VOLATILITY = IndicatorSpec.named("rv", "Realised volatility, close to close")
            .input("x", "close")
            .period("period", 20, 2)
            .real("per_year", 252, 1, 1e9)
            .needs("moments(logret(x, 1), period, 1).std")
            .formula("std(ddof 1) of the last n log returns times sqrt(P)", "pandas; TTR has n-1 returns")
            .computedBy((in, a) -> new Scaled(in[1], Math.sqrt(a.real("per_year"))));

    private final Line x;
    private final double factor;

    Scaled(final Line x, final double factor) {
        this.x = x;
        this.factor = factor;
    }

    @Override
    protected void update() {
        emit(factor * x.value());
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
