package reprise.research.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** Does many small independent things on several threads. */
final class Workers {
    private static final long PROGRESS_INTERVAL_MS = 100;

    private Workers() {}

    /**
     * Does a task for 0, 1, ... count - 1, each once, in no certain order.
     *
     * @param progress is told on the calling thread how many were begun.
     */
    static void forEach(final int count, final int threads, final IntConsumer task, final LongConsumer progress) {
        final AtomicInteger next = new AtomicInteger();
        final ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            final List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    for (int at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
                        task.accept(at);
                    }
                }));
            }
            for (final Future<?> future : running) {
                while (!isDone(future)) {
                    progress.accept(Math.min(count, next.get()));
                }
            }
        } finally {
            // After a failure the others need not go on; their results would be thrown away.
            next.set(count);
            pool.shutdownNow();
        }
    }

    private static boolean isDone(final Future<?> future) {
        try {
            future.get(PROGRESS_INTERVAL_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (final TimeoutException e) {
            return false;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (final ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }
}
