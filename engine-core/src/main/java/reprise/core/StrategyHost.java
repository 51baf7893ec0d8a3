package reprise.core;

import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.execution.PairReason;
import reprise.execution.PairSettings;
import reprise.execution.PairState;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.signal.Mover;
import reprise.signal.Reason;
import reprise.signal.Signal;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.strategy.PairTrade;
import reprise.strategy.Strategy;

/**
 * One strategy and its view of the core. Refuses calls outside the strategy's own callbacks, because such a call would not come back at
 * replay. Single-threaded; allocates nothing; part of replayed state.
 */
final class StrategyHost extends StrategyView implements Snapshotable {
    private final Strategy strategy;
    private final AwaitedLines awaited = new AwaitedLines();
    private boolean started;
    private boolean trading;
    private boolean inCallback;
    private boolean restoring;
    private long barPeriodNs;

    StrategyHost(final int strategyId, final Strategy strategy, final CoreServices services) {
        super(strategyId, services);
        this.strategy = strategy;
    }

    void start() {
        trading = true;
        if (!started) {
            started = true;
            enter();
            strategy.onStart(this);
            inCallback = false;
        }
        services.intents().pairs().onTrading(strategyId, true);
    }

    boolean isStarted() {
        return started;
    }

    void stop() {
        trading = false;
        services.intents().abandon(strategyId, OrderDesk.ANY);
        services.desk().cancelAll(strategyId, OrderDesk.ANY);
        services.intents().pairs().onTrading(strategyId, false);
    }

    /** Held back from the strategy until all indicators that it demanded of these bars have their first values. */
    void onBar(final Instrument instrument) {
        if (!awaited.areReady(instrument)) {
            return;
        }
        enter();
        barPeriodNs = instrument.bar().periodNs();
        strategy.onBar(instrument);
        leaveBar();
    }

    /** Likewise. */
    void onBar(final BarSeries series) {
        if (!awaited.areReady(series)) {
            return;
        }
        enter();
        barPeriodNs = Math.max(1, series.bar().periodNs());
        strategy.onBar(series);
        leaveBar();
    }

    private void leaveBar() {
        barPeriodNs = 0;
        inCallback = false;
    }

    void onQuote(final Instrument instrument) {
        enter();
        strategy.onQuote(instrument);
        inCallback = false;
    }

    void onTrade(final Instrument instrument) {
        enter();
        strategy.onTrade(instrument);
        inCallback = false;
    }

    void onTimer(final long deadlineNs, final long token) {
        enter();
        strategy.onTimer(deadlineNs, token);
        inCallback = false;
    }

    void onOrder(final Order order) {
        enter();
        strategy.onOrder(order);
        inCallback = false;
    }

    void onPair(final PairTrade pair, final PairState from, final PairState to, final PairReason reason) {
        enter();
        strategy.onPair(pair, from, to, reason);
        inCallback = false;
    }

    private void enter() {
        if (inCallback) {
            throw new IllegalStateException("callback inside a callback: strategyId=" + strategyId);
        }
        inCallback = true;
    }

    void requireActing(final String call) {
        requireCallback(call);
        if (restoring) {
            throw new IllegalStateException(
                    call + " is not legal while a strategy is restored: strategyId=" + strategyId);
        }
    }

    private void requireCallback(final String call) {
        if (!inCallback) {
            throw new IllegalStateException(
                    call + " is legal only during a callback of the strategy: strategyId=" + strategyId);
        }
    }

    @Override
    public void subscribe(final Instrument instrument) {
        requireCallback("subscribe");
        services.subscriptions().add(instrument.id(), this);
        prepareExits(instrument);
    }

    @Override
    public BarSeries subscribe(final Instrument instrument, final BarSpec spec) {
        requireCallback("subscribe");
        prepareExits(instrument);
        return services.builtBars().subscribe(instrument, spec, this);
    }

    /** What the strategy's exits measure by must be known before it enters. */
    private void prepareExits(final Instrument instrument) {
        services.supervision().exits().plans().prepare(strategyId, instrument, awaited::add);
    }

    @Override
    public void exit(final Instrument instrument) {
        requireActing("exit");
        services.supervision().exits().onSignal(strategyId, instrument.id());
    }

    @Override
    public RejectReason target(final Instrument instrument, final long signedQuantity) {
        requireActing("target");
        return trading
                ? services.intents().target(strategyId, instrument, signedQuantity)
                : RejectReason.STRATEGY_STOPPED;
    }

    @Override
    public RejectReason targetAmount(final Instrument instrument, final long signedAmount) {
        requireActing("targetAmount");
        return trading
                ? services.intents().targetAmount(strategyId, instrument, signedAmount)
                : RejectReason.STRATEGY_STOPPED;
    }

    @Override
    public long signal(final Signal signal) {
        requireActing("signal");
        if (!services.supervision().exits().plans().has(strategyId, signal.exitPlanId())) {
            throw new IllegalArgumentException("no such exit plan of the strategy: strategyId=" + strategyId
                    + ", exitPlanId=" + signal.exitPlanId());
        }
        return services.intents().offer(strategyId, signal, barPeriodNs);
    }

    @Override
    public void detected(final Instrument instrument, final Mover mover) {
        requireActing("detected");
        services.intents().record(strategyId, instrument, mover);
    }

    @Override
    public PairTrade pair(final Instrument first, final Instrument second, final PairSettings settings) {
        requireCallback("pair");
        return services.intents().pairs().name(this, first, second, settings);
    }

    @Override
    public void explain(final Instrument instrument, final Reason reason) {
        requireActing("explain");
        services.intents().explain(strategyId, instrument, reason);
    }

    /** Changes a parameter; returns what is wrong with that, or nothing. */
    String change(final String name, final String value) {
        return LiveParameters.change(strategy, name, value);
    }

    boolean isTrading() {
        return trading;
    }

    @Override
    public Line indicator(final Instrument instrument, final String expression) {
        requireCallback("indicator");
        return awaited(services.indicators().demand(instrument, expression));
    }

    @Override
    public Line indicator(final BarSeries series, final String expression) {
        requireCallback("indicator");
        return awaited(services.indicators().demand(series, expression));
    }

    private Line awaited(final Line line) {
        awaited.add(line);
        return line;
    }

    @Override
    public RejectReason submit(final OrderRequest request) {
        requireActing("submit");
        requireOwn(request);
        final RejectReason reason = mayOrder(request);
        return reason == RejectReason.NONE
                ? services.desk().submit(strategyId, request)
                : services.desk().refuse(strategyId, request, reason);
    }

    @Override
    public RejectReason submitBracket(final OrderRequest entry, final long stopPrice, final long targetPrice) {
        requireActing("submitBracket");
        requireOwn(entry);
        final RejectReason reason = mayOrder(entry);
        return reason == RejectReason.NONE
                ? services.groups().submitBracket(strategyId, entry, stopPrice, targetPrice)
                : services.desk().refuse(strategyId, entry, reason);
    }

    @Override
    public RejectReason submitOneCancelsOther(final OrderRequest first, final OrderRequest second) {
        requireActing("submitOneCancelsOther");
        requireOwn(first);
        requireOwn(second);
        if (first == second || first.instrument() != second.instrument() || first.quantity() != second.quantity()) {
            throw new IllegalStateException("both orders of a pair trade one instrument and one quantity: strategyId="
                    + strategyId + ", first=" + first.terms() + ", second=" + second.terms());
        }
        final RejectReason reason = mayOrder(first);
        return reason == RejectReason.NONE
                ? services.groups().submitPair(strategyId, first, second)
                : services.desk().refuse(strategyId, first, reason);
    }

    private void requireOwn(final OrderRequest request) {
        if (request.isByOperator() || request.replacedQuantity() != 0) {
            throw new IllegalStateException("only the operator passes the gate, only the core replaces: strategyId="
                    + strategyId + ", byOperator=" + request.isByOperator() + ", replacedQuantity="
                    + request.replacedQuantity());
        }
    }

    private RejectReason mayOrder(final OrderRequest request) {
        if (!trading) {
            return RejectReason.STRATEGY_STOPPED;
        }
        return services.liquidation().isClosing(strategyId, request.instrument().id())
                        || services.supervision().exits().overlaps(strategyId, request)
                ? RejectReason.REDUCE_ONLY
                : RejectReason.NONE;
    }

    @Override
    public RejectReason cancel(final long orderId) {
        requireActing("cancel");
        return services.desk().cancel(ownOrder(orderId));
    }

    @Override
    public RejectReason replace(final long orderId, final long quantity, final long limitPrice) {
        final Order order = ownOrder(orderId);
        return replace(
                orderId, quantity, limitPrice, order == null ? 0 : order.terms().stopPrice());
    }

    @Override
    public RejectReason replace(final long orderId, final long quantity, final long limitPrice, final long stopPrice) {
        requireActing("replace");
        if (!trading) {
            return RejectReason.STRATEGY_STOPPED;
        }
        final Order order = ownOrder(orderId);
        return order != null && services.liquidation().isClosing(strategyId, order.instrumentId())
                ? RejectReason.REDUCE_ONLY
                : services.desk().replace(order, quantity, limitPrice, stopPrice);
    }

    /** What the operator orders in a strategy's book is not the strategy's to take back. */
    private Order ownOrder(final long orderId) {
        final Order order = services.orders().find(orderId);
        return order != null && order.strategyId() == strategyId && !order.isByOperator() ? order : null;
    }

    @Override
    public long schedule(final long deadlineNs, final long token) {
        requireActing("schedule");
        if (deadlineNs <= timeNs()) {
            throw new IllegalArgumentException("a timer must lie in the future: deadlineNs=" + deadlineNs + ", timeNs="
                    + timeNs() + ", strategyId=" + strategyId);
        }
        return services.timers().schedule(deadlineNs, strategyId, token);
    }

    @Override
    public boolean cancelTimer(final long timerNumber) {
        requireActing("cancelTimer");
        return services.timers().cancel(timerNumber, strategyId);
    }

    @Override
    public void exchange(final StateExchange state) {
        state.section("strategy", strategyId);
        started = state.field("started", started);
        trading = state.field("trading", trading);
        LiveParameters.exchange(strategy, state);
        if (state.isRestoring() && started) {
            restore(state);
        } else {
            strategy.exchange(state);
        }
    }

    /** The strategy finds again what it holds; whatever it demands has been restored already, or it was not demanded before. */
    private void restore(final StateExchange state) {
        final int demanded = services.demanded();
        inCallback = true;
        restoring = true;
        strategy.onRestore(this);
        strategy.exchange(state);
        restoring = false;
        inCallback = false;
        if (services.demanded() != demanded) {
            throw new IllegalStateException(
                    "the state was recorded of a strategy that had demanded or subscribed to less: strategyId="
                            + strategyId);
        }
    }
}
