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
        if (remainder == 0) {
            return flooredQuotient;
        }
        return switch (this) {
            case FLOOR -> flooredQuotient;
            case CEILING -> Math.incrementExact(flooredQuotient);
            case HALF_EVEN -> {
                final long toNext = divisor - remainder;
                final boolean up = remainder > toNext || remainder == toNext && (flooredQuotient & 1) != 0;
                yield up ? Math.incrementExact(flooredQuotient) : flooredQuotient;
            }
        };
    }
}
