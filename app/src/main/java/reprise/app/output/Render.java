package reprise.app.output;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Numbers and times as people read them. */
public final class Render {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private Render() {}

    /**
     * A count with thousands separators.
     *
     * @param count to show.
     * @return such as "1,234,567".
     */
    public static String count(final long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * A span of time.
     *
     * @param span to show.
     * @return such as "3d 2h 5m 0.25s", without the parts that are zero; "0s" for none.
     */
    public static String span(final Duration span) {
        if (span.isZero()) {
            return "0s";
        }
        final long days = span.toDays();
        final String rest = span.minusDays(days).toString().substring(2).toLowerCase(Locale.ROOT);
        final String spaced = rest.replaceAll("(?<=[hm])(?=.)", " ");
        return days == 0 ? spaced : days + "d" + (spaced.equals("0s") ? "" : " " + spaced);
    }

    /**
     * A time.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return ISO-8601 in UTC with as many decimals as needed; "-" for 0, which is no time.
     */
    public static String time(final long timeNs) {
        return timeNs == 0
                ? "-"
                : Instant.ofEpochSecond(
                                Math.floorDiv(timeNs, NANOS_PER_SECOND), Math.floorMod(timeNs, NANOS_PER_SECOND))
                        .toString();
    }
}
