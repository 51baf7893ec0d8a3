package reprise.indicator;

import reprise.state.StateExchange;

/** A step from 0 to 1 at a moment, to anchor others to it. Constant time. */
final class Since extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("since", "Step at a moment")
            .needs("time")
            .real("epoch_second", 0, 0, 1e11)
            .formula("1 from the first bar on that closes after that second (counted from 1970, UTC), 0 before", "-")
            .computedBy((in, a) -> new Since(in[0], a.real("epoch_second")));

    private final Line time;
    private final double from;

    Since(final Line time, final double from) {
        this.time = time;
        this.from = from;
    }

    @Override
    protected void update() {
        emit(time.value() > from ? 1 : 0);
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
