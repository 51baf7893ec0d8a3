package reprise.simulation.backtest;

import java.util.List;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.message.EventPublisher;
import reprise.pipeline.InlinePipeline;
import reprise.pipeline.Pipeline;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.RingPipeline;
import reprise.simulation.venue.SimulatedVenue;
import reprise.simulation.venue.VenueMailbox;
import reprise.state.StateHashes;
import reprise.strategy.Strategy;

/**
 * A run of the engine against the simulated venue: one assembly for backtests (inline), runs and demonstrations (on rings). The calling
 * thread feeds the market and is the venue's thread.
 *
 * <p>The {@link FeedingLoop} keeps venue and engine in step in every mode, so a run on rings in the time of the data decides byte for byte
 * what the backtest decides.
 */
public final class SimulatedSession implements AutoCloseable {
    private final SessionPlan plan;
    private final Pipeline pipeline;
    private final SimulatedVenue venue;
    private final FeedingLoop loop;

    private SimulatedSession(
            final SessionPlan plan,
            final SessionLogs logs,
            final CoreObserver observer,
            final PipelineConfig rings,
            final Pace pace) {
        this.plan = plan;
        final List<Strategy> strategies = plan.strategies().get();
        final VenueMailbox mailbox = new VenueMailbox();
        final PipelineParts parts = new PipelineParts(
                logs.events(),
                logs.commands(),
                pace.timeSource(),
                (clock, commands) -> new EngineCore(clock, plan.core(), strategies, commands, observer),
                mailbox,
                logs.checkpoint(),
                logs.stalls());
        pipeline = rings == null ? new InlinePipeline(parts, false) : new RingPipeline(parts, rings);
        final LocalEngine engine = new LocalEngine(plan, strategies.size(), pipeline);
        venue = new SimulatedVenue(
                plan.venue(), plan.instruments(), plan.initialCash(), plan.currency(), engine.outlet());
        mailbox.deliverTo(venue);
        loop = new FeedingLoop(venue, mailbox, engine, pace);
    }

    /**
     * A backtest: everything on the calling thread, in the time of the data.
     *
     * @param plan what it is.
     * @param logs where it is recorded.
     * @param observer watches the core.
     * @return a session that has not begun.
     */
    public static SimulatedSession inline(final SessionPlan plan, final SessionLogs logs, final CoreObserver observer) {
        return new SimulatedSession(plan, logs, observer, null, Pace.OF_THE_DATA);
    }

    /**
     * A run on rings.
     *
     * @param plan what it is.
     * @param logs where it is recorded.
     * @param observer watches the core, on the core's thread.
     * @param rings how the stages run.
     * @param pace {@link Pace#OF_THE_DATA} for lockstep, or a {@link PacedClock}.
     * @return a session that has not begun.
     */
    public static SimulatedSession onRings(
            final SessionPlan plan,
            final SessionLogs logs,
            final CoreObserver observer,
            final PipelineConfig rings,
            final Pace pace) {
        return new SimulatedSession(plan, logs, observer, rings, pace);
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
     * A way in for the operator's requests.
     *
     * @return a publisher for one other thread (on rings), or for the calling thread (inline).
     */
    public EventPublisher newPublisher() {
        return new EventPublisher(pipeline.newOperatorOutlet());
    }

    /** Asks {@link #run} to end cleanly after the step that it is at; from any thread. */
    public void stop() {
        loop.stop();
    }

    /**
     * Runs from the first event to the last. Positions that are open at the end stay open. To be called once.
     *
     * @param feed before its first step; not closed.
     * @param progress is told how far the run is, at most five times a second.
     * @return what the run was; books are audited and equal those of the venue.
     */
    public SessionSummary run(final MarketFeed feed, final SessionProgress progress) {
        final FeedingLoop.Fed fed = loop.run(feed, progress);
        pipeline.close();
        final EngineCore core = pipeline.core();
        core.portfolio().audit();
        venue.requireEqualBooks(core.portfolio());
        final StateHashes hashes = core.stateHashes();
        return new SessionSummary(
                plan.runId(),
                fed.bars(),
                fed.historicalBars(),
                core.sequence(),
                pipeline.commandCount(),
                pipeline.commandHash(),
                hashes.whole(),
                hashes.part(),
                feed.firstTimeNs(),
                core.timeNs(),
                fed.elapsedNs(),
                fed.stopped(),
                pipeline.load());
    }

    /** Stops the stages if they still run; the logs stay open. */
    @Override
    public void close() {
        pipeline.close();
    }
}
