package reprise.indicator;

import reprise.state.StateExchange;

/** A fixed combination of lines, bar by bar. Constant time. */
final class WeightedSum extends Indicator {
    static final IndicatorSpec ADD = IndicatorSpec.named("add", "Sum of two lines")
            .input("a", "high")
            .input("b", "low")
            .formula("a + b", "TA-Lib ADD")
            .computedBy((in, a) -> new WeightedSum(in, 1, 1));

    static final IndicatorSpec SUB = IndicatorSpec.named("sub", "Difference of two lines")
            .input("a", "high")
            .input("b", "low")
            .formula("a - b", "TA-Lib SUB")
            .computedBy((in, a) -> new WeightedSum(in, 1, -1));

    static final IndicatorSpec MID = IndicatorSpec.named("mid", "Middle of two lines")
            .input("a", "high")
            .input("b", "low")
            .formula("(a + b) / 2", "-")
            .computedBy((in, a) -> new WeightedSum(in, 0.5, 0.5));

    static final IndicatorSpec DEMA = IndicatorSpec.named("dema", "Double exponential moving average")
            .input("x", "close")
            .period("period", 20, 1)
            .needs("ema(x, period)", "ema(ema(x, period), period)")
            .formula("2 e1 - e2, e1 = ema(x), e2 = ema(e1)", "Mulloy 1994; TA-Lib DEMA")
            .computedBy((in, a) -> new WeightedSum(in, 0, 2, -1));

    static final IndicatorSpec TEMA = IndicatorSpec.named("tema", "Triple exponential moving average")
            .input("x", "close")
            .period("period", 20, 1)
            .needs("ema(x, period)", "ema(ema(x, period), period)", "ema(ema(ema(x, period), period), period)")
            .formula("3 e1 - 3 e2 + e3, e1 = ema(x), e2 = ema(e1), e3 = ema(e2)", "Mulloy 1994; TA-Lib TEMA")
            .computedBy((in, a) -> new WeightedSum(in, 0, 3, -3, 1));

    private final Line[] lines;
    private final double[] weights;

    WeightedSum(final Line[] lines, final double... weights) {
        this.lines = lines;
        this.weights = weights;
    }

    @Override
    protected void update() {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                sum += weights[i] * lines[i].value();
            }
        }
        emit(sum);
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
