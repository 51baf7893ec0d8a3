package reprise.core;

import java.util.List;
import reprise.indicator.IndicatorCatalog;
import reprise.indicator.Indicators;
import reprise.market.Instruments;
import reprise.message.EngineOutput;
import reprise.message.EventDispatcher;
import reprise.order.Orders;
import reprise.portfolio.Portfolio;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.risk.TradingStates;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.state.StateHash;
import reprise.state.StateHashes;
import reprise.strategy.Strategy;
import reprise.time.EngineClock;
import reprise.time.Timers;

/**
 * The deterministic state machine: equal event sequences give equal commands and equal state. Called only by the core stage, on one
 * thread; has no clock, no thread and no I/O of its own; allocates nothing per event after warm-up. Each part of the vocabulary of events
 * has its handler, which first brings state up to date and then tells strategies, in the order of their registration.
 */
public final class EngineCore implements Snapshotable {
    private final EngineClock clock;
    private final Timers timers;
    private final Instruments instruments = new Instruments();
    private final Indicators indicators = new Indicators(instruments, IndicatorCatalog.shipped());
    private final CoreBooks books;
    private final VenueLinks venues = new VenueLinks();
    private final Subscriptions subscriptions = new Subscriptions();
    private final BuiltBars builtBars;
    private final MarketReports market;
    private final OrderNews news;
    private final OutcomeWatch watch;
    private final OrderDesk desk;
    private final HeldOrders held;
    private final OrderGroups groups;
    private final Liquidation liquidation;
    private final Supervision supervision;
    private final Intents intents;
    private final OrderReports reports;
    private final Reconciliation reconciliation;
    private final OperatorRequests operator;
    private final StrategyHost[] hosts;
    private final CoreObserver observer;
    private final EngineOutput output;
    private final Deadlines deadlines;
    private final Leftovers leftovers = new Leftovers();

    /**
     * A core at its beginning.
     *
     * @param clock moved by this core alone; whoever stamps its commands may read it.
     * @param config limits and capacities.
     * @param strategies in order of registration; the first has id 1.
     * @param commands takes what the core decides.
     * @param observer watches.
     */
    public EngineCore(
            final EngineClock clock,
            final CoreConfig config,
            final List<Strategy> strategies,
            final EngineOutput commands,
            final CoreObserver observer) {
        this.clock = clock;
        this.observer = observer;
        this.output = commands;
        timers = new Timers(clock, config.maxTimers());
        builtBars = new BuiltBars(clock, timers, indicators);
        final GuardDesk guard = new GuardDesk(clock, config.supervision().guard(), commands);
        books = CoreBooks.of(config, strategies.size(), clock, guard::blocksEntries);
        books.portfolio().linkListener(this::onLink);
        news = new OrderNews(this, clock);
        watch = new OutcomeWatch(
                this, clock, timers, instruments, books.orders(), venues, commands, config.orderTimeouts());
        desk = new OrderDesk(clock, instruments, books, venues, watch, news, commands, observer);
        held = new HeldOrders(instruments, books.orders(), desk);
        groups = new OrderGroups(instruments, books.orders(), books.portfolio(), books.groups(), desk);
        liquidation = new Liquidation(instruments, books.orders(), books.portfolio(), desk);
        final ExitPlans plans = new ExitPlans(indicators, config.supervision(), strategies);
        final Supervision.Parts parts = new Supervision.Parts(instruments, plans, desk, liquidation);
        supervision = new Supervision(this, clock, books, guard, parts, config.supervision(), commands);
        intents = new Intents(this, clock, books, parts, supervision, config, commands);
        deadlines = new Deadlines(this, clock, timers, supervision, intents, this::onTimer);
        hosts = newHosts(strategies);
        market = new MarketReports(
                clock,
                instruments,
                books.portfolio(),
                subscriptions,
                indicators,
                builtBars,
                new OrderTriggers(held, groups, liquidation, new SplitOrders(books.orders(), desk)),
                supervision,
                intents,
                observer);
        final ExecutionDesk executions =
                new ExecutionDesk(clock, instruments, books, this, news, commands, config.executionsRemembered());
        reports = new OrderReports(instruments, books.orders(), executions, this, news, watch, desk, commands);
        reconciliation = new Reconciliation(
                this,
                clock,
                timers,
                books,
                new Reconciliation.OrderParts(instruments, venues, watch, desk),
                config.reconciliation(),
                commands);
        desk.reconciliation(reconciliation);
        operator = new OperatorRequests(this, instruments, desk, liquidation, commands);
    }

    private StrategyHost[] newHosts(final List<Strategy> strategies) {
        final CoreServices services = new CoreServices(
                clock,
                timers,
                instruments,
                books.orders(),
                books.portfolio(),
                desk,
                subscriptions,
                builtBars,
                indicators,
                liquidation,
                supervision,
                groups,
                intents);
        final StrategyHost[] all = new StrategyHost[strategies.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = new StrategyHost(i + 1, strategies.get(i), services);
        }
        return all;
    }

    /**
     * The next event is about to be dispatched: what is due before it is done first, each with the clock at its deadline.
     *
     * @param sequence of the event.
     * @param timeNs of the event.
     */
    public void beginEvent(final long sequence, final long timeNs) {
        clock.beginEvent(sequence);
        watch.beginEvent(timeNs);
        if (clock.isAlarmDue(timeNs)) {
            deadlines.fireUntil(timeNs);
        } else if (Deadlines.checksAlarms) {
            deadlines.requireNothingDue(timeNs);
        }
        clock.advanceTo(timeNs);
    }

    private void onLink(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final long exitOrderId,
            final long signedQuantity,
            final long pnl) {
        leftovers.add();
        supervision.exits().links().onLink(strategyId, instrumentId, entryOrderId, exitOrderId, signedQuantity, pnl);
        observer.onLink(strategyId, instrumentId, entryOrderId, exitOrderId, signedQuantity, pnl);
    }

    /** The event was dispatched: signals are decided, and strategies hear of what the core itself changed on its account. */
    public void endEvent() {
        if (leftovers.take()) {
            intents.settle();
            news.tellLater();
            // A report of a position makes links too, which are not those of the next fill.
            supervision.exits().links().clear();
        }
    }

    private void onTimer(final long deadlineNs, final int ownerId, final long token) {
        if (ownerId == BuiltBars.TIMER_OWNER) {
            builtBars.onTimer(deadlineNs, (int) token);
        } else if (ownerId == OutcomeWatch.TIMER_OWNER) {
            watch.onTimer(deadlineNs);
        } else if (ownerId == Reconciliation.TIMER_OWNER) {
            reconciliation.onTimer(deadlineNs, (int) token);
        } else {
            hosts[ownerId - 1].onTimer(deadlineNs, token);
        }
    }

    /** Cash and positions, for reports; read only. */
    public Portfolio portfolio() {
        return books.portfolio();
    }

    /** The instruments defined so far, for reports; read only. */
    public Instruments instruments() {
        return instruments;
    }

    /**
     * What trading is allowed now.
     *
     * @return the state of the engine; see {@link #tradingStates} for those of strategies and instruments.
     */
    public TradingState tradingState() {
        return tradingStates().get(TradingScope.ENGINE, 0);
    }

    /** What trading is allowed now, in every scope; read only. */
    public TradingStates tradingStates() {
        return books.gate().states();
    }

    /** Engine time, nanoseconds since the epoch. */
    public long timeNs() {
        return clock.timeNs();
    }

    /** The newest trade of which something is built, in the venue's time; 0 for none, and where nothing is built of trades. */
    public long lastTradeNs(final int instrumentId) {
        return builtBars.lastTradeNs(instruments.get(instrumentId));
    }

    /** Open and recently ended orders, for reports; read only. */
    public Orders orders() {
        return books.orders();
    }

    /** The id of the order decided last, and so how many were; 0 before the first. */
    public long lastOrderId() {
        return desk.lastOrderId();
    }

    /** How many commands and decisions were published. */
    public long commandSequence() {
        return clock.commandSequence();
    }

    /** Whether a strategy has been started; from 1. It may be stopped since. */
    public boolean isStarted(final int strategyId) {
        return host(strategyId).isStarted();
    }

    /** The sequence of the event handled last; 0 before the first. */
    public long sequence() {
        return clock.sequence();
    }

    /**
     * The hash of all replayed state.
     *
     * @return 64 hexadecimal digits.
     */
    public String stateHash() {
        return StateHash.of(this);
    }

    /**
     * What it has come to, apart from how often it had to ask: equal for a run that was killed and taken over and one that was not.
     *
     * @return a part of the state.
     */
    public Snapshotable outcome() {
        return Outcome.of(this);
    }

    /** The hashes of all replayed state and, as its part, of the {@link #outcome}. */
    public StateHashes stateHashes() {
        return StateHashes.of(Outcome.of(this));
    }

    /** Stops trading because going on could lose money: nothing but cancels and the operator's orders pass. */
    void halt(final StateCause cause) {
        tradingState(TradingScope.ENGINE, 0, TradingState.HALTED, cause);
    }

    /**
     * Says what may be traded in a scope; holds from the next request on, be it in the same event. HALTED asks to cancel the open orders of its
     * scope, also when it is said again.
     */
    void tradingState(final TradingScope scope, final int scopeId, final TradingState state, final StateCause cause) {
        if (tradingStates().set(scope, scopeId, state)) {
            output.tradingStateChanged(scope, scopeId, state, cause);
            observer.onTradingState(scope, scopeId, state, cause, clock.timeNs());
        }
        if (state == TradingState.HALTED) {
            final int strategyId = scope == TradingScope.STRATEGY ? scopeId : OrderDesk.ANY;
            final int instrumentId = scope == TradingScope.INSTRUMENT ? scopeId : OrderDesk.ANY;
            intents.abandon(strategyId, instrumentId);
            desk.cancelAll(strategyId, instrumentId);
        }
    }

    /** Makes the state of a scope stricter, if it is not as strict already. */
    void restrict(final TradingScope scope, final int scopeId, final TradingState state, final StateCause cause) {
        if (tradingStates().get(scope, scopeId).ordinal() < state.ordinal()) {
            tradingState(scope, scopeId, state, cause);
        }
    }

    Reconciliation reconciliation() {
        return reconciliation;
    }

    StrategyHost host(final int strategyId) {
        return strategyId >= 1 && strategyId <= hosts.length ? hosts[strategyId - 1] : null;
    }

    Supervision supervision() {
        return supervision;
    }

    Intents intents() {
        return intents;
    }

    Liquidation liquidation() {
        return liquidation;
    }

    OrderGroups groups() {
        return groups;
    }

    OrderNews news() {
        return news;
    }

    CoreObserver observer() {
        return observer;
    }

    Leftovers leftovers() {
        return leftovers;
    }

    /**
     * A dispatcher of events to this core; for the stage that owns it.
     *
     * @return calls the core, one call a record.
     */
    public EventDispatcher newDispatcher() {
        return new EventDispatcher(
                new RunReports(this, instruments, books.portfolio(), builtBars),
                market,
                reports,
                new AccountReports(books, venues, watch, held, reconciliation),
                operator);
    }

    /**
     * {@inheritDoc} Legal between events only. Restoring wants a core that has seen no event, made with the same configuration and the same
     * strategies, and says what it finds different; strategies hear {@link Strategy#onRestore}.
     */
    @Override
    public void exchange(final StateExchange state) {
        exchangeCounts(state);
        timers.exchange(state);
        instruments.exchange(state);
        if (state.isRestoring()) {
            final RunReports reportsOfRun = new RunReports(this, instruments, books.portfolio(), builtBars);
            for (int i = 0; i < instruments.count(); i++) {
                reportsOfRun.defined(instruments.get(i));
            }
        }
        builtBars.exchange(state, instruments, hosts);
        indicators.exchange(state, builtBars::series);
        books.orders().exchange(state, instruments);
        reports.exchange(state);
        watch.exchange(state);
        desk.exchange(state);
        reconciliation.exchange(state);
        groups.exchange(state);
        books.portfolio().exchange(state);
        books.gate().exchange(state);
        venues.exchange(state);
        subscriptions.exchange(state, hosts);
        liquidation.exchange(state);
        supervision.exchange(state);
        intents.exchange(state);
        for (final StrategyHost host : hosts) {
            host.exchange(state);
        }
        intents.pairs().exchange(state);
        leftovers.add();
    }

    private void exchangeCounts(final StateExchange state) {
        state.section("core", 0);
        clock.exchange(state);
        final int strategies = state.field("strategies", hosts.length);
        if (strategies != hosts.length) {
            throw new IllegalStateException(
                    "the state was recorded with other strategies: " + strategies + ", not " + hosts.length);
        }
    }
}
