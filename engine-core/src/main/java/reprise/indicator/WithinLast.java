package reprise.indicator;

import reprise.state.StateExchange;

/** Whether something happened within the last {@code n} bars, the current one included. Constant time. */
final class WithinLast extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("within_last", "Event within the last n bars")
            .input("event", "cross")
            .period("period", 5, 1)
            .formula("1 if the event line was neither 0 nor undefined on one of the last n bars, else 0", "-")
            .memory(a -> a.integer("period"))
            .computedBy((in, a) -> new WithinLast(in[0], a.integer("period")));

    private final Line event;
    private final int period;
    private int remaining;

    WithinLast(final Line event, final int period) {
        this.event = event;
        this.period = period;
    }

    @Override
    protected void update() {
        final double now = event.value();
        if (now != 0 && !Double.isNaN(now)) {
            remaining = period;
        }
        emit(remaining > 0 ? 1 : 0);
        if (remaining > 0) {
            remaining--;
        }
    }

    @Override
    protected void state(final StateExchange state) {
        remaining = state.field("remaining", remaining);
    }
}
