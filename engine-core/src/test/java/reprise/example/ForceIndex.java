package reprise.example;

import reprise.indicator.Indicator;
import reprise.indicator.IndicatorSpec;
import reprise.indicator.Line;
import reprise.state.StateExchange;

/** Elder's force index: a bar's change times its volume, averaged. Constant time. */
final class ForceIndex extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("force", "Force index")
            .input("x", "close")
            .period("period", 13, 1)
            .needs("ema(mult(mom(x, 1), volume), period)", "atr(period)")
            .formula("ema of (x - x1) volume, in units of the atr; undefined where that is 0", "after Elder 1993")
            .computedBy((in, a) -> new ForceIndex(in[1], in[2]));

    private final Line force;
    private final Line range;

    ForceIndex(final Line force, final Line range) {
        this.force = force;
        this.range = range;
    }

    @Override
    protected void update() {
        emit(range.value() == 0 ? Double.NaN : force.value() / range.value());
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing; otherwise: sum = state.field("sum", sum);
    }
}
