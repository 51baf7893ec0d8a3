package reprise.simulation.sweep;

import java.time.Instant;

/**
 * A part of the data in time.
 *
 * @param fromNs when trading begins; bars that are complete by then are at most history. {@link #OPEN}: as configured.
 * @param untilNs when it ends: the last bar is complete by then. {@link #OPEN}: with the data.
 */
public record Span(long fromNs, long untilNs) {
    /** No bound. */
    public static final long OPEN = 0;

    /** All of the data, as configured. */
    public static final Span WHOLE = new Span(OPEN, OPEN);

    private static final long NS_PER_SECOND = 1_000_000_000L;

    /** Checks the order. */
    public Span {
        if (fromNs < 0 || untilNs < 0 || untilNs != OPEN && untilNs <= fromNs) {
            throw new IllegalArgumentException("impossible span: from " + fromNs + " until " + untilNs);
        }
    }

    /** A bound as text; nothing for an open one. */
    static String text(final long timeNs) {
        return timeNs == OPEN
                ? ""
                : Instant.ofEpochSecond(timeNs / NS_PER_SECOND, timeNs % NS_PER_SECOND)
                        .toString();
    }

    static long parse(final String text) {
        if (text.isEmpty()) {
            return OPEN;
        }
        final Instant time = Instant.parse(text);
        return time.getEpochSecond() * NS_PER_SECOND + time.getNano();
    }
}
