package reprise.simulation.data;

import java.time.LocalDate;
import reprise.calendar.SessionCalendar;

/**
 * Beginning and end of a bar from its stamp, and what lies between two bars. Days and months are those of the zone's calendar.
 * Allocates only for months.
 */
final class BarBounds {

    private final BarPeriod period;
    private final LocalClock clock;
    private final boolean stampIsClose;
    private final boolean dateOnly;
    private final long inclusiveEndNs;

    /**
     * Bounds of bars stamped in one way.
     *
     * @param dateOnly whether stamps are dates: as an end, a date means the end of that day
     * @param inclusiveEndNs what is missing from the stamp to the end if stamps are the last unit of time inside the bar
     */
    BarBounds(
            final BarPeriod period,
            final LocalClock clock,
            final StampConvention stamp,
            final boolean dateOnly,
            final long inclusiveEndNs) {
        this.period = period;
        this.clock = clock;
        this.stampIsClose = stamp == StampConvention.CLOSE;
        this.dateOnly = dateOnly;
        this.inclusiveEndNs = inclusiveEndNs;
    }

    /** Beginning of the bar with this stamp. */
    long openNs(final long stampNs) {
        return stampIsClose ? shifted(closeNs(stampNs), -period.count()) : stampNs;
    }

    /** End of the bar with this stamp. */
    long closeNs(final long stampNs) {
        if (!stampIsClose) {
            return shifted(stampNs, period.count());
        }
        return dateOnly ? shiftedDays(stampNs, 1) : stampNs + inclusiveEndNs;
    }

    /** How many bars fit from the end of one bar to the beginning of another; at least 1 if there is any room. */
    long barsBetween(final long endNs, final long beginNs) {
        final long bars = switch (period.unit()) {
            case NANOS -> (beginNs - endNs) / period.count();
            case DAYS -> (clock.localDay(beginNs) - clock.localDay(endNs)) / period.count();
            case MONTHS -> (monthOf(beginNs) - monthOf(endNs)) / period.count();
        };
        return Math.max(1, bars);
    }

    /**
     * How many of these have a part of a session in them; none after the last session that the calendar knows. Days of a clock change and
     * months are taken to be as long as others, which moves no session out of its bar.
     */
    long barsBetween(final long endNs, final long beginNs, final SessionCalendar sessions) {
        final int count = sessions.sessionCount();
        if (endNs >= sessions.closeNs(count - 1)) {
            return 0;
        }
        final long room = barsBetween(endNs, beginNs);
        final long periodNs = period.nominalNs();
        long bars = 0;
        long counted = 0;
        for (int i = sessions.sessionAtOrAfter(endNs); i < count && sessions.openNs(i) < beginNs; i++) {
            final long first = Math.max(counted, Math.max(0, sessions.openNs(i) - endNs) / periodNs);
            counted = Math.min(room, (sessions.closeNs(i) - endNs + periodNs - 1) / periodNs);
            bars += Math.max(0, counted - first);
        }
        return bars;
    }

    private long shifted(final long timeNs, final long count) {
        return switch (period.unit()) {
            case NANOS -> timeNs + count;
            case DAYS -> shiftedDays(timeNs, count);
            case MONTHS -> shiftedMonths(timeNs, count);
        };
    }

    private long shiftedDays(final long timeNs, final long days) {
        return clock.toUtcNs(clock.toLocalNs(timeNs) + days * BarPeriod.DAY_NS);
    }

    private long shiftedMonths(final long timeNs, final long months) {
        final long localNs = clock.toLocalNs(timeNs);
        final long day = Math.floorDiv(localNs, BarPeriod.DAY_NS);
        final long movedDay = LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay();
        return clock.toUtcNs(localNs + (movedDay - day) * BarPeriod.DAY_NS);
    }

    private long monthOf(final long timeNs) {
        final LocalDate date = LocalDate.ofEpochDay(clock.localDay(timeNs));
        return date.getYear() * 12L + date.getMonthValue();
    }
}
