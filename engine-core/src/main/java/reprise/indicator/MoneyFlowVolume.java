package reprise.indicator;

import reprise.state.StateExchange;

/** A bar's volume, weighted by where in its range the bar closed: from -1 at the low to 1 at the high; 0 without range. Constant time. */
final class MoneyFlowVolume extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("money_flow_volume", "Volume by the place of the close")
            .needs("high", "low", "close", "volume")
            .formula("v ((c-l) - (h-c)) / (h-l); 0 where h = l", "Chaikin")
            .computedBy((in, a) -> new MoneyFlowVolume(in[0], in[1], in[2], in[3]));

    private final Line high;
    private final Line low;
    private final Line close;
    private final Line volume;

    MoneyFlowVolume(final Line high, final Line low, final Line close, final Line volume) {
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
    }

    @Override
    protected void update() {
        final double h = high.value();
        final double l = low.value();
        final double c = close.value();
        emit(h > l ? volume.value() * (((c - l) - (h - c)) / (h - l)) : 0);
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
