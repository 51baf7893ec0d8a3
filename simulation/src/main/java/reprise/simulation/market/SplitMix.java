package reprise.simulation.market;

/**
 * Steele, Lea and Flood's SplitMix64: a small generator whose stream is the same on every JDK because it is written down here.
 * Single-threaded; allocates nothing.
 */
public final class SplitMix {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT_53 = 0x1.0p-53;
    private static final int SUMMANDS_PER_LONG = 4;
    private static final int SUMMAND_BITS = 16;
    private static final double SUMMAND_MEAN = 0.5 * (1 << SUMMAND_BITS) - 0.5;

    /** Standard deviation of the sum of eight 16-bit uniform numbers: 65,536 times the root of 8/12. */
    private static final double SUM_DEVIATION = (1 << SUMMAND_BITS) * Math.sqrt(8.0 / 12.0);

    private long state;

    /**
     * A stream from its beginning.
     *
     * @param seed any number.
     */
    public SplitMix(final long seed) {
        state = seed;
    }

    /**
     * The next number.
     *
     * @return any long.
     */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        long mixed = state;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /**
     * Uniform in [0, 1).
     *
     * @return the next number.
     */
    public double nextUnit() {
        return (nextLong() >>> 11) * UNIT_53;
    }

    /**
     * Nearly normal, mean 0, deviation 1: a sum of eight uniform numbers, so without any function that a JDK may compute its own way.
     *
     * @return the next number, within 5 deviations.
     */
    public double nextNormal() {
        return (sixteens(nextLong()) + sixteens(nextLong()) - 2 * SUMMANDS_PER_LONG * SUMMAND_MEAN) / SUM_DEVIATION;
    }

    private static long sixteens(final long bits) {
        return (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
    }
}
