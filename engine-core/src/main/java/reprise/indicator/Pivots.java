package reprise.indicator;

import reprise.state.StateExchange;

/** Floor traders' pivot and its supports and resistances, from the whole previous session; undefined in the first. Constant time. */
final class Pivots extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("pivots", "Pivot points")
            .needs("high", "low", "close", "session")
            .outputs("p", "r1", "s1", "r2", "s2", "r3", "s3")
            .formula(
                    "p = (H+L+C)/3 of the previous session; r1 = 2p-L, s1 = 2p-H, r2 = p+H-L, s2 = p-H+L, r3 = H+2(p-L), s3 = L-2(H-p)",
                    "floor traders")
            .warmUp(a -> IndicatorSpec.WITH_DATA)
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy((in, a) -> new Pivots(in[0], in[1], in[2], in[3]));

    private final Line high;
    private final Line low;
    private final Line close;
    private final Line session;
    private double current = Double.NaN;
    private boolean whole;
    private double top;
    private double bottom;
    private double last;

    Pivots(final Line high, final Line low, final Line close, final Line session) {
        super(7);
        this.high = high;
        this.low = low;
        this.close = close;
        this.session = session;
    }

    @Override
    protected void update() {
        final double now = session.value();
        if (now != current) {
            // The first session may have begun before the first bar.
            if (whole) {
                levels();
            }
            whole = !Double.isNaN(current);
            current = now;
            top = high.value();
            bottom = low.value();
        } else {
            top = Math.max(top, high.value());
            bottom = Math.min(bottom, low.value());
        }
        last = close.value();
    }

    private void levels() {
        final double pivot = (top + bottom + last) / 3;
        emit(pivot);
        emit(1, 2 * pivot - bottom);
        emit(2, 2 * pivot - top);
        emit(3, pivot + (top - bottom));
        emit(4, pivot - (top - bottom));
        emit(5, top + 2 * (pivot - bottom));
        emit(6, bottom - 2 * (top - pivot));
    }

    @Override
    protected void state(final StateExchange state) {
        current = state.field("current", current);
        whole = state.field("whole", whole);
        top = state.field("top", top);
        bottom = state.field("bottom", bottom);
        last = state.field("last", last);
    }
}
