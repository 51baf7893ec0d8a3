package reprise.indicator;

import reprise.state.StateExchange;

/** A step from 0 to 1 at a moment, to anchor others to it. Constant time. */
final class Since extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("since", "Step at a moment")
            .needs("session", "minute")
            .real("epoch_minute", 0, 0, 1e9)
            .formula("0 before, 1 from the bar that closes after that minute (counted from 1970, UTC) began", "-")
            .computedBy((in, a) -> new Since(in[0], in[1], a.real("epoch_minute")));

    private static final int MINUTES_PER_DAY = 24 * 60;

    private final Line session;
    private final Line minute;
    private final double from;

    Since(final Line session, final Line minute, final double from) {
        this.session = session;
        this.minute = minute;
        this.from = from;
    }

    @Override
    protected void update() {
        emit(session.value() * MINUTES_PER_DAY + minute.value() >= from ? 1 : 0);
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
