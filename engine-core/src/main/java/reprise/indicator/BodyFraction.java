package reprise.indicator;

import reprise.state.StateExchange;

/** How much of a bar's range lies between its open and its close; undefined without range. Constant time. */
final class BodyFraction extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("body_frac", "Body of the bar, as a fraction of its range")
            .needs("open", "high", "low", "close")
            .formula("|c-o| / (h-l); undefined where h = l", "-")
            .computedBy((in, a) -> new BodyFraction(in[0], in[1], in[2], in[3]));

    private final Line open;
    private final Line high;
    private final Line low;
    private final Line close;

    BodyFraction(final Line open, final Line high, final Line low, final Line close) {
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
    }

    @Override
    protected void update() {
        final double range = high.value() - low.value();
        emit(range > 0 ? Math.abs(close.value() - open.value()) / range : Double.NaN);
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
