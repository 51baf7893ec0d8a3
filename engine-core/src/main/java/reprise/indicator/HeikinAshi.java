package reprise.indicator;

import reprise.state.StateExchange;

/** Heikin-ashi bars: averages that show the trend. Constant time. Not prices: nothing can be traded at them. */
final class HeikinAshi extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("heikin_ashi", "Heikin-ashi bars")
            .needs("open", "high", "low", "close")
            .outputs("open", "high", "low", "close")
            .formula(
                    "close = (o+h+l+c)/4; open = middle of the previous one's open and close, at first of o and c",
                    "Homma")
            .memory(a -> 1 + IndicatorSpec.fade(0.5))
            .computedBy((in, a) -> new HeikinAshi(in));

    private final Line[] prices;
    private double open = Double.NaN;
    private double close = Double.NaN;

    HeikinAshi(final Line[] prices) {
        super(4);
        this.prices = prices;
    }

    @Override
    protected void update() {
        final double o = prices[0].value();
        final double h = prices[1].value();
        final double l = prices[2].value();
        final double c = prices[3].value();
        open = Double.isNaN(open) ? (o + c) / 2 : (open + close) / 2;
        close = (o + h + l + c) / 4;
        emit(open);
        emit(1, Math.max(h, Math.max(open, close)));
        emit(2, Math.min(l, Math.min(open, close)));
        emit(3, close);
    }

    @Override
    protected void state(final StateExchange state) {
        open = state.field("open", open);
        close = state.field("close", close);
    }
}
