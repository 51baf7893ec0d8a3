package reprise.alpaca.json;

import java.math.BigDecimal;
import reprise.number.Decimals;
import reprise.number.Rounding;

/**
 * A decimal number of a message, from the first digit to the last, in memory that is reused; or none. Of more than 18 digits the first are
 * kept, and whether the others were all 0. Single-threaded; allocates nothing, except for texts.
 */
public final class Decimal {
    private static final long MANTISSA_LIMIT = 100_000_000_000_000_000L;
    private static final int EXPONENT_LIMIT = 100_000;
    private static final int USUAL_LENGTH = 18;

    private boolean isPresent;
    private boolean negative;
    private long mantissa;
    private int exponent;
    private boolean cut;
    private boolean rounded;

    /** Makes it none. */
    public void clear() {
        isPresent = false;
        negative = false;
        mantissa = 0;
        exponent = 0;
        cut = false;
    }

    /**
     * Takes the next value: a number, or text that is one. Anything else is none, and so is a number that has no more than 18 digits and 18
     * decimals only if it is rounded.
     *
     * @param scanner before the value; behind it after this.
     * @throws MalformedJsonException if that is no JSON.
     */
    public void read(final JsonScanner scanner) throws MalformedJsonException {
        final byte first = scanner.peek();
        if (first == '"') {
            scanner.numberInQuotes(this);
        } else if (first == '-' || first >= '0' && first <= '9') {
            scanner.number(this);
        } else {
            scanner.skipValue();
            clear();
            return;
        }
        if (exponent > 0 || exponent < -Decimals.MAX_DECIMALS || cut) {
            settle();
        }
    }

    /** Takes text that is a number, or none. */
    void take(final JsonString text) {
        if (!text.unescape() || !parseAll(text.bytes(), text.start(), text.length())) {
            clear();
        }
    }

    /** Makes an unusual number one of 0 to 18 decimals, or none. */
    private void settle() {
        while (exponent < -Decimals.MAX_DECIMALS && mantissa % 10 == 0 && mantissa != 0) {
            mantissa /= 10;
            exponent++;
        }
        while (exponent > 0 && mantissa < MANTISSA_LIMIT && mantissa != 0) {
            mantissa *= 10;
            exponent--;
        }
        if (mantissa == 0 && !cut) {
            exponent = 0;
        } else if (cut || exponent > 0 || exponent < -Decimals.MAX_DECIMALS) {
            clear();
        }
    }

    /**
     * Takes text that is a number by JSON's rules, all of it.
     *
     * @param text holding it.
     * @param start at which it begins.
     * @param length of it, in bytes.
     * @return whether it is one; if not, this is undefined until it is set anew.
     */
    public boolean parseAll(final byte[] text, final int start, final int length) {
        try {
            return parse(text, start, start + length) == start + length;
        } catch (final MalformedJsonException notANumber) {
            return false;
        }
    }

    /** Takes a number. Returns where it ends. */
    int parse(final byte[] text, final int begin, final int end) throws MalformedJsonException {
        final int after = parseUsual(text, begin, end);
        return after < 0 ? parseAny(text, begin, end) : after;
    }

    /** Takes a number of the usual kind, of at most 18 digits and without an exponent. Returns where it ends; -1 if it is not of that kind. */
    int parseUsual(final byte[] text, final int begin, final int end) {
        final int start = begin < end && text[begin] == '-' ? begin + 1 : begin;
        long value = 0;
        int i = start;
        while (i < end && text[i] >= '0' && text[i] <= '9') {
            value = value * 10 + text[i++] - '0';
        }
        int fraction = 0;
        if (i + 1 < end && text[i] == '.') {
            final int point = ++i;
            while (i < end && text[i] >= '0' && text[i] <= '9') {
                value = value * 10 + text[i++] - '0';
            }
            fraction = i - point;
        }
        final boolean isUsual = i > start
                && i - start <= USUAL_LENGTH
                && text[i - 1] != '.'
                && isFirstDigit(text, start, i)
                && (i == end || (text[i] | ' ') != 'e' && text[i] != '.');
        if (!isUsual) {
            return -1;
        }
        isPresent = true;
        negative = start > begin;
        mantissa = value;
        exponent = -fraction;
        cut = false;
        return i;
    }

    /** Whether a digit comes first, and a 0 only before nothing or the point. */
    private static boolean isFirstDigit(final byte[] text, final int start, final int end) {
        return text[start] >= '1' && text[start] <= '9'
                || text[start] == '0' && (end == start + 1 || text[start + 1] == '.');
    }

    private int parseAny(final byte[] text, final int begin, final int end) throws MalformedJsonException {
        clear();
        isPresent = true;
        negative = begin < end && text[begin] == '-';
        final int start = negative ? begin + 1 : begin;
        int at = digits(text, start, end, true);
        if (at - start > 1 && text[start] == '0') {
            throw MalformedJsonException.INSTANCE;
        }
        if (at < end && text[at] == '.') {
            at = digits(text, at + 1, end, false);
        }
        return at < end && (text[at] | ' ') == 'e' ? exponentPart(text, at + 1, end) : at;
    }

    /** Takes at least one digit; what is not kept of the integer part is an order of magnitude each, what is kept of the fraction is one less. */
    private int digits(final byte[] text, final int start, final int end, final boolean isInteger)
            throws MalformedJsonException {
        int i = start;
        for (; i < end && text[i] >= '0' && text[i] <= '9'; i++) {
            final boolean isKept = mantissa < MANTISSA_LIMIT;
            if (isKept) {
                mantissa = mantissa * 10 + text[i] - '0';
            } else {
                cut |= text[i] != '0';
            }
            exponent += isInteger ? isKept ? 0 : 1 : isKept ? -1 : 0;
        }
        if (i == start) {
            throw MalformedJsonException.INSTANCE;
        }
        return i;
    }

    private int exponentPart(final byte[] text, final int start, final int end) throws MalformedJsonException {
        final boolean minus = start < end && text[start] == '-';
        final int first = start < end && (minus || text[start] == '+') ? start + 1 : start;
        int power = 0;
        int i = first;
        for (; i < end && text[i] >= '0' && text[i] <= '9'; i++) {
            power = Math.min(EXPONENT_LIMIT, power * 10 + text[i] - '0');
        }
        if (i == first) {
            throw MalformedJsonException.INSTANCE;
        }
        exponent += minus ? -power : power;
        return i;
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
     * Whether it is less than zero.
     *
     * @return false for zero with a sign.
     */
    public boolean isNegative() {
        return negative && mantissa != 0;
    }

    /**
     * Whether it is zero.
     *
     * @return true for none, too.
     */
    public boolean isZero() {
        return mantissa == 0;
    }

    /**
     * Whether every digit is kept and it is of an order of magnitude that can be written out.
     *
     * @return false for what no market has.
     */
    public boolean isReasonable() {
        return !cut && Math.abs(exponent) <= 30;
    }

    /**
     * Whether it can be said in a scale without loss.
     *
     * @param scale decimals.
     * @return true if there is a number and it fits.
     */
    public boolean isExact(final int scale) {
        if (!isPresent || cut) {
            return false;
        }
        final int shift = exponent + scale;
        return shift >= 0
                ? mantissa == 0 || shift <= Decimals.MAX_DECIMALS && times(shift, Long.MAX_VALUE) >= 0
                : shift >= -Decimals.MAX_DECIMALS && mantissa % Decimals.powerOfTen(-shift) == 0;
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
        final long value = magnitude(scale, negative ? mirrored(rounding) : rounding, Long.MAX_VALUE);
        if (value < 0) {
            throw new ArithmeticException("out of range at " + scale + " decimals: " + this);
        }
        return negative ? -value : value;
    }

    private static Rounding mirrored(final Rounding rounding) {
        return switch (rounding) {
            case FLOOR -> Rounding.CEILING;
            case CEILING -> Rounding.FLOOR;
            case HALF_EVEN -> Rounding.HALF_EVEN;
        };
    }

    /**
     * In a scale, without its sign; then {@link #wasRounded} says whether that is exact.
     *
     * @param scale decimals.
     * @param rounding of digits that the scale has not.
     * @param limit of the result.
     * @return at most the limit; -1 if it is more; 0 for none.
     */
    public long magnitude(final int scale, final Rounding rounding, final long limit) {
        rounded = false;
        if (mantissa == 0) {
            return 0;
        }
        final int shift = exponent + scale;
        if (shift >= 0) {
            return cut || shift > Decimals.MAX_DECIMALS ? -1 : times(shift, limit);
        }
        final long value = divided(-shift, rounding);
        return value <= limit ? value : -1;
    }

    /** A product, found out without dividing, which would take longer than all the rest; -1 if it is more than the limit. */
    private long times(final int digits, final long limit) {
        final long power = Decimals.powerOfTen(digits);
        final long product = mantissa * power;
        return Math.multiplyHigh(mantissa, power) == 0 && product >= 0 && product <= limit ? product : -1;
    }

    private long divided(final int digits, final Rounding rounding) {
        if (digits > Decimals.MAX_DECIMALS) {
            // less than a tenth of a unit
            rounded = true;
            return rounding == Rounding.CEILING ? 1 : 0;
        }
        final long divisor = Decimals.powerOfTen(digits);
        final long quotient = mantissa / divisor;
        final long rest = mantissa - quotient * divisor;
        if (rest == 0 && !cut) {
            return quotient;
        }
        rounded = true;
        return quotient
                + switch (rounding) {
                    case FLOOR -> 0;
                    case CEILING -> 1;
                    case HALF_EVEN -> isUp(quotient, rest, divisor) ? 1 : 0;
                };
    }

    private boolean isUp(final long quotient, final long rest, final long divisor) {
        final long toNext = divisor - rest;
        return rest > toNext || rest == toNext && (cut || (quotient & 1) != 0);
    }

    /**
     * Whether the last {@link #magnitude} was not exact.
     *
     * @return true if anything was rounded.
     */
    public boolean wasRounded() {
        return rounded;
    }

    @Override
    public String toString() {
        return isPresent ? plain() : "none";
    }

    private String plain() {
        if (!isReasonable()) {
            return (negative ? "-" : "") + mantissa + (cut ? "..." : "") + "e" + exponent;
        }
        final BigDecimal shortest =
                BigDecimal.valueOf(negative ? -mantissa : mantissa, -exponent).stripTrailingZeros();
        return shortest.toPlainString();
    }

    /**
     * Every digit as it is written, zeros at the end too.
     *
     * @return plain text of a {@linkplain #isReasonable reasonable} number.
     */
    public String toText() {
        return BigDecimal.valueOf(negative ? -mantissa : mantissa, -exponent).toPlainString();
    }
}
