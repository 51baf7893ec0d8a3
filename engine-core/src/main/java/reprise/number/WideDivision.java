package reprise.number;

/** Division of a signed 128-bit product by a positive long, for the rare product that does not fit 64 bits. */
final class WideDivision {
    private static final int DIGIT_BITS = 32;
    private static final long DIGIT_MASK = 0xFFFF_FFFFL;

    private WideDivision() {}

    /**
     * Divides {@code high * 2^64 + low} by the divisor.
     *
     * @param high upper half, signed.
     * @param low lower half, unsigned.
     * @param divisor positive.
     * @param rounding what happens to the remainder.
     * @return the quotient.
     * @throws ArithmeticException if the quotient does not fit a long.
     */
    static long divide(final long high, final long low, final long divisor, final Rounding rounding) {
        final boolean negative = high < 0;
        final long magnitudeLow = negative ? -low : low;
        final long magnitudeHigh = negative ? ~high + (low == 0 ? 1 : 0) : high;
        if (Long.compareUnsigned(magnitudeHigh, divisor) >= 0) {
            throw overflow();
        }
        // Divided by two digits of 32 bits, Knuth's algorithm D, with a divisor whose highest bit is set.
        final int shift = Long.numberOfLeadingZeros(divisor);
        final long scaled = divisor << shift;
        final long upper = magnitudeHigh << shift | magnitudeLow >>> Long.SIZE - shift;
        final long lower = magnitudeLow << shift;
        final long firstDigit = digit(upper, lower >>> DIGIT_BITS, scaled);
        final long rest = (upper << DIGIT_BITS) + (lower >>> DIGIT_BITS) - firstDigit * scaled;
        final long lastDigit = digit(rest, lower & DIGIT_MASK, scaled);
        final long quotient = (firstDigit << DIGIT_BITS) + lastDigit;
        final long remainder = (rest << DIGIT_BITS) + (lower & DIGIT_MASK) - lastDigit * scaled >>> shift;
        return negative
                ? negated(quotient, remainder, divisor, rounding)
                : checked(quotient, rounding.isUp(quotient, remainder, divisor));
    }

    /** A digit of a quotient: three digits by two, the estimate by their first, put right at most twice. All unsigned. */
    private static long digit(final long upper, final long next, final long divisor) {
        final long divisorUpper = divisor >>> DIGIT_BITS;
        final long divisorLower = divisor & DIGIT_MASK;
        long digit = Long.divideUnsigned(upper, divisorUpper);
        long remainder = upper - digit * divisorUpper;
        while (remainder <= DIGIT_MASK
                && (digit > DIGIT_MASK
                        || Long.compareUnsigned(digit * divisorLower, (remainder << DIGIT_BITS) + next) > 0)) {
            digit--;
            remainder += divisorUpper;
        }
        return digit;
    }

    private static long checked(final long quotient, final boolean up) {
        if (quotient < 0 || up && quotient == Long.MAX_VALUE) {
            throw overflow();
        }
        return up ? quotient + 1 : quotient;
    }

    /** The magnitude is unsigned, up to 2^63; the floor of the negated value is its complement where anything remains. */
    private static long negated(
            final long quotient, final long remainder, final long divisor, final Rounding rounding) {
        final boolean toZero = remainder == 0 || rounding.isUp(~quotient, divisor - remainder, divisor);
        if (toZero ? Long.compareUnsigned(quotient, Long.MIN_VALUE) > 0 : quotient < 0) {
            throw overflow();
        }
        return toZero ? -quotient : ~quotient;
    }

    private static ArithmeticException overflow() {
        return new ArithmeticException("scaled product does not fit 64 bits");
    }
}
