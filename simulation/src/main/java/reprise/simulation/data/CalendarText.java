package reprise.simulation.data;

/**
 * Reads dates and times from bytes: {@code 2024-01-31}, {@code 2024/01/31}, {@code 20240131}, then optionally {@code T} or a space
 * and {@code 14:30}, {@code 14:30:05.123}, {@code 143005}, then optionally {@code Z}, {@code UTC}, {@code GMT} or an offset. Day
 * and month order that depends on the country is not accepted. Allocates nothing.
 */
final class CalendarText {

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;
    private static final int FRACTION_DIGITS = 9;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

    private byte[] bytes;
    private int position;
    private int end;
    private long dayNs;
    private long timeNs;
    private long offsetNs;
    private boolean hasTime;
    private boolean hasOffset;

    /** Parses a date with or without a time; false if the text is neither. */
    boolean parse(final byte[] text, final int from, final int to) {
        start(text, from, to);
        if (!date()) {
            return false;
        }
        if (position == end) {
            return true;
        }
        if (bytes[position] != 'T' && bytes[position] != ' ' && bytes[position] != 't') {
            return false;
        }
        position++;
        return time() && offset() && position == end;
    }

    /** Parses a date without a time. */
    boolean parseDate(final byte[] text, final int from, final int to) {
        start(text, from, to);
        return date() && position == end;
    }

    /** Parses a time of day. */
    boolean parseTime(final byte[] text, final int from, final int to) {
        start(text, from, to);
        return time() && position == end;
    }

    /** Wall clock nanoseconds since 1970-01-01 as written, offset not applied. */
    long localNs() {
        return dayNs + timeNs;
    }

    /** Nanoseconds since midnight as written. */
    long timeOfDayNs() {
        return timeNs;
    }

    /** The written offset from UTC, 0 if none. */
    long offsetNs() {
        return offsetNs;
    }

    boolean hasTime() {
        return hasTime;
    }

    boolean hasOffset() {
        return hasOffset;
    }

    private void start(final byte[] text, final int from, final int to) {
        bytes = text;
        position = from;
        end = to;
        dayNs = 0;
        timeNs = 0;
        offsetNs = 0;
        hasTime = false;
        hasOffset = false;
    }

    private boolean date() {
        final int year = number(4);
        if (year < FIRST_YEAR || year > LAST_YEAR || position == end) {
            return false;
        }
        final byte separator = bytes[position];
        final boolean separated = separator == '-' || separator == '/' || separator == '.';
        position += separated ? 1 : 0;
        final int month = number(2);
        if (separated && !skip(separator)) {
            return false;
        }
        final int day = number(2);
        if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return false;
        }
        dayNs = epochDay(year, month, day) * BarPeriod.DAY_NS;
        return true;
    }

    private boolean time() {
        final int hour = number(2);
        final boolean colons = skip((byte) ':');
        final int minute = number(2);
        if (hour < 0 || minute < 0) {
            return false;
        }
        int second = 0;
        long fractionNs = 0;
        if (colons ? skip((byte) ':') : isDigit()) {
            second = number(2);
            fractionNs = skip((byte) '.') || skip((byte) ',') ? fraction() : 0;
        }
        if (second < 0 || fractionNs < 0) {
            return false;
        }
        hasTime = true;
        final long seconds = hour * 3_600L + minute * 60L + second;
        timeNs = seconds * BarPeriod.SECOND_NS + fractionNs;
        return minute < 60 && second < 60 && timeNs <= BarPeriod.DAY_NS;
    }

    private long fraction() {
        long value = 0;
        int digits = 0;
        for (; isDigit(); position++, digits++) {
            value = digits < FRACTION_DIGITS ? value * 10 + bytes[position] - '0' : value;
        }
        for (int i = digits; i < FRACTION_DIGITS; i++) {
            value *= 10;
        }
        return digits == 0 ? -1 : value;
    }

    private boolean offset() {
        if (position == end) {
            return true;
        }
        hasOffset = true;
        skip((byte) ' ');
        if (skip((byte) 'Z') || skip((byte) 'z') || skipUtcName()) {
            return true;
        }
        final boolean minus = skip((byte) '-');
        if (!minus && !skip((byte) '+')) {
            return false;
        }
        final int hours = number(2);
        skip((byte) ':');
        final int minutes = position < end ? number(2) : 0;
        final long seconds = hours * 3_600L + minutes * 60L;
        offsetNs = (minus ? -seconds : seconds) * BarPeriod.SECOND_NS;
        return hours >= 0 && hours <= 18 && minutes >= 0 && minutes < 60;
    }

    private boolean skipUtcName() {
        if (end - position != 3) {
            return false;
        }
        final boolean utc = bytes[position] == 'U' && bytes[position + 1] == 'T' && bytes[position + 2] == 'C';
        final boolean gmt = bytes[position] == 'G' && bytes[position + 1] == 'M' && bytes[position + 2] == 'T';
        position = utc || gmt ? end : position;
        return utc || gmt;
    }

    /** Reads exactly this many digits; -1 if they are not there. */
    private int number(final int digits) {
        if (end - position < digits) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            final int digit = bytes[position + i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        position += digits;
        return value;
    }

    private boolean isDigit() {
        return position < end && bytes[position] >= '0' && bytes[position] <= '9';
    }

    private boolean skip(final byte expected) {
        if (position < end && bytes[position] == expected) {
            position++;
            return true;
        }
        return false;
    }

    private static int daysIn(final int year, final int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isLeap(final int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static long epochDay(final int year, final int month, final int day) {
        final int y = year - 1;
        final long leapDays = y / 4 - y / 100 + y / 400 - 477L;
        final int inYear = DAYS_BEFORE_MONTH[month - 1] + day - 1 + (month > 2 && isLeap(year) ? 1 : 0);
        return (year - 1970) * 365L + leapDays + inYear;
    }
}
