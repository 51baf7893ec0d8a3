package reprise.simulation.backtest;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.pipeline.InlinePipeline;
import reprise.pipeline.Pipeline;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.RingPipeline;
import reprise.simulation.venue.SimulatedVenue;
import reprise.simulation.venue.VenueMailbox;
import reprise.strategy.Strategy;

/**
 * A run of the engine against the simulated venue: one assembly for backtests (inline), runs and demonstrations (on rings). The calling
 * thread feeds the market and is the venue's thread.
 *
 * <p>The feeder takes the next step of the data only when the engine has answered the last one and the venue has taken the answers. So the
 * venue and the engine see the same order of things in every mode, and a run on rings in the time of the data decides byte for byte what
 * the backtest decides.
 */
public final class SimulatedSession implements AutoCloseable {
    private static final long MAX_PARK_NS = 5_000_000;
    private static final long PROGRESS_INTERVAL_NS = 200_000_000;

    /** Reading the wall clock for every bar would cost as much as the bar. */
    private static final long BARS_BETWEEN_CLOCK_READS = 256;

    private final SessionPlan plan;
    private final Pace pace;
    private final int strategyCount;
    private final VenueMailbox mailbox = new VenueMailbox();
    private final Pipeline pipeline;
    private final EventPublisher events;
    private final SimulatedVenue venue;
    private volatile boolean stopRequested;
    private long bars;
    private long historicalBars;
    private long lastProgressNanoTime;

    private SimulatedSession(
            final SessionPlan plan,
            final SessionLogs logs,
            final CoreObserver observer,
            final PipelineConfig rings,
            final Pace pace) {
        this.plan = plan;
        this.pace = pace;
        final List<Strategy> strategies = plan.strategies().get();
        strategyCount = strategies.size();
        final PipelineParts parts = new PipelineParts(
                logs.events(),
                logs.commands(),
                pace.timeSource(),
                (clock, commands) -> new EngineCore(clock, plan.core(), strategies, commands, observer),
                mailbox);
        pipeline = rings == null ? new InlinePipeline(parts, false) : new RingPipeline(parts, rings);
        final Outlet outlet = pipeline.newOutlet();
        events = new EventPublisher(outlet);
        venue = new SimulatedVenue(plan.venue(), plan.instruments(), plan.initialCash(), plan.currency(), outlet);
        mailbox.deliverTo(venue);
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
        return new EventPublisher(pipeline.newOutlet());
    }

    /** Asks {@link #run} to end cleanly after the step that it is at; from any thread. */
    public void stop() {
        stopRequested = true;
    }

    /**
     * Runs from the first event to the last. Positions that are open at the end stay open. To be called once.
     *
     * @param feed before its first step; not closed.
     * @param progress is told how far the run is, at most five times a second.
     * @return what the run was; books are audited and equal those of the venue.
     */
    public SessionSummary run(final MarketFeed feed, final SessionProgress progress) {
        final long startNanoTime = System.nanoTime();
        lastProgressNanoTime = startNanoTime;
        pace.begin(feed.firstTimeNs());
        pipeline.start();
        open(feed.firstTimeNs());
        historicalBars = feed.tellHistory(events);
        settle();
        boolean stopped = stopRequested;
        while (!stopped && feed.next()) {
            stopped = !arriveUntil(feed.timeNs(), progress) || !awaitMoment(feed.timeNs(), progress);
            if (!stopped) {
                step(feed);
                if (pace != Pace.OF_THE_DATA || bars % BARS_BETWEEN_CLOCK_READS == 0) {
                    tell(progress);
                }
                stopped = stopRequested;
            }
        }
        venue.endOfData();
        while (venue.nextDueNs() != SimulatedVenue.NEVER) {
            venue.runDue();
            settle();
        }
        final long elapsedNs = System.nanoTime() - startNanoTime;
        progress.onProgress(bars, venue.timeNs());
        return finish(feed.firstTimeNs(), elapsedNs, stopped);
    }

    private void open(final long timeNs) {
        events.at(timeNs).onRunStarted(plan.runId(), plan.buildHash(), plan.configHash());
        for (final InstrumentDefinition definition : plan.instruments()) {
            events.onInstrumentDefined(definition);
        }
        venue.connect(timeNs);
        for (int strategyId = 1; strategyId <= strategyCount; strategyId++) {
            events.onStartRequested(strategyId);
        }
        settle();
    }

    /** Lets everything arrive that is under way and due before the market moves on. Returns false if the run is to stop. */
    private boolean arriveUntil(final long timeNs, final SessionProgress progress) {
        while (venue.nextDueNs() <= timeNs) {
            if (!awaitMoment(venue.nextDueNs(), progress)) {
                return false;
            }
            venue.runDue();
            settle();
        }
        return true;
    }

    private void step(final MarketFeed feed) {
        bars += feed.isBar() ? 1 : 0;
        while (!feed.deliverTo(venue)) {
            settle();
        }
        settle();
    }

    /** Waits until the engine has answered all that was published and the venue has taken all answers. */
    private void settle() {
        do {
            pipeline.awaitIdle();
        } while (mailbox.poll() > 0);
    }

    /** Waits for a moment of the data, telling the engine the time meanwhile. Returns false if the run is to stop. */
    private boolean awaitMoment(final long dataTimeNs, final SessionProgress progress) {
        long waitNs = pace.waitNs(dataTimeNs);
        if (waitNs <= 0) {
            return true;
        }
        long nextTickNanoTime = System.nanoTime() + pace.tickNs();
        while (waitNs > 0 && !stopRequested) {
            if (System.nanoTime() - nextTickNanoTime >= 0) {
                events.onClockTicked();
                nextTickNanoTime += pace.tickNs();
            }
            settle();
            tell(progress);
            LockSupport.parkNanos(Math.min(Math.min(waitNs, pace.tickNs()), MAX_PARK_NS));
            waitNs = pace.waitNs(dataTimeNs);
        }
        return !stopRequested;
    }

    private void tell(final SessionProgress progress) {
        final long now = System.nanoTime();
        if (now - lastProgressNanoTime >= PROGRESS_INTERVAL_NS) {
            lastProgressNanoTime = now;
            progress.onProgress(bars, venue.timeNs());
        }
    }

    private SessionSummary finish(final long firstTimeNs, final long elapsedNs, final boolean stopped) {
        pipeline.close();
        final EngineCore core = pipeline.core();
        core.portfolio().audit();
        venue.requireEqualBooks(core.portfolio());
        return new SessionSummary(
                plan.runId(),
                bars,
                historicalBars,
                core.sequence(),
                pipeline.commandCount(),
                pipeline.commandHash(),
                core.stateHash(),
                firstTimeNs,
                core.timeNs(),
                elapsedNs,
                stopped);
    }

    /** Stops the stages if they still run; the logs stay open. */
    @Override
    public void close() {
        pipeline.close();
    }
}
