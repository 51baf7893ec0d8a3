package reprise.signal;

import reprise.number.Money;

/** Checks of configured rates, and their only conversion from statistics. */
final class Rates {
    private Rates() {}

    static long require(final String name, final long rate, final long most) {
        if (rate <= 0 || rate > most) {
            throw new IllegalArgumentException(
                    name + " must be above 0 and at most " + most + " (in units of 1e-8): " + rate);
        }
        return rate;
    }

    /** The rate next below a fraction, from 0 to {@code most}; 0 for NaN. */
    static long floor(final double fraction, final long most) {
        return fraction > 0 ? (long) Math.min(most, Math.floor(fraction * Money.ONE)) : 0;
    }
}
