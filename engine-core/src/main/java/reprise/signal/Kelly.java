package reprise.signal;

import reprise.number.Decimals;
import reprise.number.Rounding;

/**
 * Kelly's fraction (Kelly 1956, for a bet that wins {@code payoff} or loses one): {@code winRate - (1 - winRate) / payoff}. The fraction is
 * a statistic and is rounded half to even to 1e-12, so that 0.7 - 0.3 is 0.4; what it takes of an amount is floored, exactly.
 */
final class Kelly {
    /** One, in units of the fraction. */
    static final long ONE = 1_000_000_000_000L;

    private Kelly() {}

    /**
     * The fraction.
     *
     * @param winRate 0 to 1.
     * @param payoff mean win to mean loss; infinite without losses.
     * @return in units of 1e-12, at most {@link #ONE}; 0 where it is not positive or not defined.
     */
    static long fraction(final double winRate, final double payoff) {
        final double fraction = value(winRate, payoff);
        return fraction > 0 ? (long) Math.min(ONE, Math.rint(fraction * ONE)) : 0;
    }

    /** The same as a number that may be negative, infinite or NaN. */
    static double value(final double winRate, final double payoff) {
        return winRate - (1 - winRate) / payoff;
    }

    /** {@code amount * fraction / divisor}, floored. */
    static long part(final long amount, final long fraction, final int divisor) {
        return Decimals.multiplyDivide(amount, fraction, divisor * ONE, Rounding.FLOOR);
    }
}
