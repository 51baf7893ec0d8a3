package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Volume-weighted average price since its anchor line last changed: since the session began, since a moment, since any event. Constant time,
 * compensated.
 */
final class AnchoredVwap extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("vwap_anchored", "Anchored VWAP")
            .input("anchor", "session")
            .input("x", "typical")
            .needs("volume")
            .formula("sum(tp v) / sum(v) since the anchor's last change; undefined without volume", "-")
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy((in, a) -> new AnchoredVwap(in[0], in[1], in[2]));

    private final Line anchor;
    private final Line x;
    private final Line volume;
    private final CompensatedSum worth = new CompensatedSum();
    private final CompensatedSum traded = new CompensatedSum();
    private double anchored = Double.NaN;

    AnchoredVwap(final Line anchor, final Line x, final Line volume) {
        this.anchor = anchor;
        this.x = x;
        this.volume = volume;
    }

    @Override
    protected void update() {
        final double now = anchor.value();
        if (now != anchored) {
            anchored = now;
            worth.reset();
            traded.reset();
        }
        worth.add(x.value() * volume.value());
        traded.add(volume.value());
        emit(traded.value() > 0 ? worth.value() / traded.value() : Double.NaN);
    }

    @Override
    protected void state(final StateExchange state) {
        worth.state(state);
        traded.state(state);
        anchored = state.field("anchored", anchored);
    }
}
