package reprise.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that the calling thread allocates. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int MAX_ROUNDS = 60;

    private Allocation() {}

    /**
     * What the calling thread has allocated so far. The first call itself allocates.
     *
     * @return bytes.
     */
    public static long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /**
     * The least that work allocates in a round. The virtual machine's own stray bytes fall into single rounds, while it still compiles
     * into many in a row; those of the work fall into every one. So it is repeated beyond the rounds that are asked for, until one
     * allocates nothing, or often enough to be sure that none will.
     *
     * @param rounds how often it is measured at least, so that what it does seldom is in it too.
     * @param work to measure.
     * @return bytes.
     */
    public static long leastBytes(final int rounds, final Runnable work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < rounds || i < MAX_ROUNDS && least > 0; i++) {
            final long before = bytes();
            work.run();
            least = Math.min(least, bytes() - before);
        }
        return least;
    }
}
