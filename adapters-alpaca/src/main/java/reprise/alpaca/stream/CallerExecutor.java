package reprise.alpaca.stream;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Does everything at once on the thread that asks: the WebSocket library then reads on the stream's own thread, one connection after the other. */
final class CallerExecutor extends AbstractExecutorService {
    @Override
    public void execute(final Runnable work) {
        work.run();
    }

    @Override
    public void shutdown() {
        // has no thread
    }

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(final long timeout, final TimeUnit unit) {
        return false;
    }
}
