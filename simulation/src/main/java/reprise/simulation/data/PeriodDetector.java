package reprise.simulation.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Finds the length of the bars: the smallest step between stamps that is common and of which the others are multiples. */
final class PeriodDetector {

    /** A step is common if one in this many is like it. */
    private static final int COMMON_ONE_IN = 50;

    private static final int MULTIPLES_PERCENT = 90;
    private static final int SUB_SECOND_PERCENT = 50;

    private final StampSample sample;
    private final LocalClock clock;

    PeriodDetector(final StampSample sample, final LocalClock clock) {
        this.sample = sample;
        this.clock = clock;
    }

    /** The period, {@link BarPeriod#UNKNOWN} if the stamps have no regular step. */
    BarPeriod detect() {
        final long[] steps = sample.sortedStepsNs(clock);
        if (steps.length == 0) {
            return BarPeriod.UNKNOWN;
        }
        if (steps[0] >= Timing.SHORTEST_MONTH_DAYS * BarPeriod.DAY_NS && (isSameDayOfMonth() || isMonthEnds())) {
            return BarPeriod.ofMonths(smallestMonths());
        }
        final long step = smallestCommon(steps);
        return step == 0 ? BarPeriod.UNKNOWN : BarPeriod.ofNanos(step);
    }

    /** Whether every stamp is the last day of a month; no bar begins that way. */
    boolean isMonthEnds() {
        for (int i = 0; i < sample.count(); i++) {
            final LocalDate date = date(i);
            if (date.getDayOfMonth() != date.lengthOfMonth()) {
                return false;
            }
        }
        return sample.count() > 1;
    }

    private boolean isSameDayOfMonth() {
        for (int i = 1; i < sample.count(); i++) {
            if (date(i).getDayOfMonth() != date(0).getDayOfMonth()) {
                return false;
            }
        }
        return true;
    }

    private long smallestMonths() {
        long smallest = Long.MAX_VALUE;
        for (int i = 1; i < sample.count(); i++) {
            final long months =
                    Math.abs(ChronoUnit.MONTHS.between(date(i - 1).withDayOfMonth(1), date(i).withDayOfMonth(1)));
            smallest = months > 0 ? Math.min(smallest, months) : smallest;
        }
        return smallest;
    }

    private static long smallestCommon(final long[] sorted) {
        final int enough = Math.max(1, sorted.length / COMMON_ONE_IN);
        int from = 0;
        while (from < sorted.length) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            final int share = 100 * (to - from) / sorted.length;
            final boolean longEnough = sorted[from] >= BarPeriod.SECOND_NS || share >= SUB_SECOND_PERCENT;
            if (to - from >= enough && longEnough && isDivisorOfMost(sorted, sorted[from])) {
                return sorted[from];
            }
            from = to;
        }
        return 0;
    }

    private static boolean isDivisorOfMost(final long[] steps, final long divisor) {
        int multiples = 0;
        for (final long step : steps) {
            multiples += step % divisor == 0 ? 1 : 0;
        }
        return multiples * 100L >= (long) MULTIPLES_PERCENT * steps.length;
    }

    private LocalDate date(final int index) {
        return LocalDate.ofEpochDay(clock.localDay(sample.stampNs(index)));
    }
}
