package reprise.indicator;

import reprise.state.StateExchange;

/** On-balance volume: volume added on rising closes and taken off on falling ones, compensated. Constant time. */
final class Obv extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("obv", "On-balance volume")
            .needs("close", "volume")
            .formula(
                    "+-v by the sign of the change of the close, begun with the first volume",
                    "Granville 1963; TA-Lib OBV")
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy((in, a) -> new Obv(in[0], in[1], false));

    static final IndicatorSpec FROM_ZERO = IndicatorSpec.named("obv_zero", "On-balance volume from 0")
            .needs("close", "volume")
            .formula("+-v by the sign of the change of the close, begun with 0", "Granville 1963; TTR")
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy((in, a) -> new Obv(in[0], in[1], true));

    private final Line close;
    private final Line volume;
    private final boolean fromZero;
    private final CompensatedSum sum = new CompensatedSum();
    private double previous = Double.NaN;

    Obv(final Line close, final Line volume, final boolean fromZero) {
        this.close = close;
        this.volume = volume;
        this.fromZero = fromZero;
    }

    @Override
    protected void update() {
        final double now = close.value();
        if (Double.isNaN(previous)) {
            sum.add(fromZero ? 0 : volume.value());
        } else {
            sum.add(Math.signum(now - previous) * volume.value());
        }
        previous = now;
        emit(sum.value());
    }

    @Override
    protected void state(final StateExchange state) {
        sum.state(state);
        previous = state.field("previous", previous);
    }
}
