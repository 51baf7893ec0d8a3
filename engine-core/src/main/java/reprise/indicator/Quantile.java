package reprise.indicator;

import reprise.state.StateExchange;

/** A quantile of the last {@code n} values, by a {@link SortedWindow}: not constant time. */
final class Quantile extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("quantile", "Rolling quantile")
            .input("x", "close")
            .period("period", 20, 1)
            .real("q", 0.5, 0, 1)
            .formula("interpolated between the neighbours of place (n-1) q (type 7)", "pandas, R")
            .warmUp(a -> a.integer("period"))
            .computedBy((in, a) -> new Quantile(in[0], a.integer("period"), a.real("q")));

    static final IndicatorSpec MEDIAN = IndicatorSpec.named("median", "Rolling median")
            .input("x", "close")
            .period("period", 20, 1)
            .formula("middle of the sorted window", "pandas")
            .is("quantile(x, period, 0.5)");

    private final Line x;
    private final SortedWindow window;
    private final double probability;

    Quantile(final Line x, final int period, final double probability) {
        this.x = x;
        window = new SortedWindow(period);
        this.probability = probability;
    }

    @Override
    protected void update() {
        window.add(x.value());
        emit(window.quantile(probability));
    }

    @Override
    protected void state(final StateExchange state) {
        window.state(state);
    }
}
