package reprise.portfolio;

import reprise.number.Decimals;
import reprise.number.Rounding;

/** Parts of amounts. */
final class Shares {
    private Shares() {}

    /** The part of an amount that falls to {@code part} of {@code whole} units, rounded half to even; all of it for all units. */
    static long of(final long amount, final long part, final long whole) {
        return part == whole ? amount : Decimals.multiplyDivide(amount, part, whole, Rounding.HALF_EVEN);
    }
}
