package reprise.simulation.data;

/**
 * Reads a decimal number from bytes into digits and a count of decimals, without rounding and without allocating.
 *
 * <p>Accepted: an optional sign, digits with at most one point, an optional exponent, spaces around. Trailing zeros of the
 * fraction do not count as decimals, so "34151.66000000" has two. Up to 18 digits are kept; what is cut off behind them is
 * remembered.
 */
final class DecimalParser {

    /** The value does not fit a long in the decimals asked for. */
    static final long TOO_LARGE = -1;

    private static final int FAST_CHARS = 18;
    private static final long DIGITS_FULL = 100_000_000_000_000_000L;
    private static final int MAX_EXPONENT = 400;
    private static final long[] POWERS = powers();

    private long mantissa;
    private int scale;
    private boolean negative;
    private boolean cut;
    private boolean inexact;

    /**
     * Parses a field.
     *
     * @return false if the text is not a number
     */
    boolean parse(final byte[] bytes, final int from, final int to) {
        if (to - from > FAST_CHARS) {
            return parseAny(bytes, from, to);
        }
        long value = 0;
        int p = from;
        for (; p < to; p++) {
            final int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = value * 10 + digit;
        }
        if (p == to && p > from) {
            return set(value, 0);
        }
        return p > from && bytes[p] == '.' ? parseFraction(value, bytes, from, p + 1, to) : parseAny(bytes, from, to);
    }

    private boolean parseFraction(
            final long whole, final byte[] bytes, final int from, final int fractionFrom, final int to) {
        int end = to;
        while (bytes[end - 1] == '0') {
            end--;
        }
        long value = whole;
        for (int p = fractionFrom; p < end; p++) {
            final int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                return parseAny(bytes, from, to);
            }
            value = value * 10 + digit;
        }
        return set(value, end - fractionFrom);
    }

    /** Whether the number is below zero. */
    boolean isNegative() {
        return negative && mantissa != 0;
    }

    boolean isZero() {
        return mantissa == 0 && !cut;
    }

    /** How many decimals an exact representation needs. */
    int decimalsNeeded() {
        return mantissa == 0 ? 0 : Math.max(0, scale);
    }

    /** Digits before the point. */
    int integerDigits() {
        int digits = 0;
        for (long rest = mantissa; rest > 0; rest /= 10) {
            digits++;
        }
        return Math.max(1, digits - scale);
    }

    /**
     * The number's magnitude in fixed point, rounded down; {@link #isInexact()} tells afterwards whether something was lost.
     *
     * @return the scaled value or {@link #TOO_LARGE}
     */
    long fixed(final int decimals) {
        final int shift = decimals - scale;
        inexact = cut;
        if (shift == 0 || mantissa == 0) {
            return mantissa;
        }
        if (shift > 0) {
            return shift < POWERS.length && mantissa <= Long.MAX_VALUE / POWERS[shift]
                    ? mantissa * POWERS[shift]
                    : TOO_LARGE;
        }
        final long result = -shift < POWERS.length ? mantissa / POWERS[-shift] : 0;
        inexact |= result == 0 || result * POWERS[-shift] != mantissa;
        return result;
    }

    /** Whether the last {@link #fixed} lost digits. */
    boolean isInexact() {
        return inexact;
    }

    /** Moves the point: the number is divided by 10 to this power. */
    void divideByPowerOfTen(final int power) {
        scale += power;
        stripZeros();
    }

    private boolean parseAny(final byte[] bytes, final int from, final int to) {
        int p = from;
        int end = to;
        while (p < end && bytes[p] == ' ') {
            p++;
        }
        while (end > p && bytes[end - 1] == ' ') {
            end--;
        }
        final boolean minus = p < end && bytes[p] == '-';
        if (p < end && (minus || bytes[p] == '+')) {
            p++;
        }
        set(0, 0);
        negative = minus;
        p = digits(bytes, p, end);
        return p >= 0 && (p == end || exponent(bytes, p, end)) && stripZeros();
    }

    /** Reads digits and point; returns where they end, or -1 if there is no digit. */
    private int digits(final byte[] bytes, final int from, final int to) {
        boolean any = false;
        boolean fraction = false;
        int p = from;
        for (; p < to; p++) {
            final int digit = bytes[p] - '0';
            if (digit >= 0 && digit <= 9) {
                any = true;
                addDigit(digit, fraction);
            } else if (bytes[p] == '.' && !fraction) {
                fraction = true;
            } else {
                break;
            }
        }
        return any ? p : -1;
    }

    private void addDigit(final int digit, final boolean fraction) {
        if (mantissa < DIGITS_FULL) {
            mantissa = mantissa * 10 + digit;
            scale += fraction ? 1 : 0;
        } else {
            cut |= digit != 0;
            scale -= fraction ? 0 : 1;
        }
    }

    private boolean exponent(final byte[] bytes, final int from, final int to) {
        if (bytes[from] != 'e' && bytes[from] != 'E') {
            return false;
        }
        int p = from + 1;
        final boolean minus = p < to && bytes[p] == '-';
        if (p < to && (minus || bytes[p] == '+')) {
            p++;
        }
        int value = 0;
        final int first = p;
        for (; p < to && value < MAX_EXPONENT; p++) {
            final int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            value = value * 10 + digit;
        }
        scale += minus ? value : -value;
        return p == to && p > first;
    }

    private boolean stripZeros() {
        while (scale > 0 && mantissa != 0 && mantissa % 10 == 0) {
            mantissa /= 10;
            scale--;
        }
        return true;
    }

    private boolean set(final long value, final int decimals) {
        mantissa = value;
        scale = decimals;
        negative = false;
        cut = false;
        return true;
    }

    private static long[] powers() {
        final long[] result = new long[ReadOptions.MAX_DECIMALS + 1];
        result[0] = 1;
        for (int i = 1; i < result.length; i++) {
            result[i] = result[i - 1] * 10;
        }
        return result;
    }
}
