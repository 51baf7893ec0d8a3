package reprise.alpaca.order;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Runs what is to be done about orders on a few threads: for one order one after the other, in the order in which it was asked for; for
 * different orders side by side. Giving work takes a moment and never waits for any. Any thread.
 */
final class Strands implements AutoCloseable {
    private final ScheduledThreadPoolExecutor threads;
    private final Long2ObjectHashMap<Deque<Runnable>> waiting = new Long2ObjectHashMap<>();
    private final Consumer<Throwable> failed;

    Strands(final String name, final int threadCount, final Consumer<Throwable> failed) {
        final AtomicInteger number = new AtomicInteger();
        this.failed = failed;
        threads = new ScheduledThreadPoolExecutor(threadCount, work -> {
            final Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        threads.setRemoveOnCancelPolicy(true);
    }

    /** Does work after all that was given before under the same number. */
    void run(final long number, final Runnable work) {
        final boolean isFirst;
        synchronized (waiting) {
            Deque<Runnable> queue = waiting.get(number);
            isFirst = queue == null;
            if (isFirst) {
                queue = new ArrayDeque<>(4);
                waiting.put(number, queue);
            }
            queue.addLast(work);
        }
        if (isFirst) {
            start(number);
        }
    }

    /** Gives work after a while. */
    void runLater(final long number, final long delayMs, final Runnable work) {
        try {
            threads.schedule(() -> run(number, work), delayMs, TimeUnit.MILLISECONDS);
        } catch (final RejectedExecutionException closed) {
            // Nobody waits for it any more.
            return;
        }
    }

    private void start(final long number) {
        try {
            threads.execute(() -> runNext(number));
        } catch (final RejectedExecutionException closed) {
            synchronized (waiting) {
                waiting.remove(number);
            }
        }
    }

    private void runNext(final long number) {
        final Runnable work;
        synchronized (waiting) {
            work = waiting.get(number).peekFirst();
        }
        try {
            work.run();
        } catch (final RuntimeException | Error problem) {
            if (!isClosed()) {
                failed.accept(problem);
            }
        }
        final boolean isMore;
        synchronized (waiting) {
            final Deque<Runnable> queue = waiting.get(number);
            queue.removeFirst();
            isMore = !queue.isEmpty();
            if (!isMore) {
                waiting.remove(number);
            }
        }
        if (isMore) {
            start(number);
        }
    }

    /** Whether it was closed. */
    boolean isClosed() {
        return threads.isShutdown();
    }

    /** Breaks off what is being done and forgets the rest, within two seconds. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (final InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
