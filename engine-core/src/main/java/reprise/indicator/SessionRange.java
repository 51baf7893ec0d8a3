package reprise.indicator;

import reprise.state.StateExchange;

/**
 * What sessions have ranged over: the present one so far, the one before, or the opening of the present one. Constant time.
 */
final class SessionRange extends Indicator {
    static final IndicatorSpec SO_FAR = IndicatorSpec.named("session_range", "Range of the session so far")
            .needs("high", "low", "open", "session")
            .outputs("high", "low", "open")
            .formula("highest high, lowest low and first open since the session began, the current bar included", "-")
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy((in, a) -> new SessionRange(in[0], in[1], in[2], in[3], null, 0, Part.SO_FAR));

    static final IndicatorSpec PRIOR = IndicatorSpec.named("prior_session", "Range of the session before")
            .needs("high", "low", "close", "session")
            .outputs("high", "low", "close")
            .formula("highest high, lowest low and last close of the previous whole session; undefined before one", "-")
            .warmUp(a -> IndicatorSpec.WITH_DATA)
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy((in, a) -> new SessionRange(in[0], in[1], in[2], in[3], null, 0, Part.PRIOR));

    static final IndicatorSpec OPENING = IndicatorSpec.named("opening_range", "Range of the session's opening")
            .needs("high", "low", "open", "session", "minute")
            .integer("minutes", 15, 1, 1_440)
            .outputs("high", "low", "open")
            .formula(
                    "highest high, lowest low and first open of the bars that end less than so many minutes after the session's first; undefined until it is over, and in the first session",
                    "Crabel 1990")
            .warmUp(a -> IndicatorSpec.WITH_DATA)
            .memory(a -> IndicatorSpec.NEVER)
            .computedBy(
                    (in, a) -> new SessionRange(in[0], in[1], in[2], in[3], in[4], a.integer("minutes"), Part.OPENING));

    /** Of which part of sessions the range is. */
    private enum Part {
        SO_FAR,
        PRIOR,
        OPENING
    }

    private final Line high;
    private final Line low;
    private final Line openOrClose;
    private final Line session;
    private final Line minute;
    private final int minutes;
    private final Part part;
    private double current = Double.NaN;
    private boolean whole;
    private double top;
    private double bottom;
    private double edge;
    private double firstMinute;

    private SessionRange(
            final Line high,
            final Line low,
            final Line openOrClose,
            final Line session,
            final Line minute,
            final int minutes,
            final Part part) {
        super(3);
        this.high = high;
        this.low = low;
        this.openOrClose = openOrClose;
        this.session = session;
        this.minute = minute;
        this.minutes = minutes;
        this.part = part;
    }

    @Override
    protected void update() {
        final double now = session.value();
        if (now != current) {
            begin(now);
        } else if (part != Part.OPENING || isOpening()) {
            top = Math.max(top, high.value());
            bottom = Math.min(bottom, low.value());
        }
        switch (part) {
            case SO_FAR -> tell();
            case PRIOR -> edge = openOrClose.value();
            default -> tellOpening();
        }
    }

    private void begin(final double now) {
        if (part == Part.PRIOR && whole) {
            tell();
        }
        // The first session may have begun before the first bar.
        whole = !Double.isNaN(current);
        current = now;
        top = high.value();
        bottom = low.value();
        edge = openOrClose.value();
        firstMinute = minute == null ? 0 : minute.value();
    }

    private boolean isOpening() {
        return minute.value() < firstMinute + minutes;
    }

    private void tellOpening() {
        if (!whole || isOpening()) {
            emit(Double.NaN);
            emit(1, Double.NaN);
            emit(2, Double.NaN);
        } else {
            tell();
        }
    }

    private void tell() {
        emit(top);
        emit(1, bottom);
        emit(2, edge);
    }

    @Override
    protected void state(final StateExchange state) {
        current = state.field("current", current);
        whole = state.field("whole", whole);
        top = state.field("top", top);
        bottom = state.field("bottom", bottom);
        edge = state.field("edge", edge);
        firstMinute = state.field("firstMinute", firstMinute);
    }
}
