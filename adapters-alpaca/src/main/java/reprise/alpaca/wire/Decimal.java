package reprise.alpaca.wire;

import reprise.number.Decimals;
import reprise.number.Rounding;

/**
 * A decimal number of a message, exactly as it is written, in memory that is reused; or none. Numbers of more than 18 digits are none.
 * Single-threaded.
 */
public final class Decimal {
    private static final int MAX_DIGITS = 18;

    private long unscaled;
    private int decimals;
    private boolean isPresent;

    void clear() {
        unscaled = 0;
        decimals = 0;
        isPresent = false;
    }

    /** Takes text such as -12.50 or 1e-7; returns whether it was a number that fits. */
    boolean set(final char[] source, final int offset, final int length) {
        clear();
        int index = offset;
        final int end = offset + length;
        final boolean negative = index < end && source[index] == '-';
        index += negative ? 1 : 0;
        int digits = 0;
        int point = -1;
        for (; index < end && source[index] != 'e' && source[index] != 'E'; index++) {
            final char c = source[index];
            if (c == '.' && point < 0) {
                point = digits;
            } else if (c >= '0' && c <= '9') {
                digits++;
                if (unscaled > Long.MAX_VALUE / 10 - 1) {
                    return refuse();
                }
                unscaled = unscaled * 10 + c - '0';
            } else {
                return refuse();
            }
        }
        if (digits == 0) {
            return refuse();
        }
        decimals = point < 0 ? 0 : digits - point;
        if (index < end && !shift(source, index + 1, end)) {
            return refuse();
        }
        unscaled = negative ? -unscaled : unscaled;
        dropTrailingZeros();
        isPresent = decimals <= MAX_DIGITS;
        return isPresent || refuse();
    }

    private boolean refuse() {
        clear();
        return false;
    }

    private boolean shift(final char[] source, final int start, final int end) {
        int index = start;
        final boolean negative = index < end && source[index] == '-';
        index += index < end && (negative || source[index] == '+') ? 1 : 0;
        int exponent = 0;
        if (index == end) {
            return false;
        }
        for (; index < end; index++) {
            if (source[index] < '0' || source[index] > '9' || exponent > 1_000) {
                return false;
            }
            exponent = exponent * 10 + source[index] - '0';
        }
        decimals += negative ? exponent : -exponent;
        while (decimals < 0 && unscaled != 0 && unscaled <= Long.MAX_VALUE / 10) {
            unscaled *= 10;
            decimals++;
        }
        decimals = unscaled == 0 ? 0 : decimals;
        return decimals >= 0;
    }

    private void dropTrailingZeros() {
        while (decimals > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            decimals--;
        }
    }

    /**
     * Whether there is a number.
     *
     * @return false for null, for a field that is missing, and for what is none.
     */
    public boolean isPresent() {
        return isPresent;
    }

    /**
     * Whether it can be said in a scale without loss.
     *
     * @param scale decimals.
     * @return true if there is a number and it fits.
     */
    public boolean isExact(final int scale) {
        return isPresent && decimals <= scale && fits(scale);
    }

    private boolean fits(final int scale) {
        final long factor = Decimals.powerOfTen(scale - decimals);
        return Math.abs(unscaled) <= Long.MAX_VALUE / factor;
    }

    /**
     * In a scale.
     *
     * @param scale decimals.
     * @param rounding of digits that the scale has not.
     * @return the unscaled value; 0 for none.
     * @throws ArithmeticException if it does not fit.
     */
    public long toScale(final int scale, final Rounding rounding) {
        return isPresent ? Decimals.rescale(unscaled, decimals, scale, rounding) : 0;
    }

    @Override
    public String toString() {
        return isPresent ? Decimals.formatShort(unscaled, decimals) : "none";
    }
}
