package reprise.simulation.trial;

import reprise.market.InstrumentDefinition;
import reprise.message.CommandDispatcher;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.order.Order;
import reprise.pipeline.PipelineFailedException;
import reprise.simulation.market.SplitMix;
import reprise.simulation.venue.SimulatedVenue;

/**
 * One trial: the whole engine among things that fail, in one thread and in virtual time. A pure function of its seed and options.
 *
 * <pre>
 *   market --> venue --> reports --> network --> engine --> commands --> network --> gateway --> venue
 *                                       faults     |  disk, clock             faults
 *                                                checks after every event
 * </pre>
 */
final class Trial {
    private static final long TICK_NS = 5_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MAX_JUMP_NS = 400 * SECOND_NS;
    private static final long QUIET_TICK_NS = 9 * SECOND_NS;
    private static final int MAX_QUIET_TICKS = 60;
    private static final int MAX_QUIET_MESSAGES = 5_000;
    private static final long MAX_DOWN_NS = 40 * SECOND_NS;
    private static final int MAX_RECONCILIATIONS = 5;

    private final Scenario scenario;
    private final TrialPlan plan;
    private final Faults faults;
    private final VirtualClock clock;
    private final Logs logs;
    private final Network network;
    private final SimulatedVenue venue;
    private final VenueLedger ledger;
    private final Gateway gateway;
    private final CommandDispatcher toVenue;
    private final TrialMarket market;
    private final TrialOperator operator;
    private final EventPublisher feed;
    private final SplitMix crossing;
    private final LatePublisher adapter = new LatePublisher();
    private final Interference interference;
    private TrialEngine engine;
    private QuietCheck quiet;
    private long nextTickNs;
    private long restored;
    private boolean diskFailed;

    /**
     * A trial that has not begun.
     *
     * @param scenario that decides everything.
     * @param interference where a test plants a bug.
     */
    Trial(final Scenario scenario, final Interference interference) {
        this.scenario = scenario;
        plan = new TrialPlan(scenario.seed());
        faults = plan.faults(scenario.without());
        clock = new VirtualClock(plan.startNs());
        logs = Logs.on(new Disk(clock, faults), plan.snapshotEvery());
        this.interference = interference;
        network = new Network(clock, faults, adapter.publisher());
        venue = new SimulatedVenue(
                plan.venue(faults),
                plan.instruments(),
                TrialPlan.INITIAL_CASH,
                TrialPlan.CURRENCY,
                network.fromVenue());
        ledger = new VenueLedger(venue.view());
        gateway = new Gateway(venue, ledger, network, faults);
        toVenue = new CommandDispatcher(gateway, new MutedCommands());
        market = new TrialMarket(plan, scenario.stepLimit());
        operator = new TrialOperator(plan);
        newProcess();
        feed = new EventPublisher(network.data());
        crossing = new SplitMix(plan.marketSeed() + 1);
    }

    private void newProcess() {
        engine = new TrialEngine(plan, clock, logs, ledger, network.commands(), interference);
        quiet = new QuietCheck(engine, venue.view(), ledger, plan.instruments().size());
        adapter.attach(engine);
        operator.attach(engine);
    }

    /** Runs it; to be called once. */
    TrialResult run() {
        TrialFailure failure = null;
        try {
            runChecked();
        } catch (final BrokenRule e) {
            failure = failure(e.rule(), e.getMessage());
        } catch (final RuntimeException e) {
            failure = failure("the engine does not fail", e.toString());
        }
        faults.counted(FaultKind.ORDER_REJECTED, venue.view().faultyRejections());
        faults.counted(FaultKind.FILL_SPLIT, venue.view().splitFills());
        final FaultKind[] kinds = FaultKind.values();
        final long[] counts = new long[kinds.length];
        for (final FaultKind kind : kinds) {
            counts[kind.ordinal()] = faults.count(kind);
        }
        return new TrialResult(
                scenario,
                engine.core().sequence(),
                engine.commands().count(),
                engine.commands().orders(),
                ledger.executions(),
                counts,
                restored,
                diskFailed,
                engine.core().stateHash(),
                failure);
    }

    private TrialFailure failure(final String rule, final String detail) {
        return new TrialFailure(
                rule,
                detail,
                market.steps(),
                engine.core().sequence(),
                engine.tail().lines());
    }

    private void runChecked() {
        try {
            begin();
            while (market.nextNs() != Long.MAX_VALUE) {
                stepOrRestart();
            }
            comeToRest();
            if (plan.tradesPairs()) {
                leavePairs();
            }
            engine.checkRecord(true);
        } catch (final PipelineFailedException e) {
            throw e.getCause() instanceof BrokenRule broken ? broken : e;
        }
    }

    private void stepOrRestart() {
        try {
            step();
        } catch (final PipelineFailedException e) {
            if (!isDeath(e.getCause())) {
                throw e;
            }
            if (e.getCause() instanceof DiskFailure) {
                diskFailed = true;
                engine.checkStopped();
            }
            quiet.checkIntents();
            restart();
        }
    }

    private static boolean isDeath(final Throwable cause) {
        return cause instanceof Crash || cause instanceof DiskFailure;
    }

    /** Another process takes over; that one may die as well. */
    private void restart() {
        boolean dead = true;
        while (dead) {
            network.hangUp();
            logs.takeOver();
            clock.advanceTo(clock.nowNs() + faults.between(FaultKind.CRASHED, 1, MAX_DOWN_NS));
            newProcess();
            dead = diesWhileTakingOver();
        }
    }

    private boolean diesWhileTakingOver() {
        try {
            restored += engine.recover() ? 1 : 0;
            engine.publisher().onRunResumed("trial-" + scenario.seed(), "trial", "trial", false);
            engine.publisher().onVenueConnected(0);
            return false;
        } catch (final Crash | DiskFailure e) {
            return true;
        } catch (final PipelineFailedException e) {
            if (isDeath(e.getCause())) {
                return true;
            }
            throw e;
        }
    }

    private void begin() {
        engine.start();
        final EventPublisher events = engine.publisher();
        events.onRunStarted("trial-" + scenario.seed(), "trial", "trial");
        for (final InstrumentDefinition definition : plan.instruments()) {
            events.onInstrumentDefined(definition);
        }
        venue.connect(clock.nowNs());
        drain();
        for (int strategyId = 1; strategyId <= plan.strategyCount(); strategyId++) {
            events.onStartRequested(strategyId);
        }
        nextTickNs = clock.nowNs() + TICK_NS;
        faults.active(true);
    }

    /** Lets happen what is next. */
    private void step() {
        final long nextNs =
                Math.min(Math.min(market.nextNs(), network.nextDueNs()), Math.min(network.nextChangeNs(), nextTickNs));
        clock.advanceTo(nextNs);
        if (network.nextChangeNs() <= nextNs) {
            network.change();
        } else if (network.nextDueNs() <= nextNs) {
            arrive();
        } else if (nextTickNs <= nextNs) {
            nextTickNs += TICK_NS;
            engine.publisher().onClockTicked();
        } else {
            marketMoves();
        }
    }

    private void marketMoves() {
        network.moment();
        if (faults.strikes(FaultKind.CLOCK_FORWARD)) {
            clock.jump(faults.between(FaultKind.CLOCK_FORWARD, SECOND_NS, MAX_JUMP_NS));
        }
        if (faults.strikes(FaultKind.CLOCK_BACK)) {
            clock.jump(-faults.between(FaultKind.CLOCK_BACK, SECOND_NS, MAX_JUMP_NS));
        }
        market.step(venue);
        ledger.update();
        crossQuote();
        operator.look();
    }

    /** The feed lies: a bid above the ask. Of an instrument that is told in quotes. */
    private void crossQuote() {
        final int id = (int) (crossing.nextUnit() * plan.instruments().size());
        final long mark = engine.core().instruments().get(id).markPrice();
        if (mark > 0 && !plan.tradesOnBars(id) && faults.strikes(FaultKind.DATA_CROSSED)) {
            final long away = faults.between(FaultKind.DATA_CROSSED, 1, 20)
                    * plan.instruments().get(id).tickSize();
            final long lots = 10 * plan.instruments().get(id).lotSize();
            feed.at(clock.nowNs()).onQuote(id, clock.nowNs(), mark + away, lots, mark - away, lots);
        }
    }

    /** The next message arrives; of several at a time, commands before reports before market data. */
    private void arrive() {
        final long dueNs = network.nextDueNs();
        if (network.commands().nextDueNs() <= dueNs) {
            network.commands().take().forEach(command -> toVenue.dispatch(command, 0));
        } else if (network.reports().nextDueNs() <= dueNs) {
            network.reports().take().forEach(engine::deliver);
        } else {
            network.data().take().forEach(engine::deliver);
        }
    }

    /** Nothing goes wrong any more, the market is over: what is under way arrives, and the venue is asked for everything. */
    private void comeToRest() {
        faults.active(false);
        network.mend();
        clock.repair();
        clock.advanceTo(engine.core().timeNs() + SECOND_NS);
        operator.closeDay();
        settle();
        for (int round = 1; ; round++) {
            reconcile();
            settle();
            quiet.checkIntents();
            try {
                quiet.check();
                return;
            } catch (final BrokenRule e) {
                if (round == MAX_RECONCILIATIONS) {
                    throw e;
                }
            }
        }
    }

    /** The market goes on for a while, and the operator leaves the pairs. */
    private void leavePairs() {
        operator.leavePairs();
        market.goOn(venue, engine.core().instruments(), clock.nowNs());
        while (market.nextNs() != Long.MAX_VALUE) {
            clock.advanceTo(market.nextNs());
            market.step(venue);
            ledger.update();
            drain();
            engine.publisher().onClockTicked();
        }
        settle();
        engine.pairs().checkLeft(engine.core(), plan.feesInBase());
        quiet.check();
    }

    private void drain() {
        int messages = 0;
        while (network.nextDueNs() != Long.MAX_VALUE) {
            clock.advanceTo(network.nextDueNs());
            arrive();
            if (++messages > MAX_QUIET_MESSAGES) {
                throw new BrokenRule("engine and venue come to rest", "messages without a market: " + messages);
            }
        }
    }

    /** Lets time pass until no answer is awaited. */
    private void settle() {
        drain();
        for (int i = 0; i < MAX_QUIET_TICKS && isAwaiting(); i++) {
            clock.advanceTo(clock.nowNs() + QUIET_TICK_NS);
            engine.publisher().onClockTicked();
            drain();
        }
    }

    private boolean isAwaiting() {
        for (int i = 0; i < engine.core().orders().openCount(); i++) {
            if (!QuietCheck.isSettled(engine.core().orders().openAt(i).state())) {
                return true;
            }
        }
        return false;
    }

    /** What an adapter does when it connects: asks for every order that may have changed, and lets the engine compare. */
    private void reconcile() {
        for (final long orderId : engine.orders().orderIds()) {
            final Order order = engine.core().orders().find(orderId);
            final boolean mayDiffer = order.isOpen()
                    || venue.view().isOpen(orderId)
                    || order.filledQuantity() != ledger.of(orderId).quantity;
            if (mayDiffer && engine.commands().of(orderId) != null) {
                gateway.queryOrder(orderId, order.instrumentId());
            }
        }
        drain();
        engine.publisher().onVenueDisconnected(0);
        engine.publisher().onVenueConnected(0);
    }
}
