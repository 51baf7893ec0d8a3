package reprise.alpaca.market;

import reprise.number.Decimals;
import reprise.number.Rounding;

/** A decimal of a message at the scale of an instrument. Holds the last result; single-threaded; allocates nothing. */
final class FixedPoint {
    private boolean rounded;

    /** Whether anything was rounded since {@link #begin}. */
    boolean isRounded() {
        return rounded;
    }

    void begin() {
        rounded = false;
    }

    /**
     * Scales {@code mantissa * 10^exponent}, and a little more if digits were cut off.
     *
     * @return at most the limit; -1 if it is more.
     */
    long scale(
            final long mantissa,
            final int exponent,
            final boolean cut,
            final int decimals,
            final Rounding rounding,
            final long limit) {
        if (mantissa == 0) {
            return 0;
        }
        final int shift = exponent + decimals;
        if (shift >= 0) {
            return cut || shift > Decimals.MAX_DECIMALS ? -1 : times(mantissa, Decimals.powerOfTen(shift), limit);
        }
        final long value = divide(mantissa, -shift, cut, rounding);
        return value <= limit ? value : -1;
    }

    /** A product, found out without dividing, which would take longer than all the rest; -1 if it is more than the limit. */
    private static long times(final long mantissa, final long power, final long limit) {
        final long product = mantissa * power;
        return Math.multiplyHigh(mantissa, power) == 0 && product >= 0 && product <= limit ? product : -1;
    }

    private long divide(final long mantissa, final int digits, final boolean cut, final Rounding rounding) {
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
                    case HALF_EVEN -> isUp(quotient, rest, divisor, cut) ? 1 : 0;
                };
    }

    private static boolean isUp(final long quotient, final long rest, final long divisor, final boolean cut) {
        final long toNext = divisor - rest;
        return rest > toNext || rest == toNext && (cut || (quotient & 1) != 0);
    }
}
