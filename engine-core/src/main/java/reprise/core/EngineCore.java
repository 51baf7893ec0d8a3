package reprise.core;

import java.util.List;
import reprise.indicator.IndicatorCatalog;
import reprise.indicator.Indicators;
import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;
import reprise.message.EngineCommands;
import reprise.message.EngineEvents;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.portfolio.Portfolio;
import reprise.risk.TradingState;
import reprise.state.Snapshotable;
import reprise.state.StateHash;
import reprise.state.StateSink;
import reprise.strategy.Strategy;
import reprise.time.EngineClock;
import reprise.time.TimerHandler;
import reprise.time.Timers;

/**
 * The deterministic state machine: equal event sequences give equal commands and equal state. Called only by the core stage, on one
 * thread; has no clock, no thread and no I/O of its own; allocates nothing per event after warm-up. Each handler first brings state up to
 * date and then tells strategies, in the order of their registration.
 */
public final class EngineCore implements EngineEvents, Snapshotable {
    private final EngineClock clock;
    private final Timers timers;
    private final Instruments instruments = new Instruments();
    private final Indicators indicators = new Indicators(instruments, IndicatorCatalog.shipped());
    private final CoreBooks books;
    private final VenueLinks venues = new VenueLinks();
    private final Subscriptions subscriptions = new Subscriptions();
    private final BuiltBars builtBars;
    private final MarketReports market;
    private final OrderDesk desk;
    private final Liquidation liquidation;
    private final OrderReports reports;
    private final StrategyHost[] hosts;
    private final CoreObserver observer;
    private final TimerHandler timerHandler = this::onTimer;

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
            final EngineCommands commands,
            final CoreObserver observer) {
        this.clock = clock;
        this.observer = observer;
        timers = new Timers(config.maxTimers());
        builtBars = new BuiltBars(clock, timers, indicators);
        books = CoreBooks.of(config, strategies.size());
        desk = new OrderDesk(clock, instruments, books, venues, commands, observer);
        liquidation = new Liquidation(instruments, books.orders(), books.portfolio(), desk);
        hosts = new StrategyHost[strategies.size()];
        final StrategyHost.CoreServices services = new StrategyHost.CoreServices(
                clock,
                timers,
                instruments,
                books.orders(),
                books.portfolio(),
                desk,
                subscriptions,
                builtBars,
                indicators,
                liquidation);
        for (int i = 0; i < hosts.length; i++) {
            hosts[i] = new StrategyHost(i + 1, strategies.get(i), services);
        }
        market = new MarketReports(clock, instruments, subscriptions, indicators, builtBars, liquidation, observer);
        reports = new OrderReports(clock, instruments, books, config, this, commands);
    }

    /**
     * The next event is about to be dispatched: timers that are due fire first, each with the clock at its deadline.
     *
     * @param sequence of the event.
     * @param timeNs of the event.
     */
    public void beginEvent(final long sequence, final long timeNs) {
        clock.beginEvent(sequence);
        while (timers.isDue(timeNs)) {
            clock.advanceTo(timers.nextDeadlineNs());
            timers.fireNext(timerHandler);
        }
        clock.advanceTo(timeNs);
    }

    private void onTimer(final long deadlineNs, final int ownerId, final long token) {
        if (ownerId == BuiltBars.TIMER_OWNER) {
            builtBars.onTimer(deadlineNs, (int) token);
        } else {
            hosts[ownerId - 1].onTimer(deadlineNs, token);
        }
    }

    /**
     * Cash and positions, for reports; read only.
     *
     * @return the portfolio.
     */
    public Portfolio portfolio() {
        return books.portfolio();
    }

    /**
     * The instruments defined so far, for reports; read only.
     *
     * @return the instruments.
     */
    public Instruments instruments() {
        return instruments;
    }

    /**
     * What trading is allowed now.
     *
     * @return the state.
     */
    public TradingState tradingState() {
        return books.gate().tradingState();
    }

    /**
     * Engine time.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNs() {
        return clock.timeNs();
    }

    /**
     * Open and recently ended orders, for reports; read only.
     *
     * @return the orders.
     */
    public Orders orders() {
        return books.orders();
    }

    /**
     * The sequence of the event handled last.
     *
     * @return 0 before the first event, afterwards how many there were.
     */
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

    /** Stops trading because going on could lose money: nothing but cancels and the operator's orders pass. */
    void halt() {
        books.gate().tradingState(TradingState.HALTED);
        desk.cancelAll(OrderDesk.ANY, OrderDesk.ANY);
    }

    StrategyHost host(final int strategyId) {
        return strategyId >= 1 && strategyId <= hosts.length ? hosts[strategyId - 1] : null;
    }

    Liquidation liquidation() {
        return liquidation;
    }

    CoreObserver observer() {
        return observer;
    }

    @Override
    public void onRunStarted(final String runId, final String buildHash, final String configHash) {
        // A fact for those who read the log: decisions must not depend on the name of a run or of a build.
    }

    @Override
    public void onInstrumentDefined(final InstrumentDefinition definition) {
        books.portfolio().define(instruments.define(definition));
    }

    @Override
    public void onBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        market.onBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
    }

    @Override
    public void onHistoricalBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        market.onHistoricalBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
    }

    @Override
    public void onQuote(
            final int instrumentId,
            final long venueTimeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        market.onQuote(instrumentId, venueTimeNs, bidPrice, bidQuantity, askPrice, askQuantity);
    }

    @Override
    public void onTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        market.onTrade(instrumentId, venueTimeNs, price, quantity);
    }

    @Override
    public void onClockTicked() {
        // The time in the envelope has moved the clock and fired timers; that is all a tick is for.
    }

    @Override
    public void onOrderAccepted(final long orderId, final long venueTimeNs) {
        reports.onAccepted(orderId);
    }

    @Override
    public void onOrderRejected(
            final long orderId, final long venueTimeNs, final RejectReason reason, final String text) {
        reports.onRejected(orderId, reason);
    }

    @Override
    public void onOrderPartiallyFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee) {
        reports.onFill(orderId, executionId, price, quantity, fee, false);
    }

    @Override
    public void onOrderFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee) {
        reports.onFill(orderId, executionId, price, quantity, fee, true);
    }

    @Override
    public void onOrderCancelled(final long orderId, final long venueTimeNs) {
        reports.onCancelled(orderId);
    }

    @Override
    public void onOrderExpired(final long orderId, final long venueTimeNs) {
        reports.onExpired(orderId);
    }

    @Override
    public void onOrderReplaced(
            final long orderId, final long venueTimeNs, final long quantity, final long limitPrice) {
        reports.onReplaced(orderId, quantity, limitPrice);
    }

    @Override
    public void onCancelRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        reports.onCancelRejected(orderId, reason);
    }

    @Override
    public void onReplaceRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        reports.onReplaceRejected(orderId, reason);
    }

    @Override
    public void onVenueConnected(final int venueId) {
        venues.set(venueId, true);
    }

    @Override
    public void onVenueDisconnected(final int venueId) {
        venues.set(venueId, false);
    }

    @Override
    public void onAccountReported(final int venueId, final long cash, final String currency) {
        books.portfolio().cashReported(cash);
    }

    @Override
    public void onPositionReported(
            final int venueId, final int instrumentId, final long quantity, final long averagePrice) {
        books.portfolio().positionReported(instrumentId, quantity, averagePrice);
    }

    @Override
    public void onStartRequested(final int strategyId) {
        final StrategyHost host = host(strategyId);
        if (host != null) {
            host.start();
        }
    }

    @Override
    public void onStopRequested(final int strategyId) {
        final StrategyHost host = host(strategyId);
        if (host != null) {
            host.stop();
        }
    }

    @Override
    public void onHaltRequested() {
        halt();
    }

    @Override
    public void onResumeRequested() {
        books.gate().tradingState(TradingState.ACTIVE);
    }

    @Override
    public void onClosePositionRequested(final int instrumentId) {
        if (instruments.isDefined(instrumentId)) {
            liquidation.closeAnew(instrumentId);
        }
    }

    @Override
    public void onFlattenAllRequested() {
        halt();
        for (int i = 0; i < instruments.count(); i++) {
            liquidation.close(i);
        }
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.section("core", clock.sequence());
        sink.field("timeNs", clock.timeNs());
        timers.snapshotTo(sink);
        instruments.snapshotTo(sink);
        builtBars.snapshotTo(sink);
        indicators.snapshotTo(sink);
        books.orders().snapshotTo(sink);
        reports.snapshotTo(sink);
        books.portfolio().snapshotTo(sink);
        books.gate().snapshotTo(sink);
        venues.snapshotTo(sink);
        subscriptions.snapshotTo(sink);
        liquidation.snapshotTo(sink);
        for (final StrategyHost host : hosts) {
            host.snapshotTo(sink);
        }
    }
}
