package reprise.app.live;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.market.InstrumentStatus;
import reprise.message.EventPublisher;
import reprise.pipeline.OrderlyStop;
import reprise.pipeline.OrdersAtStop;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.TimeSource;
import reprise.port.Venue;
import reprise.port.VenueLink;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.remote.LinkException;
import reprise.simulation.remote.RecoverableSession;

/**
 * A run at a venue that has its own threads and its own time. The calling thread starts it, tells the engine that time passes, and ends it in
 * good order. Starting is recovering: what the venue has to say of orders, positions and bars since the record's end comes as events.
 */
public final class LiveSession extends RecoverableSession {
    private static final long NS_PER_MS = 1_000_000;
    private static final long PROGRESS_INTERVAL_NS = 200_000_000;

    private final Surroundings surroundings;
    private final CoreWatch watch;
    private long[] lastBarNs;
    private long[] lastTradeNs;
    private InstrumentStatus[] statuses = {};
    private volatile String fatal;
    private long lastProgressNanoTime;

    /**
     * What a run lives in.
     *
     * @param venue not started; closed by the session.
     * @param past tells bars before the venue is started.
     * @param time stamps events.
     * @param startTimeNs what time it is at the start, nanoseconds since the epoch.
     * @param tickMs how often the engine is told that time passes.
     * @param notices take what the user should know; from any thread.
     */
    public record Surroundings(
            Venue venue,
            BarsOfThePast past,
            TimeSource time,
            LongSupplier startTimeNs,
            int tickMs,
            Consumer<String> notices) {}

    /**
     * A session that is not connected.
     *
     * @param plan what it is; how the venue trades and our cash are the venue's business.
     * @param logs where it is recorded.
     * @param observer watches the core.
     * @param rings how the stages run.
     * @param surroundings what it lives in.
     */
    public LiveSession(
            final SessionPlan plan,
            final SessionLogs logs,
            final CoreObserver observer,
            final PipelineConfig rings,
            final Surroundings surroundings) {
        this(plan, logs, observer, rings, surroundings, new CoreWatch(logs.checkpoint()));
    }

    private LiveSession(
            final SessionPlan plan,
            final SessionLogs logs,
            final CoreObserver observer,
            final PipelineConfig rings,
            final Surroundings surroundings,
            final CoreWatch watch) {
        super(
                plan,
                new SessionLogs(logs.events(), logs.commands(), watch, logs.stalls()),
                observer,
                rings,
                surroundings.time(),
                surroundings.venue());
        this.surroundings = surroundings;
        this.watch = watch;
    }

    @Override
    public SessionSummary run(final SessionProgress progress) {
        final long startNanoTime = System.nanoTime();
        lastProgressNanoTime = startNanoTime;
        final long startTimeNs = surroundings.startTimeNs().getAsLong();
        lastBarNs = byInstrument(id -> core().instruments().get(id).lastBarNs());
        lastTradeNs = byInstrument(core()::lastTradeNs);
        statuses = new InstrumentStatus[lastBarNs.length];
        for (int id = 0; id < statuses.length; id++) {
            statuses[id] = id < core().instruments().count()
                    ? core().instruments().get(id).status()
                    : InstrumentStatus.TRADING;
        }
        watch.countInto(counts());
        try (Venue venue = surroundings.venue()) {
            open(startTimeNs);
            pipeline().awaitIdle();
            startStrategies();
            surroundings.past().tell(events(), lastBarNs);
            venue.start(new Link());
            while (fatal == null && stopRequested() == null && !isCut()) {
                pass(progress);
            }
            shut();
            stopInOrder(progress);
        }
        pipeline().close();
        if (fatal != null) {
            throw new LinkException(fatal);
        }
        return summary(startTimeNs, System.nanoTime() - startNanoTime, true);
    }

    /** What the engine knows of each instrument that it has. */
    private long[] byInstrument(final IntToLongFunction known) {
        final long[] values = new long[plan().instruments().size()];
        for (int id = 0; id < Math.min(values.length, core().instruments().count()); id++) {
            values[id] = known.applyAsLong(id);
        }
        return values;
    }

    /** A tick of time. */
    private void pass(final SessionProgress progress) {
        LockSupport.parkNanos(surroundings.tickMs() * NS_PER_MS);
        events().onClockTicked();
        final long now = System.nanoTime();
        if (now - lastProgressNanoTime >= PROGRESS_INTERVAL_NS) {
            lastProgressNanoTime = now;
            progress.onProgress(watch.bars(), core().timeNs());
        }
    }

    /** Of a venue that cannot go on nothing can be asked any more: then the stop goes on record, and no answer is waited for. */
    private void stopInOrder(final SessionProgress progress) {
        final OrdersAtStop orders = fatal != null || stopRequested() == null ? OrdersAtStop.LEAVE : stopRequested();
        final OrderlyStop stop = new OrderlyStop(orders);
        awaitAnswer(progress, core -> {
            stop.look(core);
            return true;
        });
        stop.begin(newPublisher());
        while (isOperatorWaiting() && !isCut()) {
            pass(progress);
        }
        if (fatal == null) {
            awaitAnswer(progress, stop::isSettled);
        }
    }

    private void awaitAnswer(final SessionProgress progress, final Predicate<EngineCore> question) {
        watch.ask(question);
        while (!watch.isAnswered() && !isCut()) {
            pass(progress);
        }
    }

    @Override
    public void close() {
        surroundings.venue().close();
        super.close();
    }

    /** What the venue has of the engine. */
    private final class Link implements VenueLink {
        @Override
        public EventPublisher newPublisher() {
            return new EventPublisher(pipeline().newOutlet());
        }

        @Override
        public long lastBarNs(final int instrumentId) {
            return lastBarNs[instrumentId];
        }

        @Override
        public long lastTradeNs(final int instrumentId) {
            return lastTradeNs[instrumentId];
        }

        @Override
        public InstrumentStatus statusOf(final int instrumentId) {
            return statuses[instrumentId];
        }

        @Override
        public void onFatal(final String why) {
            fatal = why;
        }

        @Override
        public void onNotice(final String text) {
            surroundings.notices().accept(text);
        }
    }
}
