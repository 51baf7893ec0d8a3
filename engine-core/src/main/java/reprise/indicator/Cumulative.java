package reprise.indicator;

import reprise.state.StateExchange;

/** The sum of all values so far, compensated. Constant time. */
final class Cumulative extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("cumulative", "Sum since the beginning")
            .input("x", "volume")
            .formula("sum of all so far", "pandas cumsum")
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy((in, a) -> new Cumulative(in[0]));

    private final Line x;
    private final CompensatedSum sum = new CompensatedSum();

    Cumulative(final Line x) {
        this.x = x;
    }

    @Override
    protected void update() {
        final double input = x.value();
        if (!Double.isNaN(input)) {
            sum.add(input);
            emit(sum.value());
        }
    }

    @Override
    protected void state(final StateExchange state) {
        sum.state(state);
    }
}
