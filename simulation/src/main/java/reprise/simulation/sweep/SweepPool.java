package reprise.simulation.sweep;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Does the runs of a sweep on several threads that take work from each other when their own is done. A run that fails is an outcome like
 * others. {@link #stop} may be called by any thread.
 */
public final class SweepPool {
    private final PointRun run;
    private final int threads;
    private final AtomicInteger threadsNamed = new AtomicInteger();
    private volatile boolean stopped;

    /**
     * A pool that has not begun.
     *
     * @param run does one.
     * @param threads how many at once.
     */
    public SweepPool(final PointRun run, final int threads) {
        this.run = run;
        this.threads = threads;
    }

    /** Leaves what is not done yet, and what is being done. */
    public void stop() {
        stopped = true;
    }

    /**
     * Whether it was stopped.
     *
     * @return false as long as everything is done.
     */
    public boolean isStopped() {
        return stopped;
    }

    /**
     * Does all that is to be done, and returns when nothing is under way any more.
     *
     * @param specs what to run.
     * @param done takes the outcomes as they come, one at a time; if it throws, the sweep ends with that.
     */
    public void run(final List<PointSpec> specs, final Consumer<PointOutcome> done) {
        if (specs.isEmpty()) {
            return;
        }
        final ForkJoinPool pool = new ForkJoinPool(threads, this::newThread, null, false);
        try {
            pool.invoke(new Part(null, specs, outcome -> {
                synchronized (this) {
                    done.accept(outcome);
                }
            }));
        } catch (final RuntimeException | Error e) {
            stopped = true;
            throw e;
        } finally {
            pool.awaitQuiescence(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            pool.shutdown();
        }
    }

    private ForkJoinWorkerThread newThread(final ForkJoinPool pool) {
        final ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("sweep-" + threadsNamed.incrementAndGet());
        return thread;
    }

    /** Null if it was cancelled. */
    private PointOutcome outcome(final PointSpec spec) {
        try {
            return run.run(spec, this::isStopped);
        } catch (final CancellationException e) {
            return null;
        } catch (final RuntimeException | AssertionError e) {
            return PointOutcome.failed(spec, reason(e));
        }
    }

    /** What was meant for the user stands alone; a defect needs its kind and its place. */
    private static String reason(final Throwable problem) {
        final StackTraceElement[] trace = problem.getStackTrace();
        final boolean isDefect = problem.getClass().getName().startsWith("java.") && trace.length > 0;
        return isDefect ? problem + " at " + trace[0] : String.valueOf(problem.getMessage());
    }

    /**
     * Some of the runs: all but the first are left to be taken by whoever has nothing to do. No part waits for another, so there are never more
     * threads than asked for.
     */
    private final class Part extends CountedCompleter<Void> {
        private static final long serialVersionUID = 1L;

        private final transient List<PointSpec> specs;
        private final transient Consumer<PointOutcome> done;

        private Part(final Part whole, final List<PointSpec> specs, final Consumer<PointOutcome> done) {
            super(whole);
            this.specs = specs;
            this.done = done;
        }

        @Override
        public void compute() {
            List<PointSpec> mine = specs;
            while (mine.size() > 1 && !stopped) {
                final int middle = mine.size() / 2;
                addToPendingCount(1);
                new Part(this, mine.subList(middle, mine.size()), done).fork();
                mine = mine.subList(0, middle);
            }
            final PointOutcome outcome = stopped ? null : outcome(mine.get(0));
            if (outcome != null) {
                done.accept(outcome);
            }
            tryComplete();
        }
    }
}
