package reprise.simulation.data;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Converts between wall clock time of a zone and UTC, both as nanoseconds since 1970. Remembers the offset and how long it holds,
 * so that it allocates only when a clock change is crossed.
 *
 * <p>A wall clock time that exists twice (clocks set back) means the first; one that never was (clocks set forward) is moved
 * forward by the change, as java.time does.
 */
final class LocalClock {

    /** Coordinated universal time by its usual name. */
    static final ZoneId UTC = ZoneId.of("UTC");

    private static final long SECOND_NS = BarPeriod.SECOND_NS;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final boolean fixed;
    private long localOffsetNs;
    private long localFromNs;
    private long localUntilNs;
    private long utcOffsetNs;
    private long utcFromNs;
    private long utcUntilNs;

    LocalClock(final ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.fixed = rules.isFixedOffset();
        if (fixed) {
            localOffsetNs = rules.getOffset(Instant.EPOCH).getTotalSeconds() * SECOND_NS;
            utcOffsetNs = localOffsetNs;
        }
    }

    ZoneId zone() {
        return zone;
    }

    /** The moment at which the zone's clocks show this time. */
    long toUtcNs(final long localNs) {
        if (!fixed && (localNs < localFromNs || localNs >= localUntilNs)) {
            lookUpLocal(localNs);
        }
        return localNs - localOffsetNs;
    }

    /** What the zone's clocks show at this moment. */
    long toLocalNs(final long utcNs) {
        if (!fixed && (utcNs < utcFromNs || utcNs >= utcUntilNs)) {
            lookUpUtc(utcNs);
        }
        return utcNs + utcOffsetNs;
    }

    /** Days since 1970 on the zone's calendar. */
    long localDay(final long utcNs) {
        return Math.floorDiv(toLocalNs(utcNs), BarPeriod.DAY_NS);
    }

    private void lookUpLocal(final long localNs) {
        final long second = Math.floorDiv(localNs, SECOND_NS);
        final ZoneOffset offset = rules.getOffset(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
        final Instant moment = Instant.ofEpochSecond(second - offset.getTotalSeconds());
        final ZoneOffsetTransition before = rules.previousTransition(moment.plusNanos(1));
        final ZoneOffsetTransition after = rules.nextTransition(moment);
        localOffsetNs = offset.getTotalSeconds() * SECOND_NS;
        localFromNs = before == null ? Long.MIN_VALUE : laterWallClock(before) * SECOND_NS;
        localUntilNs = after == null ? Long.MAX_VALUE : earlierWallClock(after) * SECOND_NS;
        if (localNs < localFromNs || localNs >= localUntilNs) {
            // Inside a clock change the offset holds for this time alone.
            localFromNs = Long.MAX_VALUE;
            localUntilNs = Long.MIN_VALUE;
        }
    }

    private void lookUpUtc(final long utcNs) {
        final Instant moment = Instant.ofEpochSecond(Math.floorDiv(utcNs, SECOND_NS));
        final ZoneOffsetTransition before = rules.previousTransition(moment.plusNanos(1));
        final ZoneOffsetTransition after = rules.nextTransition(moment);
        utcOffsetNs = rules.getOffset(moment).getTotalSeconds() * SECOND_NS;
        utcFromNs = before == null ? Long.MIN_VALUE : before.toEpochSecond() * SECOND_NS;
        utcUntilNs = after == null ? Long.MAX_VALUE : after.toEpochSecond() * SECOND_NS;
    }

    private static long laterWallClock(final ZoneOffsetTransition change) {
        return change.toEpochSecond()
                + Math.max(
                        change.getOffsetBefore().getTotalSeconds(),
                        change.getOffsetAfter().getTotalSeconds());
    }

    private static long earlierWallClock(final ZoneOffsetTransition change) {
        return change.toEpochSecond()
                + Math.min(
                        change.getOffsetBefore().getTotalSeconds(),
                        change.getOffsetAfter().getTotalSeconds());
    }
}
