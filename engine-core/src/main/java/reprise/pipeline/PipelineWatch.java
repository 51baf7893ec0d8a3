package reprise.pipeline;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The thread that looks at a pipeline from outside: tells what hangs, and publishes quotes that were kept back once there is room. */
final class PipelineWatch {
    private static final long POLL_NS = 100_000_000;

    /** A quote that is kept is late already. */
    private static final long RELEASE_NS = 1_000_000;

    private final StallWatch stalls;
    private final List<QuoteConflator> conflators;
    private final FailStop failStop;
    private final Thread thread = new Thread(this::run, "pipeline-watch");
    private volatile boolean stopped;

    PipelineWatch(final StallWatch stalls, final List<QuoteConflator> conflators, final FailStop failStop) {
        this.stalls = stalls;
        this.conflators = conflators;
        this.failStop = failStop;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        long nextPollNs = System.nanoTime();
        while (!stopped && failStop.failure() == null) {
            try {
                conflators.forEach(QuoteConflator::release);
                if (System.nanoTime() - nextPollNs >= 0) {
                    stalls.poll(System.nanoTime());
                    nextPollNs += POLL_NS;
                }
            } catch (final RuntimeException e) {
                if (!stopped) {
                    failStop.fail("the watch over the stages died", e);
                }
            }
            LockSupport.parkNanos(conflators.isEmpty() ? POLL_NS : RELEASE_NS);
        }
    }

    /** From now on nothing is told or published. Does not wait. */
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }
}
