package reprise.pipeline;

import java.util.function.LongConsumer;
import reprise.core.EngineCore;
import reprise.message.Outlet;
import reprise.port.RecordSource;

/** The stages of the engine, ready to take events. */
public interface Pipeline extends AutoCloseable {
    /**
     * A new way in.
     *
     * @return an outlet for one thread and its {@link reprise.message.EventPublisher}.
     */
    Outlet newOutlet();

    /**
     * A new way in for the operator: while a request waits for the core, whoever listens for stalls is told.
     *
     * @return an outlet for one thread and its {@link reprise.message.EventPublisher}.
     */
    Outlet newOperatorOutlet();

    /**
     * What the operator asked for and the core has not seen yet; from any thread.
     *
     * @return name of a request; null if none waits.
     */
    String operatorRequestWaiting();

    /**
     * What has waited so far, and for how long; from any thread.
     *
     * @return the figures of now.
     */
    PipelineLoad load();

    /**
     * Takes over from a process that is gone: the core handles the recorded events again and ends where they end, nothing leaves, and the
     * sequence goes on from there. The first event published afterwards must say so ({@code onRunResumed}); it gets the last time on record. A core that was restored from a snapshot handles those after it. To be called once, before
     * {@link #start}, by a pipeline that stamps events itself.
     *
     * @param events on record, all of them; whatever it throws comes through.
     * @param commands on record, all of them.
     * @param progress is told the sequence of each event, on the calling thread.
     * @return what was found.
     * @throws RecoveryException if the core decides other than what is on record.
     */
    Recovered recover(RecordSource events, RecordSource commands, LongConsumer progress);

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
     * @return 64 hexadecimal digits; none where commands on record before were not read.
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
