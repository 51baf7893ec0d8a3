package reprise.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several ways to do one job, by turns in one process, in processor time of the one thread that each of them uses, so that what else the
 * machine does falls on all of them alike.
 */
final class ByTurns {
    private static final int WARM_UP_ROUNDS = 4;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final int rounds;
    private final int bars;
    private final List<String> names = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    ByTurns(final int rounds, final int bars) {
        this.rounds = rounds;
        this.bars = bars;
    }

    /** A way to do the job; returns how many trades it was. */
    interface Way {
        long run();
    }

    /** Medians of what one way took. */
    record Timing(String name, double nsPerBar, double bytesPerBar, long trades) {}

    ByTurns way(final String name, final Way way) {
        names.add(name);
        ways.add(way);
        return this;
    }

    List<Timing> time() {
        final double[][] ns = new double[ways.size()][rounds];
        final double[][] bytes = new double[ways.size()][rounds];
        final long[] trades = new long[ways.size()];
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (int i = 0; i < ways.size(); i++) {
                final long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
                final long nsBefore = THREADS.getCurrentThreadCpuTime();
                trades[i] = ways.get(i).run();
                if (round >= 0) {
                    ns[i][round] = (double) (THREADS.getCurrentThreadCpuTime() - nsBefore) / bars;
                    bytes[i][round] = (double) (THREADS.getCurrentThreadAllocatedBytes() - bytesBefore) / bars;
                }
            }
        }
        final List<Timing> timings = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            timings.add(new Timing(names.get(i), median(ns[i]), median(bytes[i]), trades[i]));
        }
        return timings;
    }

    private static double median(final double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
