package reprise.number;

/** Division of a signed 128-bit product by a positive long, for the rare product that does not fit 64 bits. */
final class WideDivision {
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
        long remainder = magnitudeHigh;
        long quotient = 0;
        for (int bit = Long.SIZE - 1; bit >= 0; bit--) {
            // remainder < divisor < 2^63, so the shifted remainder fits 64 unsigned bits.
            remainder = remainder << 1 | magnitudeLow >>> bit & 1;
            if (Long.compareUnsigned(remainder, divisor) >= 0) {
                remainder -= divisor;
                quotient |= 1L << bit;
            }
        }
        return negative
                ? negated(quotient, remainder, divisor, rounding)
                : checked(quotient, rounding.isUp(quotient, remainder, divisor));
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
