package reprise.simulation.trial;

import static reprise.simulation.trial.BrokenRule.require;

import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.message.CommandPublisher;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.pipeline.InlinePipeline;
import reprise.pipeline.PipelineFailedException;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.RecoveryException;
import reprise.port.RecordHandler;
import reprise.port.RecordSource;
import reprise.simulation.backtest.Replay;
import reprise.simulation.backtest.ReplayResult;
import reprise.simulation.backtest.SessionProgress;
import reprise.state.SnapshotReader;
import reprise.strategy.PairTrade;
import reprise.strategy.Strategy;
import reprise.time.EngineClock;

/**
 * The engine of a trial with everything that watches it: each event is on record before the core sees it, and every rule is checked when the
 * core has answered.
 */
final class TrialEngine {
    private static final String REPLAYS = "the record replays to the same bytes and state";
    private static final String RESTORES = "a snapshot restores what was saved";
    private static final String STOPS = "an engine that cannot write stops";

    private final TrialPlan plan;
    private final Interference interference;
    private final EventTail tail = new EventTail();
    private final CommandCheck commands = new CommandCheck();
    private final NaiveLedger books;
    private final OrderCheck orders;
    private final PairCheck pairs;
    private final List<Strategy> strategies;
    private final Logs logs;
    private final InlinePipeline pipeline;
    private final Outlet inlet;
    private final EventPublisher publisher;

    TrialEngine(
            final TrialPlan plan,
            final VirtualClock clock,
            final Logs logs,
            final VenueLedger venue,
            final Outlet commandWire,
            final Interference interference) {
        this.plan = plan;
        this.interference = interference;
        books = new NaiveLedger(plan.instruments(), commands);
        orders = new OrderCheck(venue);
        strategies = plan.strategies(interference);
        pairs = new PairCheck(
                plan.tradesPairs() ? (RestlessPairs) strategies.get(TrialPlan.PAIRS_STRATEGY - 1) : null,
                plan.instruments().size());
        this.logs = logs;
        logs.commands().witness(this::onCommand);
        logs.events().witness(this::onEvent);
        tell(logs.commands().reader(), this::onCommand);
        tell(logs.events().reader(), this::onEvent);
        pipeline = new InlinePipeline(
                new PipelineParts(
                        logs.events(),
                        logs.commands(),
                        clock,
                        (engineClock, output) ->
                                new EngineCore(engineClock, plan.core(), strategies, output, new Watching()),
                        interference.commands(new CommandPublisher(new Leaving(commandWire), new EngineClock())),
                        logs.snapshots()),
                true);
        commands.attach(pipeline.core().orders());
        inlet = interference.events(new CheckedInlet(pipeline.newOutlet()));
        publisher = new EventPublisher(inlet);
    }

    private void onEvent(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        tail.event(buffer, offset, lengthBytes);
        books.onRecord(buffer, offset, lengthBytes);
    }

    private void onCommand(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        tail.command(buffer, offset, lengthBytes);
        commands.onRecord(buffer, offset, lengthBytes);
    }

    private static void tell(final RecordSource records, final RecordHandler witness) {
        while (records.next()) {
            witness.onRecord(records.buffer(), records.offset(), records.lengthBytes());
        }
    }

    /** A first process. */
    void start() {
        pipeline.start();
    }

    /** Takes over from a process that is gone, up to where its record ends. Returns whether it began with a snapshot. */
    boolean recover() {
        final byte[] snapshot = logs.snapshots().latest();
        if (snapshot != null) {
            restore(snapshot);
        }
        try {
            pipeline.recover(
                    interference.replayed(logs.events().reader()),
                    logs.commands().reader(),
                    sequence -> {});
        } catch (final RecoveryException e) {
            throw new BrokenRule(REPLAYS, e.getMessage());
        }
        commands.attach(core().orders());
        books.check(core().portfolio());
        orders.check(core().orders());
        pairs.learn(core(), commands.orderIds());
        pipeline.start();
        return snapshot != null;
    }

    private void restore(final byte[] snapshot) {
        try {
            new SnapshotReader(snapshot).restore(core());
        } catch (final IllegalStateException e) {
            throw new BrokenRule(RESTORES, e.getMessage());
        }
        orders.learn(core().orders(), commands.orderIds());
    }

    EngineCore core() {
        return pipeline.core();
    }

    EventTail tail() {
        return tail;
    }

    CommandCheck commands() {
        return commands;
    }

    PairCheck pairs() {
        return pairs;
    }

    OrderCheck orders() {
        return orders;
    }

    /** Straight into the engine: for the operator, the adapter and the clock. */
    EventPublisher publisher() {
        return publisher;
    }

    /** An event that came over the network. */
    void deliver(final DirectBuffer message) {
        inlet.claim().putBytes(0, message, 0, message.capacity());
        inlet.end(message.capacity());
    }

    /** The disk has failed: nothing more goes in, and nobody has seen or done what is not on record. */
    void checkStopped() {
        try {
            publisher.onClockTicked();
        } catch (final PipelineFailedException expected) {
            checkRecord(false);
            return;
        }
        throw new BrokenRule(STOPS, "took an event after a failed write");
    }

    /** Replays what is on the disk; when the engine is well, its state must be the same, too. */
    void checkRecord(final boolean isWell) {
        final ReplayResult result;
        try (Replay replay = new Replay(
                plan.core(),
                plan.strategies(interference),
                CoreObserver.NONE,
                null,
                logs.commands().reader())) {
            result = replay.run(
                    interference.replayed(logs.events().reader()), Replay.ALL_EVENTS, SessionProgress.SILENT);
        } catch (final IllegalStateException | PipelineFailedException e) {
            throw new BrokenRule(REPLAYS, e.getMessage());
        }
        require(result.isEqual(), REPLAYS, String.valueOf(result.firstDivergence()));
        require(
                result.events() >= core().sequence() - (isWell ? 0 : 1) && result.commandsBeyondEvents() == 0,
                REPLAYS,
                "on record are " + result.events() + " events, handled were " + core().sequence());
        if (isWell) {
            require(
                    result.commandsBeyondLog() == 0 && result.stateHash().equals(core().stateHash()),
                    REPLAYS,
                    "state of the engine " + core().stateHash() + ", of the replay " + result.stateHash());
        }
    }

    /** Where commands leave: the process may die before any of them. */
    private final class Leaving implements Outlet {
        private final Outlet wire;

        Leaving(final Outlet wire) {
            this.wire = wire;
        }

        @Override
        public MutableDirectBuffer claim() {
            return wire.claim();
        }

        @Override
        public void end(final int lengthBytes) {
            logs.disk().mayCrash();
            wire.end(lengthBytes);
        }
    }

    /** Where everything goes in; checks when it has been handled. */
    private final class CheckedInlet implements Outlet {
        private final Outlet engine;
        private final UnsafeBuffer draft = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);

        CheckedInlet(final Outlet engine) {
            this.engine = engine;
        }

        @Override
        public MutableDirectBuffer claim() {
            return draft;
        }

        @Override
        public void end(final int lengthBytes) {
            engine.claim().putBytes(0, draft, 0, lengthBytes);
            engine.end(lengthBytes);
            books.check(core().portfolio());
            orders.check(core().orders());
            pairs.check(core());
        }
    }

    /** Tells both who watch from within. */
    private final class Watching implements CoreObserver {
        @Override
        public void onFill(
                final Order order, final long price, final long quantity, final long fee, final long timeNs) {
            pairs.onFill(order, price, quantity, fee, timeNs);
        }

        @Override
        public void onOrder(final Order order, final long timeNs) {
            orders.onOrder(order, timeNs);
            pairs.onOrder(order, timeNs);
        }

        @Override
        public void onRefused(
                final int strategyId, final OrderRequest request, final RejectReason reason, final long timeNs) {
            pairs.onRefused(strategyId, request, reason, timeNs);
        }

        @Override
        public void onPair(
                final int strategyId,
                final PairTrade pair,
                final PairState from,
                final PairState to,
                final PairReason reason,
                final long timeNs) {
            pairs.onPair(strategyId, pair, from, to, reason, timeNs);
        }
    }
}
