package reprise.indicator;

import reprise.state.StateExchange;

/**
 * A stop at a multiple of the ATR from the middle of the bar, which only ever tightens until the close crosses it; then the trend changes
 * sides. Constant time. Begins long; which begins to matter no longer at the first crossing that all beginnings share, which no count of
 * bars tells.
 */
final class SuperTrend extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("supertrend", "SuperTrend")
            .period("period", 10, 1)
            .real("k", 3, 0, 100)
            .needs("hl2", "close", "atr(period)")
            .outputs("value", "direction")
            .formula("hl2 -+ k atr, tightening only, until the close crosses it; direction 1 or -1", "Seban")
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy((in, a) -> new SuperTrend(in[0], in[1], in[2], a.real("k")));

    private final Line middle;
    private final Line close;
    private final Line range;
    private final double factor;
    private double upper = Double.NaN;
    private double lower = Double.NaN;
    private double previousClose = Double.NaN;
    private boolean rising = true;

    SuperTrend(final Line middle, final Line close, final Line range, final double factor) {
        super(2);
        this.middle = middle;
        this.close = close;
        this.range = range;
        this.factor = factor;
    }

    @Override
    protected void update() {
        final double now = close.value();
        final double reach = factor * range.value();
        final double over = middle.value() + reach;
        final double under = middle.value() - reach;
        // Comparisons with the NaN before the first bar are false, so that bar takes its own bands.
        upper = over > upper && previousClose <= upper ? upper : over;
        lower = under < lower && previousClose >= lower ? lower : under;
        rising = rising ? now >= lower : now > upper;
        previousClose = now;
        emit(rising ? lower : upper);
        emit(1, rising ? 1 : -1);
    }

    @Override
    protected void state(final StateExchange state) {
        upper = state.field("upper", upper);
        lower = state.field("lower", lower);
        previousClose = state.field("previousClose", previousClose);
        rising = state.field("rising", rising);
    }
}
