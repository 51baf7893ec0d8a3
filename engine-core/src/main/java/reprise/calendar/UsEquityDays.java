package reprise.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days the stock exchanges of New York trade, and from when to when, by their rules (NYSE rule 7.2 and its announcements). The rules
 * are those of 1998 to today; other years get the same as the best guess. Stateless; allocates; for making tables.
 *
 * <p>A holiday on a Sunday is kept on the Monday after it, one on a Saturday on the Friday before it, but for New Year's Day: a Friday
 * that ends a year is traded.
 */
final class UsEquityDays {
    /** When trading before the session begins, in minutes of New York's day. */
    static final int PRE_MARKET_MINUTE = 4 * 60;

    /** How long trading goes on after the session, on half days too. */
    static final int POST_MARKET_MINUTES = 4 * 60;

    /** When the regular session opens, in minutes of New York's day. */
    static final int OPEN_MINUTE = 9 * 60 + 30;

    /** When it closes. */
    static final int CLOSE_MINUTE = 16 * 60;

    /** When it closes on half days. */
    static final int EARLY_CLOSE_MINUTE = 13 * 60;

    /** The morning of 2002-09-11 was given to remembrance; Nasdaq opened at eleven, New York at noon. */
    private static final int LATE_OPEN_MINUTE = 11 * 60;

    private static final LocalDate LATE_OPEN = LocalDate.of(2002, 9, 11);
    private static final int JUNETEENTH_SINCE = 2022;
    private static final int KING_DAY_SINCE = 1998;
    private static final int LAST_YEAR_OF_EARLY_FRIDAY_AFTER_INDEPENDENCE_DAY = 2012;

    private static final Set<LocalDate> SPECIAL_CLOSURES = Set.of(
            // The attacks on New York and Washington.
            LocalDate.of(2001, 9, 11),
            LocalDate.of(2001, 9, 12),
            LocalDate.of(2001, 9, 13),
            LocalDate.of(2001, 9, 14),
            // Mourning for the Presidents Reagan and Ford.
            LocalDate.of(2004, 6, 11),
            LocalDate.of(2007, 1, 2),
            // Hurricane Sandy.
            LocalDate.of(2012, 10, 29),
            LocalDate.of(2012, 10, 30),
            // Mourning for the Presidents Bush (the elder) and Carter.
            LocalDate.of(2018, 12, 5),
            LocalDate.of(2025, 1, 9));

    private static final Set<LocalDate> SPECIAL_HALF_DAYS =
            Set.of(LocalDate.of(1999, 12, 31), LocalDate.of(2003, 12, 26));

    private UsEquityDays() {}

    /**
     * Whether there is a session.
     *
     * @param date in New York.
     * @return whether it is neither a weekend nor a holiday nor a special closure.
     */
    static boolean isTraded(final LocalDate date) {
        final DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY
                && day != DayOfWeek.SUNDAY
                && !isHoliday(date)
                && !SPECIAL_CLOSURES.contains(date);
    }

    /**
     * When the session of a traded day opens.
     *
     * @param date in New York.
     * @return minutes of its day.
     */
    static int openMinute(final LocalDate date) {
        return date.equals(LATE_OPEN) ? LATE_OPEN_MINUTE : OPEN_MINUTE;
    }

    /**
     * When the session of a traded day closes.
     *
     * @param date in New York.
     * @return minutes of its day.
     */
    static int closeMinute(final LocalDate date) {
        return isHalfDay(date) ? EARLY_CLOSE_MINUTE : CLOSE_MINUTE;
    }

    private static boolean isHoliday(final LocalDate date) {
        switch (date.getMonth()) {
            case JANUARY:
                return date.getDayOfMonth() == 1
                        || date.getDayOfMonth() == 2 && date.getDayOfWeek() == DayOfWeek.MONDAY
                        || date.getYear() >= KING_DAY_SINCE && isNth(3, DayOfWeek.MONDAY, date);
            case FEBRUARY:
                return isNth(3, DayOfWeek.MONDAY, date);
            case MARCH, APRIL:
                return date.equals(goodFriday(date.getYear()));
            case MAY:
                return date.getDayOfWeek() == DayOfWeek.MONDAY && date.getDayOfMonth() > 31 - 7;
            case JUNE:
                return date.getYear() >= JUNETEENTH_SINCE && keeps(19, date);
            case JULY:
                return keeps(4, date);
            case SEPTEMBER:
                return isNth(1, DayOfWeek.MONDAY, date);
            case NOVEMBER:
                return isNth(4, DayOfWeek.THURSDAY, date);
            case DECEMBER:
                return keeps(25, date);
            default:
                return false;
        }
    }

    /** Whether a weekday is the day on which a holiday of this month is kept. */
    private static boolean keeps(final int dayOfMonth, final LocalDate date) {
        final int difference = date.getDayOfMonth() - dayOfMonth;
        return difference == 0
                || difference == 1 && date.getDayOfWeek() == DayOfWeek.MONDAY
                || difference == -1 && date.getDayOfWeek() == DayOfWeek.FRIDAY;
    }

    private static boolean isNth(final int ordinal, final DayOfWeek day, final LocalDate date) {
        return date.getDayOfWeek() == day && (date.getDayOfMonth() - 1) / 7 == ordinal - 1;
    }

    private static boolean isHalfDay(final LocalDate date) {
        final DayOfWeek day = date.getDayOfWeek();
        switch (date.getMonth()) {
            case JULY:
                return isDayBeforeIndependenceDay(date, day) || isFridayAfterIndependenceDay(date, day);
            case NOVEMBER:
                return isNth(4, DayOfWeek.THURSDAY, date.minusDays(1));
            case DECEMBER:
                // A Friday that is the 24th keeps Christmas.
                return date.getDayOfMonth() == 24 && day != DayOfWeek.FRIDAY || SPECIAL_HALF_DAYS.contains(date);
            default:
                return false;
        }
    }

    /** Until 2012 a Wednesday before was traded in full, and the Friday after was short. */
    private static boolean isDayBeforeIndependenceDay(final LocalDate date, final DayOfWeek day) {
        return date.getDayOfMonth() == 3
                && (day != DayOfWeek.WEDNESDAY || date.getYear() > LAST_YEAR_OF_EARLY_FRIDAY_AFTER_INDEPENDENCE_DAY);
    }

    private static boolean isFridayAfterIndependenceDay(final LocalDate date, final DayOfWeek day) {
        return date.getDayOfMonth() == 5
                && day == DayOfWeek.FRIDAY
                && date.getYear() <= LAST_YEAR_OF_EARLY_FRIDAY_AFTER_INDEPENDENCE_DAY;
    }

    /** Two days before Easter by the Gregorian computus: the Sunday after the church's full moon on or after 21 March. */
    static LocalDate goodFriday(final int year) {
        final int golden = year % 19;
        final int century = year / 100;
        final int leapCenturies = century / 4;
        final int moonCorrection = (8 * century + 13) / 25;
        final int epact = Math.floorMod(19 * golden + century - leapCenturies - moonCorrection + 15, 30);
        // The moon's table has one day less than it needs; the church moves the two cases that would fall beyond it.
        final int fullMoon = epact == 29 || epact == 28 && golden > 10 ? epact - 1 : epact;
        final LocalDate moon = LocalDate.of(year, 3, 21).plusDays(fullMoon);
        return moon.plusDays(7 - moon.getDayOfWeek().getValue() % 7).minusDays(2);
    }
}
