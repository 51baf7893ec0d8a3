package reprise.app.output;

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
