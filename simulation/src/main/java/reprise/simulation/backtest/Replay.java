package reprise.simulation.backtest;

import java.util.List;
import org.agrona.MutableDirectBuffer;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.message.Envelope;
import reprise.message.MutedCommands;
import reprise.message.Outlet;
import reprise.pipeline.InlinePipeline;
import reprise.pipeline.Pipeline;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.RingPipeline;
import reprise.port.EventLog;
import reprise.port.RecordSource;
import reprise.port.UnjournaledLog;
import reprise.state.SnapshotReader;
import reprise.strategy.Strategy;

/**
 * Plays journaled events through a fresh engine: same stages, same core, the events' own times, no venue. Optionally compares every
 * command that comes of it with the journaled ones and stops at the first difference. Single-threaded for its caller, whichever way the
 * stages run.
 */
public final class Replay implements AutoCloseable {
    /** Replays to the end. */
    public static final long ALL_EVENTS = Long.MAX_VALUE;

    private static final long PROGRESS_INTERVAL_NS = 200_000_000;
    private static final long EVENTS_BETWEEN_CLOCK_READS = 1024;

    private final CommandVerifier verifier;
    private final RecordText recordText = new RecordText();
    private final Pipeline pipeline;
    private final Outlet outlet;
    private volatile boolean stopRequested;
    private long events;
    private long lastSequence;
    private long lastProgressNanoTime;

    /**
     * A replay that has not begun.
     *
     * @param config of the core, as it was when the journal was written.
     * @param strategies fresh, as they were.
     * @param observer watches the core.
     * @param rings how the stages run, or null for inline.
     * @param journaledCommands to compare with, or null to compare nothing.
     */
    public Replay(
            final CoreConfig config,
            final List<Strategy> strategies,
            final CoreObserver observer,
            final PipelineConfig rings,
            final RecordSource journaledCommands) {
        verifier = journaledCommands == null ? null : new CommandVerifier(journaledCommands);
        final EventLog commandLog = verifier == null ? new UnjournaledLog() : verifier;
        final PipelineParts parts = new PipelineParts(
                new UnjournaledLog(),
                commandLog,
                null,
                (clock, commands) -> new EngineCore(clock, config, strategies, commands, observer),
                new MutedCommands());
        pipeline = rings == null ? new InlinePipeline(parts, false) : new RingPipeline(parts, rings);
        outlet = pipeline.newOutlet();
    }

    /**
     * The core, for reports; to be read before and after {@link #run}.
     *
     * @return the core.
     */
    public EngineCore core() {
        return pipeline.core();
    }

    /**
     * Puts a state into the core, before {@link #run} replays what came after it.
     *
     * @param snapshot of a core of the same program and configuration.
     * @throws IllegalStateException if it is not.
     */
    public void restore(final byte[] snapshot) {
        new SnapshotReader(snapshot).restore(pipeline.core());
        lastSequence = pipeline.core().sequence();
    }

    /** Asks {@link #run} to end after the event that it is at; from any thread. */
    public void stop() {
        stopRequested = true;
    }

    /**
     * Replays. To be called once.
     *
     * @param journaledEvents before the first record; whatever it throws comes through.
     * @param untilSequence the last event to replay, or {@link #ALL_EVENTS}.
     * @param progress is told how many events were replayed, at most five times a second.
     * @return what it showed.
     */
    public ReplayResult run(
            final RecordSource journaledEvents, final long untilSequence, final SessionProgress progress) {
        final long startNanoTime = System.nanoTime();
        lastProgressNanoTime = startNanoTime;
        pipeline.start();
        while (!isOver(untilSequence) && journaledEvents.next()) {
            replay(journaledEvents);
            tell(progress, journaledEvents);
        }
        pipeline.close();
        if (verifier != null) {
            verifier.finish(lastSequence);
        }
        return result(System.nanoTime() - startNanoTime);
    }

    private boolean isOver(final long untilSequence) {
        return stopRequested || lastSequence >= untilSequence || verifier != null && verifier.hasDiverged();
    }

    private void replay(final RecordSource record) {
        final int lengthBytes = record.lengthBytes();
        if (lengthBytes < Envelope.LENGTH_BYTES || lengthBytes > Outlet.MAX_MESSAGE_LENGTH_BYTES) {
            throw new IllegalStateException(
                    "impossible event: lengthBytes=" + lengthBytes + ", after sequence=" + lastSequence);
        }
        recordText.learn(record.buffer(), record.offset());
        final MutableDirectBuffer slot = outlet.claim();
        slot.putBytes(0, record.buffer(), record.offset(), lengthBytes);
        outlet.end(lengthBytes);
        lastSequence = Envelope.sequence(record.buffer(), record.offset());
        events++;
    }

    private void tell(final SessionProgress progress, final RecordSource record) {
        if (events % EVENTS_BETWEEN_CLOCK_READS == 0) {
            final long now = System.nanoTime();
            if (now - lastProgressNanoTime >= PROGRESS_INTERVAL_NS) {
                lastProgressNanoTime = now;
                progress.onProgress(events, Envelope.timeNs(record.buffer(), record.offset()));
            }
        }
    }

    private ReplayResult result(final long elapsedNs) {
        return new ReplayResult(
                events,
                lastSequence,
                pipeline.core().timeNs(),
                pipeline.commandCount(),
                verifier == null ? 0 : verifier.verified(),
                verifier == null ? 0 : verifier.beyondLog(),
                verifier == null ? 0 : verifier.beyondEvents(),
                verifier == null ? null : verifier.divergence(recordText),
                pipeline.commandHash(),
                pipeline.core().stateHash(),
                elapsedNs);
    }

    /** Stops the stages if they still run. */
    @Override
    public void close() {
        pipeline.close();
    }
}
