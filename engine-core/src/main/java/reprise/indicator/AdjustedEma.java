package reprise.indicator;

import reprise.state.StateExchange;

/** Exponential average of all values so far with weights that sum to 1 from the first bar on, so that it needs no seed. Constant time. */
final class AdjustedEma extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("ema_adjust", "EMA with normalised weights")
            .input("x", "close")
            .period("period", 20, 1)
            .formula("sum w x / sum w, w = (1-a)^age, a = 2/(n+1)", "pandas ewm(span=n, adjust=True)")
            .memory(a -> 1 + IndicatorSpec.fade((a.integer("period") - 1.0) / (a.integer("period") + 1.0)))
            .computedBy((in, a) -> new AdjustedEma(in[0], a.integer("period")));

    private final Line x;
    private final double rest;
    private double weights;

    AdjustedEma(final Line x, final int period) {
        this.x = x;
        this.rest = 1 - 2.0 / (period + 1.0);
    }

    @Override
    protected void update() {
        final double input = x.value();
        if (Double.isNaN(input)) {
            return;
        }
        weights = weights * rest + 1;
        // The recursion of the quotient rather than of the sum: it does not lose digits to the size of the prices.
        emit(weights == 1 ? input : last() + (input - last()) / weights);
    }

    @Override
    protected void state(final StateExchange state) {
        weights = state.field("weights", weights);
    }
}
