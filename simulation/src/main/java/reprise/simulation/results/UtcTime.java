package reprise.simulation.results;

import java.time.LocalDate;

/** Times as ISO 8601 text in UTC, to the digit that is needed. One per writer: keeps the text of the last day. */
public final class UtcTime {
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int SECONDS_PER_HOUR = 3600;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int[] FRACTION_DIGITS = {3, 6, 9};

    private final StringBuilder scratch = new StringBuilder(32);
    private long day = Long.MIN_VALUE;
    private String dayText = "";

    /**
     * Appends a time.
     *
     * @param text takes it.
     * @param timeNs nanoseconds since the epoch.
     */
    public void append(final StringBuilder text, final long timeNs) {
        final long seconds = Math.floorDiv(timeNs, NS_PER_SECOND);
        final long newDay = Math.floorDiv(seconds, SECONDS_PER_DAY);
        if (newDay != day) {
            day = newDay;
            dayText = LocalDate.ofEpochDay(newDay).toString();
        }
        final int secondOfDay = (int) Math.floorMod(seconds, SECONDS_PER_DAY);
        text.append(dayText).append('T');
        twoDigits(text, secondOfDay / SECONDS_PER_HOUR);
        text.append(':');
        twoDigits(text, secondOfDay / SECONDS_PER_MINUTE % SECONDS_PER_MINUTE);
        text.append(':');
        twoDigits(text, secondOfDay % SECONDS_PER_MINUTE);
        fraction(text, (int) Math.floorMod(timeNs, NS_PER_SECOND));
        text.append('Z');
    }

    /**
     * A time as text.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return such as 2024-01-01T00:00:00Z.
     */
    public String of(final long timeNs) {
        scratch.setLength(0);
        append(scratch, timeNs);
        return scratch.toString();
    }

    private static void twoDigits(final StringBuilder text, final int value) {
        text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }

    private static void fraction(final StringBuilder text, final int nanos) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        int scale = (int) NS_PER_SECOND;
        int rest = nanos;
        for (final int digits : FRACTION_DIGITS) {
            for (int i = digits - 3; i < digits; i++) {
                scale /= 10;
                text.append((char) ('0' + rest / scale));
                rest %= scale;
            }
            if (rest == 0) {
                return;
            }
        }
    }
}
