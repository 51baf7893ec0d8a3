package reprise.pipeline;

import reprise.core.EngineCore;
import reprise.message.Outlet;

/** The stages of the engine, ready to take events. */
public interface Pipeline extends AutoCloseable {
    /**
     * A new way in.
     *
     * @return an outlet for one thread and its {@link reprise.message.EventPublisher}.
     */
    Outlet newOutlet();

    /** Takes events from now on. */
    void start();

    /**
     * Waits until every event published so far has been handled and every command that came of it was handed to its venue.
     *
     * @throws PipelineFailedException if a stage has failed.
     */
    void awaitIdle();

    /**
     * The core, for reports. Its state may be read when the pipeline is idle or closed.
     *
     * @return the core.
     */
    EngineCore core();

    /**
     * How many commands were recorded. To be called when the pipeline is idle or closed.
     *
     * @return count.
     */
    long commandCount();

    /**
     * The hash over the bytes of all commands so far, in order. To be called when the pipeline is idle or closed.
     *
     * @return 64 hexadecimal digits.
     */
    String commandHash();

    /**
     * Handles what was published, flushes the logs, then stops, in bounded time. Does not close the logs. A second call has no effect.
     *
     * @throws PipelineFailedException if a stage has failed; everything has stopped all the same.
     */
    @Override
    void close();
}
