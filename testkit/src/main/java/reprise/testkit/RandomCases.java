package reprise.testkit;

import java.util.SplittableRandom;

/**
 * Runs a property for many seeds. A failure names its seed; {@code -Dseed=N} runs that one alone. The seeds are fixed, so that a build
 * does not fail by chance.
 */
public final class RandomCases {
    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        9,
        10,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MAX_VALUE - 1,
        Long.MIN_VALUE + 1
    };

    private RandomCases() {}

    /** A property of one random case. */
    @FunctionalInterface
    public interface Property {
        /**
         * Checks one case.
         *
         * @param random is all the chance it may use.
         * @throws Exception for whatever reason.
         */
        void check(SplittableRandom random) throws Exception;
    }

    /**
     * Checks a property for the seeds from 1 on.
     *
     * @param count how many.
     * @param property to check.
     */
    public static void check(final int count, final Property property) {
        final Long only = Long.getLong("seed");
        final long first = only == null ? 1 : only;
        for (long seed = first; seed < (only == null ? first + count : first + 1); seed++) {
            try {
                property.check(new SplittableRandom(seed));
            } catch (final Throwable problem) {
                throw new AssertionError("failed with -Dseed=" + seed + ": " + problem.getMessage(), problem);
            }
        }
    }

    /**
     * A long of any magnitude, edges included.
     *
     * @param random to draw from.
     * @return any long.
     */
    public static long anyLong(final SplittableRandom random) {
        return random.nextInt(8) == 0
                ? EDGES[random.nextInt(EDGES.length)]
                : random.nextLong() >> random.nextInt(Long.SIZE);
    }

    /**
     * An element.
     *
     * @param random to draw from.
     * @param values to draw.
     * @param <T> of what.
     * @return one of them.
     */
    @SafeVarargs
    public static <T> T oneOf(final SplittableRandom random, final T... values) {
        return values[random.nextInt(values.length)];
    }
}
