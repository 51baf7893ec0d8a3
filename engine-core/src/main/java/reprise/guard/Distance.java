package reprise.guard;

import reprise.number.Decimals;
import reprise.number.Rounding;

/**
 * How far prices lie apart, in millionths; rounded up, so that a distance exceeds a limit in whole millionths exactly if its rounded value
 * does.
 */
final class Distance {
    /** Stands for all that is larger. */
    static final long LARGEST = 1_000_000_000_000_000L;

    private static final long PPM = 1_000_000L;

    /** So many millionths of it fit a long. */
    private static final long MAX_EXACT = Long.MAX_VALUE / PPM;

    private Distance() {}

    /** Of a positive price from another, in millionths of the other. */
    static long between(final long price, final long base) {
        return ratio(Math.abs(price - base), PPM, base);
    }

    /**
     * Whether a positive price lies no further from another than so many millionths of it, as far as that can be said without a division:
     * where it is true, {@link #between} is within the limit; where it is false, that has to be asked.
     */
    static boolean isSurelyWithin(final long price, final long base, final long limit) {
        final long distance = Math.abs(price - base);
        return distance <= MAX_EXACT && base <= MAX_EXACT && limit <= PPM && distance * PPM <= base * limit;
    }

    /** Of positive bid and ask, in millionths of their middle. */
    static long spread(final long bid, final long ask) {
        final boolean sumFits = ask <= Long.MAX_VALUE / 2;
        return sumFits ? ratio(ask - bid, 2 * PPM, bid + ask) : ratio(ask - bid, PPM, bid + (ask - bid) / 2);
    }

    private static long ratio(final long distance, final long scale, final long base) {
        return distance / base >= LARGEST / scale
                ? LARGEST
                : Decimals.multiplyDivide(distance, scale, base, Rounding.CEILING);
    }
}
