package reprise.simulation.results;

import java.math.BigInteger;

/** An exact sum of integers in 128 bits: in whatever order, and a term that comes many times costs no more than one that comes once. */
final class WholeSum {
    private long high;
    private long low;

    void add(final long term, final long times) {
        final long product = term * times;
        low += product;
        high += Math.multiplyHigh(term, times) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
    }

    /** Rounded once. */
    double value() {
        final BigInteger upper = BigInteger.valueOf(high).shiftLeft(Long.SIZE);
        return upper.add(new BigInteger(Long.toUnsignedString(low))).doubleValue();
    }
}
