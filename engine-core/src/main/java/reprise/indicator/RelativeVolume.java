package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Volume over its mean at the same minute of the last {@code n} sessions. Undefined until that minute has been seen so often. Constant time;
 * keeps {@code n} numbers per minute of the day that ever had a bar, and makes room for a minute when it first has one.
 */
final class RelativeVolume extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("rvol", "Relative volume by time of day")
            .input("x", "volume")
            .needs("minute")
            .integer("sessions", 10, 1, 1000)
            .formula("v / mean of v at the same minute of the last n sessions", "-")
            .warmUp(a -> IndicatorSpec.WITH_DATA)
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy((in, a) -> new RelativeVolume(in[0], in[1], a.integer("sessions")));

    private static final int MINUTES = 24 * 60;

    private final Line volume;
    private final Line minute;
    private final int sessions;
    private final RollingSum[] byMinute = new RollingSum[MINUTES];

    RelativeVolume(final Line volume, final Line minute, final int sessions) {
        this.volume = volume;
        this.minute = minute;
        this.sessions = sessions;
    }

    @Override
    protected void update() {
        final int now = (int) minute.value();
        final RollingSum past = at(now);
        final double mean = past.isFull() ? past.value() / sessions : 0;
        emit(mean > 0 ? volume.value() / mean : Double.NaN);
        past.add(volume.value());
    }

    private RollingSum at(final int index) {
        if (byMinute[index] == null) {
            byMinute[index] = new RollingSum(sessions);
        }
        return byMinute[index];
    }

    @Override
    protected void state(final StateExchange state) {
        for (int i = 0; i < MINUTES; i++) {
            if (state.field("seen", byMinute[i] != null)) {
                at(i).state(state);
            }
        }
    }
}
