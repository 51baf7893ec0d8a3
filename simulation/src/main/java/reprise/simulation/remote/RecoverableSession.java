package reprise.simulation.remote;

import java.util.List;
import java.util.function.LongConsumer;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.message.CommandRecords;
import reprise.message.EngineCommands;
import reprise.message.EventPublisher;
import reprise.pipeline.InlinePipeline;
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
import reprise.state.StateHashes;
import reprise.strategy.Strategy;

/**
 * A run of the engine whose venue outlives the process, so that another process can go on with it: what every such run shares, wherever its
 * venue is. It is recovered, if there is something on record, then run, once.
 */
public abstract class RecoverableSession implements AutoCloseable {
    private final SessionPlan plan;
    private final int strategyCount;
    private final Pipeline pipeline;
    private final EventPublisher events;
    private final EventCounts counts = new EventCounts();
    private long countedUpTo;
    private long marketEventsElsewhere;
    private boolean tailMayBeLost;
    private boolean definesAgain;
    private volatile boolean opened;
    private volatile OrdersAtStop stopRequested;
    private volatile boolean cutRequested;

    /**
     * A session that is not connected.
     *
     * @param plan what it is; how the venue trades and our cash are the venue's business.
     * @param logs where it is recorded.
     * @param observer watches the core.
     * @param rings how the stages run; null for inline.
     * @param time where it comes from.
     * @param venues take the commands.
     */
    protected RecoverableSession(
            final SessionPlan plan,
            final SessionLogs logs,
            final CoreObserver observer,
            final PipelineConfig rings,
            final TimeSource time,
            final EngineCommands venues) {
        this.plan = plan;
        final List<Strategy> strategies = plan.strategies().get();
        strategyCount = strategies.size();
        final PipelineParts parts = new PipelineParts(
                logs.events(),
                logs.commands(),
                time,
                (clock, commands) -> new EngineCore(clock, plan.core(), strategies, commands, observer),
                CommandRecords.calling(venues),
                logs.checkpoint(),
                logs.stalls());
        // What such a venue is told cannot be taken back: the event that it came of must be on record by then.
        pipeline = rings == null ? new InlinePipeline(parts, true) : new RingPipeline(parts, rings);
        events = new EventPublisher(pipeline.newOutlet());
    }

    /**
     * What the run is.
     *
     * @return as given.
     */
    protected final SessionPlan plan() {
        return plan;
    }

    /**
     * The stages.
     *
     * @return not to be closed but by {@link #run} and {@link #close}.
     */
    protected final Pipeline pipeline() {
        return pipeline;
    }

    /**
     * The running thread's way to tell events.
     *
     * @return a publisher of the thread that calls {@link #run}.
     */
    protected final EventPublisher events() {
        return events;
    }

    /**
     * The core, for reports; to be read before and after {@link #run}, or while progress is told.
     *
     * @return the core.
     */
    public final EngineCore core() {
        return pipeline.core();
    }

    /**
     * Asks {@link #run} to end in good order: to open nothing more, to do with working orders what is wanted, and to wait for the venue's answers;
     * from any thread. The first call counts.
     *
     * @param orders what becomes of working ones.
     */
    public final void stop(final OrdersAtStop orders) {
        stopRequested = stopRequested == null ? orders : stopRequested;
    }

    /**
     * How the run is to end.
     *
     * @return null while it is to go on.
     */
    protected final OrdersAtStop stopRequested() {
        return stopRequested;
    }

    /** Asks {@link #run} to end now, whatever has not been answered; from any thread. */
    public void cut() {
        cutRequested = true;
    }

    /** Whether the run is to wait for nothing more. */
    protected final boolean isCut() {
        return cutRequested;
    }

    /**
     * A way in for the operator's requests, once the session {@linkplain #isOpen() is open}.
     *
     * @return a publisher for one other thread.
     */
    public final EventPublisher newPublisher() {
        return new EventPublisher(pipeline.newOperatorOutlet());
    }

    /** Whether requests of the operator are taken: the run has begun, and is not asked to end; from any thread. */
    public final boolean isOpen() {
        return opened && stopRequested == null && !cutRequested;
    }

    /** Whether something that the operator asked for has not been handled yet; from any thread. */
    public final boolean isOperatorWaiting() {
        return pipeline.operatorRequestWaiting() != null;
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
    public final Recovered recover(
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
    public final void restore(final byte[] snapshot) {
        new SnapshotReader(snapshot).restore(pipeline.core());
    }

    /**
     * What is on record up to the snapshot that was restored, if that is not read again.
     *
     * @param countsBefore of the record's events up to there.
     */
    public final void countsOn(final EventCounts countsBefore) {
        counts.set(countsBefore);
        countedUpTo = pipeline.core().sequence();
    }

    /**
     * What is on record of the events; to be read after {@link #recover} and before {@link #run}.
     *
     * @return how many of some kinds.
     */
    public final EventCounts counts() {
        return counts;
    }

    /**
     * The state that the record begins with is that of another run: what that had on record of the market counts, and this record says again
     * which instruments there are.
     *
     * @param marketEventsBefore how many events of the market the runs before had on record.
     */
    public final void goesOnFromAnother(final long marketEventsBefore) {
        marketEventsElsewhere += marketEventsBefore;
        definesAgain = true;
    }

    /**
     * How far the market is known.
     *
     * @return how many of its events are on record, here and in the runs before.
     */
    protected final long marketEventsOnRecord() {
        return marketEventsElsewhere + counts.marketEvents();
    }

    /**
     * Runs until it is stopped or the venue has no more to say. To be called once.
     *
     * @param progress is told how far it is, at most five times a second.
     * @return what the run was; books are audited.
     * @throws LinkException if the venue cannot be reached, refuses, breaks the rules, or is gone before its data ended.
     */
    public abstract SessionSummary run(SessionProgress progress);

    /**
     * Starts the stages and says what this process is. A run that is new to its record begins as every run does; of one that ended within its
     * beginning the rest is told.
     *
     * @param timeNs of the data, nanoseconds since the epoch.
     */
    protected final void open(final long timeNs) {
        // Read before a stage runs: from then on the core is another thread's.
        final boolean isNew = pipeline.core().sequence() == 0;
        final int instrumentsOnRecord =
                definesAgain ? 0 : pipeline.core().instruments().count();
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

    /** The run is over for the operator. */
    protected final void shut() {
        opened = false;
    }

    /** Lets every strategy trade that does not yet; while the pipeline is idle. */
    protected final void startStrategies() {
        final EngineCore core = pipeline.core();
        for (int strategyId = 1; strategyId <= strategyCount; strategyId++) {
            if (!core.isStarted(strategyId)) {
                events.onStartRequested(strategyId);
            }
        }
    }

    /**
     * What the run was; when the stages have stopped.
     *
     * @param firstTimeNs when its data began.
     * @param elapsedNs how long it took.
     * @param stopped whether it was stopped before its data ended.
     * @return in numbers.
     */
    protected final SessionSummary summary(final long firstTimeNs, final long elapsedNs, final boolean stopped) {
        final EngineCore core = pipeline.core();
        core.portfolio().audit();
        final StateHashes hashes = core.stateHashes();
        return new SessionSummary(
                plan.runId(),
                counts.bars(),
                counts.historicalBars(),
                core.sequence(),
                pipeline.commandCount(),
                pipeline.commandHash(),
                hashes.whole(),
                hashes.part(),
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
