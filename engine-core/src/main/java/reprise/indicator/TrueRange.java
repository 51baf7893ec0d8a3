package reprise.indicator;

import reprise.state.StateExchange;

/** Wilder's true range: the bar's range, or its distance from the previous close where that is larger. Constant time. */
final class TrueRange extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("trange", "True range")
            .needs("high", "low", "close")
            .formula("max(h-l, |h-c1|, |l-c1|)", "Wilder 1978; TA-Lib TRANGE")
            .warmUp(a -> 2)
            .computedBy((in, a) -> new TrueRange(in[0], in[1], in[2]));

    private final Line high;
    private final Line low;
    private final Line close;
    private double previousClose = Double.NaN;

    TrueRange(final Line high, final Line low, final Line close) {
        this.high = high;
        this.low = low;
        this.close = close;
    }

    @Override
    protected void update() {
        final double top = Math.max(high.value(), previousClose);
        final double bottom = Math.min(low.value(), previousClose);
        emit(top - bottom);
        previousClose = close.value();
    }

    @Override
    protected void state(final StateExchange state) {
        previousClose = state.field("previousClose", previousClose);
    }
}
