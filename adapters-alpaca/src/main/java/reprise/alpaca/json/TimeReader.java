package reprise.alpaca.json;

/**
 * Reads times by RFC 3339, with up to nine digits of a second's fraction and any offset, as nanoseconds since the epoch. Remembers the last
 * day, which most of the times to come are of. Single-threaded; allocates nothing.
 */
public final class TimeReader {
    /** Stands for text that is no time between 1970 and 2199. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int TIME_AT = "2026-02-23T".length();
    private static final int ZONE_AT = "2026-02-23T15:51:44".length();
    private static final int FRACTION_DIGITS = 9;
    private static final int NO_DIGITS = -1_000_000;
    private static final long NO_DAY = -1;
    private static final long SECOND_NS = 1_000_000_000;
    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int[] UNITS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private static final long DAY_END = 0xff_ffffL;
    private static final long COLONS = 0x0000_ff00_00ff_0000L;
    private static final long COLONS_ARE = (long) ':' << 16 | (long) ':' << 40;
    private static final long COLONS_AS_ZEROS = (long) '0' << 16 | (long) '0' << 40;

    private long firstOfDay;
    private long restOfDay;
    private long dayNs = NO_DAY;
    private int zoneAt;

    /**
     * Reads the next value as a time.
     *
     * @param scanner before the value; behind it after this.
     * @return nanoseconds since the epoch, or {@link #NONE}, for values of other types too.
     * @throws MalformedJsonException if that is no JSON.
     */
    public long read(final JsonScanner scanner) throws MalformedJsonException {
        if (scanner.peek() != '"') {
            scanner.skipValue();
            return NONE;
        }
        final byte[] bytes = scanner.bytes();
        final long timeNs = local(bytes, scanner.position() + 1, scanner.end());
        if (timeNs != NONE && zoneAt + 1 < scanner.end() && bytes[zoneAt] == 'Z' && bytes[zoneAt + 1] == '"') {
            scanner.goOnAt(zoneAt + 2);
            return timeNs;
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
    public long parse(final byte[] text, final int start, final int length) {
        final int end = start + length;
        final long local = local(text, start, end);
        if (local == NONE || zoneAt + 1 == end && text[zoneAt] == 'Z') {
            return local;
        }
        final int offset = offsetSeconds(text, zoneAt, end);
        final long timeNs = local - offset * SECOND_NS;
        return offset == Integer.MIN_VALUE || timeNs < 0 ? NONE : timeNs;
    }

    /** The time without its zone, and where that begins; or none. */
    private long local(final byte[] text, final int start, final int end) {
        if (end - start <= ZONE_AT) {
            return NONE;
        }
        final long first = EightBytes.at(text, start);
        final long rest = EightBytes.at(text, start + Long.BYTES) & DAY_END;
        if (first != firstOfDay || rest != restOfDay || dayNs < 0) {
            firstOfDay = first;
            restOfDay = rest;
            dayNs = dayNs(text, start);
        }
        final int second = secondOfDay(EightBytes.at(text, start + TIME_AT));
        final int fraction = fraction(text, start + ZONE_AT, end);
        return (dayNs | second | fraction) < 0 ? NONE : dayNs + second * SECOND_NS + fraction;
    }

    /** Nanoseconds, and where they end; -1 for a point without digits. */
    private int fraction(final byte[] text, final int start, final int end) {
        zoneAt = start;
        if (text[start] != '.') {
            return 0;
        }
        final int first = start + 1;
        final int last = Math.min(end, first + FRACTION_DIGITS);
        int at = first;
        int fraction = 0;
        if (last - first == FRACTION_DIGITS) {
            final long digits = EightBytes.at(text, at);
            if (EightBytes.areDigits(digits)) {
                fraction = EightBytes.number(digits);
                at += Long.BYTES;
            }
        }
        while (at < last && text[at] >= '0' && text[at] <= '9') {
            fraction = fraction * 10 + text[at++] - '0';
        }
        zoneAt = at;
        return at == first ? -1 : fraction * UNITS[first + FRACTION_DIGITS - at];
    }

    /** The second that a text such as 15:51:44 is; -1 for none. */
    private static int secondOfDay(final long text) {
        final long digits = text ^ COLONS_ARE ^ COLONS_AS_ZEROS;
        if ((text & COLONS) != COLONS_ARE || !EightBytes.areDigits(digits)) {
            return -1;
        }
        final long ones = digits & 0x0f * EightBytes.ONES;
        final long pairs = ones * 10 + (ones >>> 8);
        return secondOfDay((int) pairs & 0xff, (int) (pairs >>> 24) & 0xff, (int) (pairs >>> 48) & 0xff);
    }

    private static int secondOfDay(final int hour, final int minute, final int second) {
        final boolean exists = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
        return exists ? hour * 3600 + minute * 60 + second : -1;
    }

    private static int offsetSeconds(final byte[] text, final int start, final int end) {
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

    private static long dayNs(final byte[] text, final int start) {
        if (text[start + 4] != '-' || text[start + 7] != '-' || text[start + 10] != 'T') {
            return NO_DAY;
        }
        final int year = pair(text, start) * 100 + pair(text, start + 2);
        return day(year, pair(text, start + 5), pair(text, start + 8)) * 86_400L * SECOND_NS;
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
