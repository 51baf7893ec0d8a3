package reprise.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that the calling thread allocates. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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
     * The least that work allocates over several rounds: the virtual machine's own stray bytes fall into single rounds, those of the work
     * into every one.
     *
     * @param rounds how often it is measured; the first ones warm up.
     * @param work to measure.
     * @return bytes.
     */
    public static long leastBytes(final int rounds, final Runnable work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            final long before = bytes();
            work.run();
            least = Math.min(least, bytes() - before);
        }
        return least;
    }
}
