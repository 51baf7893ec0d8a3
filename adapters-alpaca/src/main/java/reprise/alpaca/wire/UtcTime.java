package reprise.alpaca.wire;

/** Times such as 2026-02-23T15:30:00.123456789Z or with an offset in place of the Z. Stateless; allocates nothing. */
final class UtcTime {
    /** Stands for what is no time. */
    static final long NONE = 0;

    private static final long SECOND_NS = 1_000_000_000L;
    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

    private UtcTime() {}

    /** Nanoseconds since the epoch, or {@link #NONE}. */
    static long parse(final char[] text, final int offset, final int length) {
        if (length < 20 || text[offset + 4] != '-' || text[offset + 7] != '-' || text[offset + 13] != ':') {
            return NONE;
        }
        final int year = number(text, offset, 4);
        final int month = number(text, offset + 5, 2);
        final int day = number(text, offset + 8, 2);
        final int hour = number(text, offset + 11, 2);
        final int minute = number(text, offset + 14, 2);
        final int second = number(text, offset + 17, 2);
        final boolean isTime = year >= 1970 && year < 2262 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        if (!isTime || (hour | minute | second) < 0) {
            return NONE;
        }
        final long seconds = ((daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
        int index = offset + 19;
        final int end = offset + length;
        long nanos = 0;
        if (text[index] == '.') {
            long unit = SECOND_NS / 10;
            for (index++; index < end && text[index] >= '0' && text[index] <= '9'; index++) {
                nanos += unit * (text[index] - '0');
                unit /= 10;
            }
        }
        return offsetSeconds(text, index, end) == Integer.MIN_VALUE
                ? NONE
                : (seconds - offsetSeconds(text, index, end)) * SECOND_NS + nanos;
    }

    private static int offsetSeconds(final char[] text, final int index, final int end) {
        if (index + 1 == end && (text[index] == 'Z' || text[index] == 'z')) {
            return 0;
        }
        if (index + 6 != end || text[index + 3] != ':' || text[index] != '+' && text[index] != '-') {
            return Integer.MIN_VALUE;
        }
        final int hours = number(text, index + 1, 2);
        final int minutes = number(text, index + 4, 2);
        if ((hours | minutes) < 0) {
            return Integer.MIN_VALUE;
        }
        return (text[index] == '-' ? -1 : 1) * (hours * 60 + minutes) * 60;
    }

    private static int number(final char[] text, final int offset, final int digits) {
        int value = 0;
        for (int i = offset; i < offset + digits; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    private static long daysSinceEpoch(final int year, final int month, final int day) {
        final int before = year - 1;
        final long leapDays = before / 4 - before / 100 + before / 400 - 477;
        final boolean isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return (year - 1970) * 365L + leapDays + DAYS_BEFORE[month - 1] + (isLeapYear && month > 2 ? 1 : 0) + day - 1;
    }
}
