package reprise.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * Daylight saving time of the United States by the letter of its law, for New York. Stateless; allocates; for making tables.
 *
 * <p>Design note: the time zone data of a JDK would say the same today, but it is updated on its own schedule, so that two machines, or one
 * machine before and after an update, could disagree about a session. A rule in the program can only change with the program, and a run
 * names the program that made it. When the law changes, this class does.
 */
final class UsDaylightSaving {
    /** Hours that New York is behind UTC in winter; one less in summer. */
    static final int WINTER_HOURS_BEHIND_UTC = 5;

    private UsDaylightSaving() {}

    /**
     * Hours to add to New York's time of a day to have UTC; holds from two in the morning (one in the year's last change) to midnight.
     *
     * @param date in New York.
     * @return 4 or 5.
     */
    static int hoursBehindUtc(final LocalDate date) {
        final boolean summer = !date.isBefore(begin(date.getYear())) && date.isBefore(end(date.getYear()));
        return summer ? WINTER_HOURS_BEHIND_UTC - 1 : WINTER_HOURS_BEHIND_UTC;
    }

    /** The Sunday on which clocks go forward, at two in the morning. */
    static LocalDate begin(final int year) {
        if (year >= 2007) {
            return nth(2, DayOfWeek.SUNDAY, year, Month.MARCH);
        }
        if (year >= 1987) {
            return nth(1, DayOfWeek.SUNDAY, year, Month.APRIL);
        }
        // Two winters of saving oil.
        if (year == 1974) {
            return LocalDate.of(year, Month.JANUARY, 6);
        }
        return year == 1975 ? LocalDate.of(year, Month.FEBRUARY, 23) : last(DayOfWeek.SUNDAY, year, Month.APRIL);
    }

    /** The Sunday on which clocks go back, at two in the morning. */
    static LocalDate end(final int year) {
        return year >= 2007
                ? nth(1, DayOfWeek.SUNDAY, year, Month.NOVEMBER)
                : last(DayOfWeek.SUNDAY, year, year >= 1955 ? Month.OCTOBER : Month.SEPTEMBER);
    }

    private static LocalDate nth(final int ordinal, final DayOfWeek day, final int year, final Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
    }

    private static LocalDate last(final DayOfWeek day, final int year, final Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(day));
    }
}
