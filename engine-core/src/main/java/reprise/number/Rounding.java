package reprise.number;

/** How a scaled division gives up the digits that do not fit; every rounding in the engine names one of these. */
public enum Rounding {
    /** Towards negative infinity. */
    FLOOR,
    /** Towards positive infinity. */
    CEILING,
    /** To the nearest, ties to the even neighbour. */
    HALF_EVEN;

    /**
     * Applies this rounding to the result of a floored division.
     *
     * @param flooredQuotient the quotient rounded towards negative infinity.
     * @param remainder what is left, with {@code 0 <= remainder < divisor}.
     * @param divisor the divisor, positive.
     * @return the rounded quotient.
     */
    long round(final long flooredQuotient, final long remainder, final long divisor) {
        return isUp(flooredQuotient, remainder, divisor) ? Math.incrementExact(flooredQuotient) : flooredQuotient;
    }

    /** Whether the result is the neighbour above the floored quotient, of which only the last bit counts. */
    boolean isUp(final long flooredQuotient, final long remainder, final long divisor) {
        final long toNext = divisor - remainder;
        return remainder != 0
                && switch (this) {
                    case FLOOR -> false;
                    case CEILING -> true;
                    case HALF_EVEN -> remainder > toNext || remainder == toNext && (flooredQuotient & 1) != 0;
                };
    }
}
