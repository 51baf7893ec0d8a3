package reprise.alpaca.json;

/** A time by RFC 3339, with up to nine digits of a second's fraction and any offset, to nanoseconds since the epoch. Stateless; allocates nothing. */
public final class Timestamp {
    /** Stands for text that is no time between 1970 and 2199. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int SHORTEST = "2026-02-23T15:51:44Z".length();
    private static final int NO_DIGITS = -1_000_000;
    private static final long SECOND_NS = 1_000_000_000;
    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Timestamp() {}

    /**
     * Reads the next value as a time.
     *
     * @param scanner before the value; behind it after this.
     * @return nanoseconds since the epoch, or {@link #NONE}, for values of other types too.
     * @throws MalformedJsonException if that is no JSON.
     */
    public static long read(final JsonScanner scanner) throws MalformedJsonException {
        if (scanner.peek() != '"') {
            scanner.skipValue();
            return NONE;
        }
        final JsonString text = scanner.string();
        return text.unescape() ? parse(text.bytes(), text.start(), text.length()) : NONE;
    }

    /**
     * A time.
     *
     * @param text holding it.
     * @param start at which it begins.
     * @param length of it, in bytes.
     * @return nanoseconds since the epoch, or {@link #NONE}.
     */
    public static long parse(final byte[] text, final int start, final int length) {
        if (length < SHORTEST
                || text[start + 4] != '-'
                || text[start + 7] != '-'
                || text[start + 10] != 'T'
                || text[start + 13] != ':'
                || text[start + 16] != ':') {
            return NONE;
        }
        final int day =
                day(pair(text, start) * 100 + pair(text, start + 2), pair(text, start + 5), pair(text, start + 8));
        final int second = secondOfDay(pair(text, start + 11), pair(text, start + 14), pair(text, start + 17));
        if (day < 0 || second < 0) {
            return NONE;
        }
        return withRest(text, start + 19, start + length, (day * 86_400L + second) * SECOND_NS);
    }

    private static long withRest(final byte[] text, final int start, final int end, final long seconds) {
        int at = start;
        long fraction = 0;
        if (text[at] == '.') {
            int digits = 0;
            at++;
            while (at < end && text[at] >= '0' && text[at] <= '9' && digits < 9) {
                fraction = fraction * 10 + text[at++] - '0';
                digits++;
            }
            if (digits == 0) {
                return NONE;
            }
            for (; digits < 9; digits++) {
                fraction *= 10;
            }
        }
        final int offset = offsetSeconds(text, at, end);
        final long time = seconds + fraction - offset * SECOND_NS;
        return offset == Integer.MIN_VALUE || time < 0 ? NONE : time;
    }

    private static int offsetSeconds(final byte[] text, final int start, final int end) {
        if (end - start == 1 && text[start] == 'Z') {
            return 0;
        }
        final boolean east = start < end && text[start] == '+';
        if (end - start != 6 || text[start + 3] != ':' || !east && text[start] != '-') {
            return Integer.MIN_VALUE;
        }
        final int seconds = secondOfDay(pair(text, start + 1), pair(text, start + 4), 0);
        return seconds < 0 ? Integer.MIN_VALUE : east ? seconds : -seconds;
    }

    /** Two digits; far below zero if they are none. */
    private static int pair(final byte[] text, final int start) {
        final int tens = text[start] - '0';
        final int ones = text[start + 1] - '0';
        return (tens | ones | 9 - tens | 9 - ones) < 0 ? NO_DIGITS : tens * 10 + ones;
    }

    private static int secondOfDay(final int hour, final int minute, final int second) {
        final boolean exists = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
        return exists ? hour * 3600 + minute * 60 + second : -1;
    }

    /** Days since the epoch; -1 if there is no such day. */
    private static int day(final int year, final int month, final int day) {
        if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1) {
            return -1;
        }
        final boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (day > DAYS[month - 1] + (leap && month == 2 ? 1 : 0)) {
            return -1;
        }
        final int before = year - 1;
        final int leapDays = before / 4 - before / 100 + before / 400 - (1969 / 4 - 1969 / 100 + 1969 / 400);
        return (year - 1970) * 365 + leapDays + DAYS_BEFORE[month - 1] + (leap && month > 2 ? 1 : 0) + day - 1;
    }
}
