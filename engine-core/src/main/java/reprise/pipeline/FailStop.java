package reprise.pipeline;

import com.lmax.disruptor.ExceptionHandler;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What happens when a stage throws: the first failure is kept, every stage is halted, and the failed stage never returns to its loop, so
 * that its event is neither skipped nor seen downstream. (A handler of the Disruptor that returns normally would lose the event silently.)
 * Shared by all threads of a pipeline.
 */
final class FailStop implements ExceptionHandler<RingSlot> {
    private final AtomicReference<PipelineFailedException> failure = new AtomicReference<>();
    private final Runnable haltAll;

    /**
     * A handler that nothing has happened to.
     *
     * @param haltAll stops every stage without waiting for it.
     */
    FailStop(final Runnable haltAll) {
        this.haltAll = haltAll;
    }

    @Override
    public void handleEventException(final Throwable problem, final long ringSequence, final RingSlot slot) {
        throw fail("stage '" + Thread.currentThread().getName() + "' failed at ring sequence " + ringSequence, problem);
    }

    @Override
    public void handleOnStartException(final Throwable problem) {
        throw fail("stage '" + Thread.currentThread().getName() + "' failed to start", problem);
    }

    @Override
    public void handleOnShutdownException(final Throwable problem) {
        throw fail("stage '" + Thread.currentThread().getName() + "' failed to shut down", problem);
    }

    /** Keeps the first failure and stops everything; the caller throws what this returns. */
    PipelineFailedException fail(final String message, final Throwable problem) {
        final PipelineFailedException exception = new PipelineFailedException(message + ": " + problem, problem);
        failure.compareAndSet(null, exception);
        haltAll.run();
        return exception;
    }

    /** The first failure, or null. */
    PipelineFailedException failure() {
        return failure.get();
    }

    /** Throws the first failure, if there is one. */
    void throwIfFailed() {
        final PipelineFailedException first = failure.get();
        if (first != null) {
            throw new PipelineFailedException(first.getMessage(), first.getCause());
        }
    }
}
