package reprise.simulation.remote;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.EventPublisher;
import reprise.message.Templates;
import reprise.pipeline.InlinePipeline;
import reprise.pipeline.OrderlyStop;
import reprise.pipeline.OrdersAtStop;
import reprise.pipeline.Pipeline;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.Recovered;
import reprise.pipeline.RingPipeline;
import reprise.pipeline.TimeSource;
import reprise.port.RecordSource;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.state.SnapshotReader;
import reprise.state.StateHash;
import reprise.strategy.Strategy;

/**
 * A run of the engine against a venue in another process, in step with it: the calling thread reads what the venue says and tells it when all
 * of a step is handled. The venue sets the pace, and its time is the engine's.
 */
public final class RemoteSession implements AutoCloseable {
    private static final long PROGRESS_INTERVAL_NS = 200_000_000;

    private final SessionPlan plan;
    private final Path socket;
    private final int strategyCount;
    private final RemoteVenue venue = new RemoteVenue();
    private final Pipeline pipeline;
    private final EventPublisher events;
    private final EventDispatcher dispatcher;
    private volatile OrdersAtStop stopRequested;
    private volatile boolean cutRequested;
    private volatile boolean opened;
    private volatile SocketChannel channel;
    private OrderlyStop stop;
    private boolean strategiesWait;
    private boolean tailMayBeLost;
    private boolean definesAgain;
    private long countedUpTo;
    private long marketEventsElsewhere;
    private final EventCounts counts = new EventCounts();
    private long lastProgressNanoTime;

    /**
     * A session that is not connected.
     *
     * @param plan what it is; how the venue trades and our cash are the venue's business.
     * @param logs where it is recorded.
     * @param observer watches the core.
     * @param rings how the stages run; null for inline.
     * @param socket where the venue listens.
     */
    public RemoteSession(
            final SessionPlan plan,
            final SessionLogs logs,
            final CoreObserver observer,
            final PipelineConfig rings,
            final Path socket) {
        this.plan = plan;
        this.socket = socket;
        final List<Strategy> strategies = plan.strategies().get();
        strategyCount = strategies.size();
        final PipelineParts parts = new PipelineParts(
                logs.events(),
                logs.commands(),
                TimeSource.OF_THE_DATA,
                (clock, commands) -> new EngineCore(clock, plan.core(), strategies, commands, observer),
                venue,
                logs.checkpoint(),
                logs.stalls());
        // What a venue in another process is told cannot be taken back: the event that it came of must be on record by
        // then.
        pipeline = rings == null ? new InlinePipeline(parts, true) : new RingPipeline(parts, rings);
        events = new EventPublisher(pipeline.newOutlet());
        dispatcher = new EventDispatcher(events);
    }

    /**
     * The core, for reports; to be read before and after {@link #run}, or while progress is told.
     *
     * @return the core.
     */
    public EngineCore core() {
        return pipeline.core();
    }

    /**
     * Asks {@link #run} to end in good order: to open nothing more, to do with working orders what is wanted, and to wait for the venue's answers;
     * from any thread. The first call counts.
     *
     * @param orders what becomes of working ones.
     */
    public void stop(final OrdersAtStop orders) {
        stopRequested = stopRequested == null ? orders : stopRequested;
    }

    /**
     * A way in for the operator's requests, once the session {@linkplain #isOpen() is open}.
     *
     * @return a publisher for one other thread.
     */
    public EventPublisher newPublisher() {
        return new EventPublisher(pipeline.newOperatorOutlet());
    }

    /** Whether requests of the operator are taken: the run has begun, and is not asked to end; from any thread. */
    public boolean isOpen() {
        return opened && stopRequested == null && !cutRequested;
    }

    /** Whether something that the operator asked for has not been handled yet; from any thread. */
    public boolean isOperatorWaiting() {
        return pipeline.operatorRequestWaiting() != null;
    }

    /** Asks {@link #run} to end now, whatever has not been answered; from any thread. */
    public void cut() {
        cutRequested = true;
        final SocketChannel connected = channel;
        if (connected != null) {
            try {
                connected.shutdownInput();
            } catch (final IOException e) {
                // It is closed already, and the run is ending.
            }
        }
    }

    /**
     * Takes over the record of a process that is gone; before {@link #run}, which then goes on where that ended.
     *
     * @param recordedEvents all of them, or those behind a place not later than the snapshot that was restored; whatever it throws comes through.
     * @param recordedCommands likewise.
     * @param tailLost whether records that the other had acted on may be missing at the end.
     * @param progress is told the sequence of each event.
     * @return what was found.
     * @throws reprise.pipeline.RecoveryException if the core decides other than what is on record.
     */
    public Recovered recover(
            final RecordSource recordedEvents,
            final RecordSource recordedCommands,
            final boolean tailLost,
            final LongConsumer progress) {
        tailMayBeLost = tailLost;
        return pipeline.recover(new CountedEvents(recordedEvents, counts, countedUpTo), recordedCommands, progress);
    }

    /**
     * Puts a snapshot into the core, before {@link #recover} handles what came after it.
     *
     * @param snapshot of a core of the same program and configuration.
     * @throws IllegalStateException if it is not.
     */
    public void restore(final byte[] snapshot) {
        new SnapshotReader(snapshot).restore(pipeline.core());
    }

    /**
     * What is on record up to the snapshot that was restored, if that is not read again.
     *
     * @param countsBefore of the record's events up to there.
     */
    public void countsOn(final EventCounts countsBefore) {
        counts.set(countsBefore);
        countedUpTo = pipeline.core().sequence();
    }

    /**
     * What is on record of the events; to be read after {@link #recover} and before {@link #run}.
     *
     * @return how many of some kinds.
     */
    public EventCounts counts() {
        return counts;
    }

    /**
     * The state that the record begins with is that of another run: what that had on record of the market counts, and this record says again
     * which instruments there are.
     *
     * @param marketEventsBefore how many events of the market the runs before had on record.
     */
    public void goesOnFromAnother(final long marketEventsBefore) {
        marketEventsElsewhere += marketEventsBefore;
        definesAgain = true;
    }

    /**
     * Runs until the venue has no more data. To be called once.
     *
     * @param progress is told how far it is, at most five times a second.
     * @return what the run was; books are audited.
     * @throws LinkException if the venue cannot be reached, refuses, breaks the rules, or is gone before its data ended.
     */
    public SessionSummary run(final SessionProgress progress) {
        final long startNanoTime = System.nanoTime();
        lastProgressNanoTime = startNanoTime;
        try (SocketChannel connected = VenueSocket.connect(socket)) {
            channel = connected;
            final FrameReader reader = new FrameReader(connected);
            venue.attach(connected);
            venue.hello(new Hello(marketEventsElsewhere + counts.marketEvents(), plan.runId()));
            final Welcome welcome = awaitWelcome(reader);
            open(welcome.firstTimeNs());
            final boolean ended = follow(reader, progress);
            if (!ended && !cutRequested && stopRequested == null) {
                throw new LinkException(socket + ": the venue is gone; what is on record stays, start again to go on");
            }
            opened = false;
            pipeline.close();
            venue.settled();
            return summary(welcome.firstTimeNs(), System.nanoTime() - startNanoTime, !ended);
        } catch (final IOException e) {
            throw new LinkException(socket + ": the venue is gone: " + e.getMessage(), e);
        }
    }

    private Welcome awaitWelcome(final FrameReader reader) throws IOException {
        final FrameKind kind = reader.next();
        if (kind == FrameKind.WELCOME) {
            return Welcome.decode(reader.payload());
        }
        if (kind == FrameKind.REFUSED) {
            final byte[] text = new byte[reader.payload().capacity()];
            reader.payload().getBytes(0, text);
            throw new LinkException(socket + ": refused by the venue: " + new String(text, StandardCharsets.UTF_8));
        }
        throw new LinkException(
                kind == null ? socket + ": the venue is gone" : socket + ": a venue that begins with " + kind);
    }

    /** A run that is new to its record begins as every run does; of one that ended within its beginning the rest is told. */
    private void open(final long timeNs) {
        // Read before a stage runs: from then on the core is another thread's.
        final boolean isNew = pipeline.core().sequence() == 0;
        final int instrumentsOnRecord =
                definesAgain ? 0 : pipeline.core().instruments().count();
        strategiesWait = !isStarted(pipeline.core());
        pipeline.start();
        events.at(timeNs);
        if (isNew) {
            events.onRunStarted(plan.runId(), plan.buildHash(), plan.configHash());
        } else {
            events.onRunResumed(plan.runId(), plan.buildHash(), plan.configHash(), tailMayBeLost);
        }
        for (int id = instrumentsOnRecord; id < plan.instruments().size(); id++) {
            events.onInstrumentDefined(plan.instruments().get(id));
        }
        opened = true;
    }

    private boolean isStarted(final EngineCore core) {
        boolean isStarted = true;
        for (int strategyId = 1; strategyId <= strategyCount; strategyId++) {
            isStarted &= core.isStarted(strategyId);
        }
        return isStarted;
    }

    /** Returns false if the venue is gone, or the run is stopped, before the data ended. */
    private boolean follow(final FrameReader reader, final SessionProgress progress) throws IOException {
        for (FrameKind kind = reader.next(); kind != null; kind = reader.next()) {
            switch (kind) {
                case EVENT -> hear(reader.payload());
                case STEP_END -> {
                    startStrategies();
                    pipeline.awaitIdle();
                    if (isStopped()) {
                        return false;
                    }
                    venue.settled();
                    tell(progress);
                }
                case BYE -> {
                    pipeline.awaitIdle();
                    return true;
                }
                default -> throw new LinkException(socket + ": the venue sent what it must not now: " + kind);
            }
        }
        pipeline.awaitIdle();
        return false;
    }

    /** The venue's step is over and all of it handled: a stop begins here, and ends when all is answered. */
    private boolean isStopped() {
        final OrdersAtStop orders = stopRequested;
        if (orders == null) {
            return false;
        }
        if (stop == null) {
            // What the operator asked for before is handled first.
            pipeline.awaitIdle();
            stop = new OrderlyStop(orders);
            stop.begin(pipeline.core(), events);
            pipeline.awaitIdle();
        }
        return stop.isSettled(pipeline.core());
    }

    /** Decodes the event and writes it anew, so that nothing gets on record that could not be read back. */
    private void hear(final DirectBuffer event) {
        final int templateId = Envelope.templateId(event, 0);
        if (!Templates.isVenueEvent(templateId)) {
            throw new LinkException(socket + ": a venue cannot say " + Templates.name(templateId));
        }
        counts.count(templateId);
        events.at(Envelope.timeNs(event, 0));
        try {
            dispatcher.dispatch(event, 0);
        } catch (final IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new LinkException(socket + ": an event that cannot be read: " + e.getMessage(), e);
        }
    }

    /** Once the venue has said that it is there, and before it hears that its first step is settled. */
    private void startStrategies() {
        if (!strategiesWait) {
            return;
        }
        strategiesWait = false;
        pipeline.awaitIdle();
        final EngineCore core = pipeline.core();
        for (int strategyId = 1; strategyId <= strategyCount; strategyId++) {
            if (!core.isStarted(strategyId)) {
                events.onStartRequested(strategyId);
            }
        }
    }

    private void tell(final SessionProgress progress) {
        final long now = System.nanoTime();
        if (now - lastProgressNanoTime >= PROGRESS_INTERVAL_NS) {
            lastProgressNanoTime = now;
            progress.onProgress(counts.bars(), pipeline.core().timeNs());
        }
    }

    private SessionSummary summary(final long firstTimeNs, final long elapsedNs, final boolean stopped) {
        final EngineCore core = pipeline.core();
        core.portfolio().audit();
        return new SessionSummary(
                plan.runId(),
                counts.bars(),
                counts.historicalBars(),
                core.sequence(),
                pipeline.commandCount(),
                pipeline.commandHash(),
                core.stateHash(),
                StateHash.of(core.outcome()),
                firstTimeNs,
                core.timeNs(),
                elapsedNs,
                stopped,
                pipeline.load());
    }

    /** Stops the stages if they still run; the logs stay open. */
    @Override
    public void close() {
        pipeline.close();
    }
}
