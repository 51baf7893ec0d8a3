package reprise.bar;

import java.util.Locale;
import reprise.calendar.SessionCalendar;
import reprise.state.StateExchange;

/**
 * What bars are wanted. Equal specifications of one instrument share one series. Immutable; made at start-up:
 *
 * <pre>
 *   BarSpec.minutes(5)                                              of trades, aligned to UTC
 *   BarSpec.hours(1).of(BarInput.BARS)                              of the venue's bars
 *   BarSpec.minutes(30).inSessions(SessionCalendar.usEquities())    9:30, 10:00, ... in New York, regular hours only
 *   BarSpec.volume(1_000_000)                                       a bar each time so much has traded
 * </pre>
 *
 * @param kind what makes a bar complete.
 * @param size how much of it: nanoseconds, trades or quotes, quantity units of the instrument, or money units.
 * @param input what bars are built of.
 * @param calendar whose sessions a time bar is aligned to, the first bar of a session beginning with it and the last one ending with it,
 *     be it short; null to align to UTC: as though bars had followed each other since Monday 1970-01-05, midnight.
 * @param extendedHours whether sessions include pre-market and post-market.
 * @param closeDelayNs how long after its end a time bar waits, by the engine's clock, for inputs that are on their way. It closes sooner if
 *     an input from beyond its end shows that it is complete; it is stamped with its end in any case. Bars of bars must wait, because the
 *     last bar in them is known at their end at the earliest.
 */
public record BarSpec(
        BarKind kind, long size, BarInput input, SessionCalendar calendar, boolean extendedHours, long closeDelayNs) {
    /** The longest time bar aligned to UTC. */
    public static final long MAX_LENGTH_NS = 366L * 86_400_000_000_000L;

    /** The shortest time bar. */
    public static final long MIN_LENGTH_NS = 1_000_000L;

    /** The longest delay. */
    public static final long MAX_CLOSE_DELAY_NS = 3_600_000_000_000L;

    /**
     * How long bars of bars wait by default: the venue's last bar ends when they do, and is known a while later.
     */
    public static final long BARS_CLOSE_DELAY_NS = 5_000_000_000L;

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DAY_NS = 86_400 * SECOND_NS;

    /** Checks that it makes sense. */
    public BarSpec {
        require(size > 0, "size must be positive", size);
        require(closeDelayNs >= 0 && closeDelayNs <= MAX_CLOSE_DELAY_NS, "impossible closeDelayNs", closeDelayNs);
        require(!extendedHours || calendar != null, "extended hours need a calendar", size);
        if (kind == BarKind.TIME) {
            final long maxNs = calendar == null ? MAX_LENGTH_NS : DAY_NS;
            require(input != BarInput.BARS || closeDelayNs > 0, "bars of bars must wait, closeDelayNs", closeDelayNs);
            require(size >= MIN_LENGTH_NS && size <= maxNs, "impossible length in nanoseconds", size);
        } else {
            require(calendar == null && closeDelayNs == 0, "only time bars have sessions and delays", size);
            require(kind != BarKind.TICK || input != BarInput.BARS, "bars do not say how many trades they hold", size);
            require(kind == BarKind.TICK || input != BarInput.QUOTES, "quotes have no volume", size);
        }
    }

    private static void require(final boolean condition, final String problem, final long value) {
        if (!condition) {
            throw new IllegalArgumentException("impossible bars: " + problem + ": " + value);
        }
    }

    /**
     * Time bars of trades, aligned to UTC.
     *
     * @param lengthNs of a bar, from a millisecond to a year.
     * @return the specification.
     */
    public static BarSpec time(final long lengthNs) {
        return new BarSpec(BarKind.TIME, lengthNs, BarInput.TRADES, null, false, 0);
    }

    /**
     * Time bars of trades, aligned to UTC.
     *
     * @param count seconds of a bar.
     * @return the specification.
     */
    public static BarSpec seconds(final int count) {
        return time(count * SECOND_NS);
    }

    /**
     * Time bars of trades, aligned to UTC.
     *
     * @param count minutes of a bar.
     * @return the specification.
     */
    public static BarSpec minutes(final int count) {
        return time(count * 60L * SECOND_NS);
    }

    /**
     * Time bars of trades, aligned to UTC.
     *
     * @param count hours of a bar.
     * @return the specification.
     */
    public static BarSpec hours(final int count) {
        return time(count * 3_600L * SECOND_NS);
    }

    /**
     * Time bars of trades, aligned to UTC; with {@link #inSessions} one bar a session.
     *
     * @return the specification.
     */
    public static BarSpec daily() {
        return time(DAY_NS);
    }

    /**
     * A bar each time so many trades have come.
     *
     * @param count of trades.
     * @return the specification.
     */
    public static BarSpec ticks(final long count) {
        return new BarSpec(BarKind.TICK, count, BarInput.TRADES, null, false, 0);
    }

    /**
     * A bar each time so much has traded.
     *
     * @param quantity in quantity units of the instrument.
     * @return the specification.
     */
    public static BarSpec volume(final long quantity) {
        return new BarSpec(BarKind.VOLUME, quantity, BarInput.TRADES, null, false, 0);
    }

    /**
     * A bar each time so much has been paid.
     *
     * @param worth in money units of the quote currency.
     * @return the specification.
     */
    public static BarSpec dollars(final long worth) {
        return new BarSpec(BarKind.DOLLAR, worth, BarInput.TRADES, null, false, 0);
    }

    /**
     * The same bars of something else. Time bars of bars wait {@link #BARS_CLOSE_DELAY_NS} unless told otherwise afterwards.
     *
     * @param newInput what they are built of.
     * @return another specification.
     */
    public BarSpec of(final BarInput newInput) {
        final boolean waits = newInput == BarInput.BARS && kind == BarKind.TIME;
        return new BarSpec(kind, size, newInput, calendar, extendedHours, waits ? BARS_CLOSE_DELAY_NS : 0);
    }

    /**
     * The same time bars, of regular hours only and aligned to the open of each session.
     *
     * @param newCalendar whose sessions.
     * @return another specification.
     */
    public BarSpec inSessions(final SessionCalendar newCalendar) {
        return new BarSpec(kind, size, input, newCalendar, false, closeDelayNs);
    }

    /**
     * The same time bars, aligned to the begin of each session's pre-market and ending with its post-market.
     *
     * @param newCalendar whose sessions.
     * @return another specification.
     */
    public BarSpec inExtendedSessions(final SessionCalendar newCalendar) {
        return new BarSpec(kind, size, input, newCalendar, true, closeDelayNs);
    }

    /**
     * The same time bars, waiting.
     *
     * @param newCloseDelayNs for inputs that are on their way when a bar ends.
     * @return another specification.
     */
    public BarSpec withCloseDelay(final long newCloseDelayNs) {
        return new BarSpec(kind, size, input, calendar, extendedHours, newCloseDelayNs);
    }

    /**
     * Whether a bar is short enough to be a part of these.
     *
     * @param periodNs how long it is.
     * @return whether it is no longer than they are.
     */
    public boolean canHold(final long periodNs) {
        return kind != BarKind.TIME || periodNs <= size;
    }

    /**
     * Whether bars of a length fill these, so that each of these is built of as many. Of a day in sessions there is one a session, however
     * long that is.
     *
     * @param periodNs how long the bars are that these would be built of.
     * @return whether they are no longer, and these a multiple of them.
     */
    public boolean isFilledBy(final long periodNs) {
        final boolean isSession = calendar != null && size == DAY_NS;
        return canHold(periodNs) && (kind != BarKind.TIME || isSession || size % periodNs == 0);
    }

    /**
     * Names it for people: what, of what, in which sessions.
     *
     * @return such as {@code 5m trades us-equities} or {@code 1000 ticks trades}.
     */
    public String label() {
        final String what = kind == BarKind.TIME ? lengthText() : size + " " + lower(kind.name());
        final String sessions = calendar == null ? "" : " " + calendar.name() + (extendedHours ? " extended" : "");
        return what + " " + lower(input.name()) + sessions;
    }

    private String lengthText() {
        if (size % DAY_NS == 0) {
            return size / DAY_NS + "d";
        }
        if (size % (3_600 * SECOND_NS) == 0) {
            return size / (3_600 * SECOND_NS) + "h";
        }
        if (size % (60 * SECOND_NS) == 0) {
            return size / (60 * SECOND_NS) + "m";
        }
        return size % SECOND_NS == 0 ? size / SECOND_NS + "s" : size + "ns";
    }

    private static String lower(final String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Carries all facts, the label first for those who read; gives a specification of what comes back. */
    static BarSpec exchange(final StateExchange state, final BarSpec present) {
        final String label = state.field("spec", present.label());
        final String calendarName = state.field("calendar", present.calendar == null ? "" : present.calendar.name());
        final BarSpec spec = new BarSpec(
                state.field("kind", present.kind, BarKind::valueOf),
                state.field("size", present.size),
                state.field("input", present.input, BarInput::valueOf),
                calendarName.isEmpty() ? null : SessionCalendar.named(calendarName),
                state.field("extendedHours", present.extendedHours),
                state.field("closeDelayNs", present.closeDelayNs));
        if (!spec.label().equals(label)) {
            throw new IllegalStateException("the state names its bars otherwise: " + label + ", " + spec.label());
        }
        return spec;
    }
}
