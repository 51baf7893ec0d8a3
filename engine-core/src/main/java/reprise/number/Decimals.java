package reprise.number;

/**
 * Decimal numbers held as longs: {@code value = unscaled / 10^decimals}.
 *
 * <p>Stateless and allocation-free except where a {@code String} is returned. Reading an inexact value is an error, never a rounding;
 * every rounding is named by the caller; overflow throws {@link ArithmeticException}.
 */
public final class Decimals {
    /** The most decimals that a scale may have. */
    public static final int MAX_DECIMALS = 18;

    private static final long[] POWERS_OF_TEN = new long[MAX_DECIMALS + 1];
    private static final double[] DOUBLE_POWERS_OF_TEN = new double[MAX_DECIMALS + 1];

    static {
        long power = 1;
        for (int i = 0; i <= MAX_DECIMALS; i++) {
            POWERS_OF_TEN[i] = power;
            DOUBLE_POWERS_OF_TEN[i] = power;
            power *= 10;
        }
    }

    private Decimals() {}

    /**
     * A power of ten.
     *
     * @param exponent 0 to {@link #MAX_DECIMALS}.
     * @return 10^exponent.
     */
    public static long powerOfTen(final int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    /**
     * Reads plain decimal text exactly.
     *
     * @param text optional sign, digits, optional point and digits; no exponent, no blanks.
     * @param decimals scale of the result.
     * @return the unscaled value.
     * @throws NumberFormatException if the text is malformed, needs more decimals than the scale has, or does not fit.
     */
    public static long parse(final CharSequence text, final int decimals) {
        final int length = text.length();
        final boolean negative = length > 0 && text.charAt(0) == '-';
        int index = negative || length > 0 && text.charAt(0) == '+' ? 1 : 0;
        long value = 0;
        int digits = 0;
        int fractionDigits = -1;
        for (; index < length; index++) {
            final char c = text.charAt(index);
            if (c == '.' && fractionDigits < 0) {
                fractionDigits = 0;
            } else if (c >= '0' && c <= '9') {
                digits++;
                if (fractionDigits >= 0 && fractionDigits == decimals) {
                    requireZero(c, text, decimals);
                } else {
                    value = appendDigit(value, c - '0', text);
                    fractionDigits += fractionDigits >= 0 ? 1 : 0;
                }
            } else {
                throw new NumberFormatException("not a decimal number: '" + text + "'");
            }
        }
        if (digits == 0) {
            throw new NumberFormatException("not a decimal number: '" + text + "'");
        }
        final long negated = shiftLeft(value, decimals - Math.max(fractionDigits, 0), text);
        if (!negative && negated == Long.MIN_VALUE) {
            throw outOfRange(text);
        }
        return negative ? negated : -negated;
    }

    private static void requireZero(final char digit, final CharSequence text, final int decimals) {
        if (digit != '0') {
            throw new NumberFormatException("'" + text + "' needs more than the " + decimals + " decimals allowed");
        }
    }

    /** Digits are collected below zero, where there is room for one more number than above. */
    private static long appendDigit(final long value, final int digit, final CharSequence text) {
        if (value < (Long.MIN_VALUE + digit) / 10) {
            throw outOfRange(text);
        }
        return value * 10 - digit;
    }

    private static long shiftLeft(final long value, final int decimals, final CharSequence text) {
        if (value < Long.MIN_VALUE / POWERS_OF_TEN[decimals]) {
            throw outOfRange(text);
        }
        return value * POWERS_OF_TEN[decimals];
    }

    private static NumberFormatException outOfRange(final CharSequence text) {
        return new NumberFormatException("out of range: '" + text + "'");
    }

    /**
     * Formats with exactly the decimals of the scale.
     *
     * @param value unscaled.
     * @param decimals scale.
     * @return plain decimal text.
     */
    public static String format(final long value, final int decimals) {
        final StringBuilder builder = new StringBuilder(24);
        append(builder, value, decimals);
        return builder.toString();
    }

    /**
     * Appends with exactly the decimals of the scale; does not allocate while the builder has room.
     *
     * @param builder receives the text.
     * @param value unscaled.
     * @param decimals scale.
     */
    public static void append(final StringBuilder builder, final long value, final int decimals) {
        if (decimals == 0) {
            builder.append(value);
            return;
        }
        if (value < 0) {
            builder.append('-');
        }
        // Long.MIN_VALUE stays negative under negation, hence unsigned division.
        final long magnitude = Math.abs(value);
        final long scale = POWERS_OF_TEN[decimals];
        builder.append(Long.divideUnsigned(magnitude, scale)).append('.');
        long fraction = Long.remainderUnsigned(magnitude, scale);
        for (int i = decimals - 1; i >= 0; i--) {
            builder.append((char) ('0' + fraction / POWERS_OF_TEN[i]));
            fraction %= POWERS_OF_TEN[i];
        }
    }

    /**
     * Formats without trailing zeros, for people.
     *
     * @param value unscaled.
     * @param decimals scale.
     * @return the shortest plain decimal text of the value.
     */
    public static String formatShort(final long value, final int decimals) {
        final String text = format(value, decimals);
        int end = text.length();
        if (decimals > 0) {
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            end -= text.charAt(end - 1) == '.' ? 1 : 0;
        }
        return text.substring(0, end);
    }

    /**
     * The double nearest to the decimal, correctly rounded while {@code |value| < 2^53}: the quotient of two exact doubles.
     *
     * @param value unscaled.
     * @param decimals scale.
     * @return the value as a double.
     */
    public static double toDouble(final long value, final int decimals) {
        return value / DOUBLE_POWERS_OF_TEN[decimals];
    }

    /**
     * {@code a * b / 10^decimals} through a 128-bit product.
     *
     * @param a first factor.
     * @param b second factor.
     * @param decimals how many digits to drop, 0 to 18.
     * @param rounding what happens to them.
     * @return the scaled product.
     * @throws ArithmeticException if the result does not fit.
     */
    public static long multiply(final long a, final long b, final int decimals, final Rounding rounding) {
        final long high = Math.multiplyHigh(a, b);
        final long low = a * b;
        final long divisor = POWERS_OF_TEN[decimals];
        if (high == 0 && low >= 0 || high == -1 && low < 0) {
            return divide(low, divisor, rounding);
        }
        return WideDivision.divide(high, low, divisor, rounding);
    }

    /**
     * {@code a * b / c} through a 128-bit product.
     *
     * @param a first factor.
     * @param b second factor.
     * @param c divisor, positive.
     * @param rounding what happens to the remainder.
     * @return the quotient.
     * @throws ArithmeticException if the result does not fit or {@code c <= 0}.
     */
    public static long multiplyDivide(final long a, final long b, final long c, final Rounding rounding) {
        if (c <= 0) {
            throw new ArithmeticException("divisor must be positive: " + c);
        }
        final long high = Math.multiplyHigh(a, b);
        final long low = a * b;
        if (high == 0 && low >= 0 || high == -1 && low < 0) {
            return divide(low, c, rounding);
        }
        return WideDivision.divide(high, low, c, rounding);
    }

    /** One division for quotient and remainder: two would take twice as long. */
    private static long divide(final long value, final long divisor, final Rounding rounding) {
        final long truncated = value / divisor;
        final long rest = value - truncated * divisor;
        return rest < 0
                ? rounding.round(truncated - 1, rest + divisor, divisor)
                : rounding.round(truncated, rest, divisor);
    }

    /**
     * Brings a value from one scale to another.
     *
     * @param value unscaled, in {@code fromDecimals}.
     * @param fromDecimals scale of the argument.
     * @param toDecimals scale of the result.
     * @param rounding what happens to digits that are lost.
     * @return unscaled, in {@code toDecimals}.
     */
    public static long rescale(
            final long value, final int fromDecimals, final int toDecimals, final Rounding rounding) {
        return toDecimals >= fromDecimals
                ? Math.multiplyExact(value, POWERS_OF_TEN[toDecimals - fromDecimals])
                : multiply(value, 1, fromDecimals - toDecimals, rounding);
    }
}
