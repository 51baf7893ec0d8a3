package reprise.simulation.data;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Moments for people. Allocates. */
final class UtcText {

    private UtcText() {}

    /** ISO-8601 in UTC, with as many decimals of the second as needed. */
    static String of(final long epochNs) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(epochNs, BarPeriod.SECOND_NS), Math.floorMod(epochNs, BarPeriod.SECOND_NS))
                .toString();
    }

    /** A length of time such as 2h45m. */
    static String ofDuration(final long ns) {
        return Duration.ofNanos(ns).toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
