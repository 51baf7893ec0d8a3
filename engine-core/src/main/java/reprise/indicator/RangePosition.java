package reprise.indicator;

import reprise.state.StateExchange;

/** Where a line stands between two others, in percent from the lower; undefined where they are equal. Constant time. */
final class RangePosition extends Indicator {
    static final IndicatorSpec STOCH_K = IndicatorSpec.named("stoch_k", "Raw stochastic")
            .period("period", 14, 1)
            .needs("close", "max(high, period)", "min(low, period)")
            .formula("100 (c-LL)/(HH-LL)", "Lane; TA-Lib STOCHF")
            .computedBy((in, a) -> new RangePosition(in[0], in[1], in[2], false));

    static final IndicatorSpec OF_LINE = IndicatorSpec.named("range_position", "Place of a line in its own range")
            .input("x", "close")
            .period("period", 14, 1)
            .needs("max(x, period)", "min(x, period)")
            .formula("100 (x-min)/(max-min)", "-")
            .computedBy((in, a) -> new RangePosition(in[0], in[1], in[2], false));

    static final IndicatorSpec WILLR = IndicatorSpec.named("willr", "Williams' %R")
            .period("period", 14, 1)
            .needs("close", "max(high, period)", "min(low, period)")
            .formula("-100 (HH-c)/(HH-LL)", "Williams 1979; TA-Lib WILLR")
            .computedBy((in, a) -> new RangePosition(in[0], in[1], in[2], true));

    private final Line x;
    private final Line high;
    private final Line low;
    private final boolean fromTop;

    RangePosition(final Line x, final Line high, final Line low, final boolean fromTop) {
        this.x = x;
        this.high = high;
        this.low = low;
        this.fromTop = fromTop;
    }

    @Override
    protected void update() {
        final double top = high.value();
        final double bottom = low.value();
        final double distance = fromTop ? x.value() - top : x.value() - bottom;
        emit(top > bottom ? 100 * (distance / (top - bottom)) : Double.NaN);
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
