package reprise.core;

import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.message.EngineOutput;
import reprise.monitor.MonitorAction;
import reprise.order.Order;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * All that watches over trading beside the gate: data guard, exit engine, risk monitor, and their clocks. The core tells it of every market
 * event, fill and change of an order; what the monitor demands is done when the books are at rest. Owned by the core; allocates nothing in
 * steady state; part of replayed state.
 */
final class Supervision implements Snapshotable {
    private final EngineCore core;
    private final OrderDesk desk;
    private final Liquidation liquidation;
    private final Instruments instruments;
    private final GuardDesk guard;
    private final ExitDesk exits;
    private final MonitorDesk monitor;
    private final int bookCount;

    Supervision(
            final EngineCore core,
            final EngineClock clock,
            final CoreBooks books,
            final GuardDesk guard,
            final Parts parts,
            final SupervisionPolicy policy,
            final EngineOutput output) {
        this.core = core;
        this.desk = parts.desk();
        this.liquidation = parts.liquidation();
        this.instruments = parts.instruments();
        bookCount = books.portfolio().bookCount();
        this.guard = guard;
        exits = new ExitDesk(clock, books, instruments, desk, parts.plans(), output);
        monitor = new MonitorDesk(clock, books, policy.monitor(), output);
    }

    /** What of the core it acts through. */
    record Parts(Instruments instruments, ExitPlans plans, OrderDesk desk, Liquidation liquidation) {}

    GuardDesk guard() {
        return guard;
    }

    ExitDesk exits() {
        return exits;
    }

    void define(final Instrument instrument) {
        guard.define(instrument.definition());
        monitor.define();
    }

    /** A bar was taken in. */
    void onBar(final Instrument instrument) {
        exits.onBar(instrument);
        monitor.onMark(instrument);
    }

    /** A quote was taken in. */
    void onQuote(final Instrument instrument, final long venueTimeNs, final long bidPrice, final long askPrice) {
        exits.onQuote(instrument.id(), venueTimeNs, bidPrice, askPrice);
        monitor.onMark(instrument);
    }

    /** A trade between others was taken in. */
    void onTrade(final Instrument instrument, final long venueTimeNs, final long price) {
        exits.onTrade(instrument.id(), venueTimeNs, price);
        monitor.onMark(instrument);
    }

    /** A fill was booked, and the books balance. */
    void onFill(final Order order, final long price, final long quantity) {
        exits.onFill(order, price, quantity);
        monitor.onFill(order.strategyId(), order.instrumentId());
        act();
    }

    /** An order changed, after its strategy was told. */
    void onOrder(final Order order) {
        exits.onOrder(order);
    }

    /** When {@link #onTimer} is due, before any later event. */
    long nextDeadlineNs() {
        return Math.min(guard.nextDeadlineNs(), Math.min(exits.nextDeadlineNs(), monitor.nextDeadlineNs()));
    }

    /** Whether {@link #nextDeadlineNs} may be earlier after any event, so that it has to be asked before each. */
    boolean isWatching() {
        return exits.isWatching();
    }

    boolean isDue(final long timeNs) {
        final long deadlineNs = nextDeadlineNs();
        return deadlineNs <= timeNs && deadlineNs != Long.MAX_VALUE;
    }

    void onTimer(final long timeNs) {
        guard.onTimer(timeNs);
        exits.onTimer(timeNs);
        monitor.onTimer(timeNs);
        act();
    }

    /** Does what the monitor demands, the account first. */
    private void act() {
        for (int book = 0; monitor.isActionDue() && book < bookCount; book++) {
            final MonitorAction action = monitor.takeAction(book);
            if (action != null) {
                act(book, action);
            }
        }
    }

    private void act(final int book, final MonitorAction action) {
        final TradingScope scope = book == 0 ? TradingScope.ENGINE : TradingScope.STRATEGY;
        switch (action) {
            case WARN -> {
                // The record of the breach is the warning.
            }
            case REDUCE_ONLY -> core.restrict(scope, book, TradingState.REDUCING, StateCause.RISK_MONITOR);
            case HALT -> core.restrict(scope, book, TradingState.HALTED, StateCause.RISK_MONITOR);
            case FLATTEN -> flatten(scope, book);
            default -> throw new IllegalStateException("no such action: " + action);
        }
    }

    private void flatten(final TradingScope scope, final int book) {
        core.restrict(scope, book, TradingState.HALTED, StateCause.RISK_MONITOR);
        for (int i = 0; i < instruments.count(); i++) {
            liquidation.close(book == 0 ? OrderDesk.ANY : book, i);
        }
    }

    /**
     * The operator lets trading go on: the guard's lasting failures are over, drawdowns and rows of losses are counted anew. For the engine,
     * everything; for a strategy or an instrument, what is its own.
     */
    void acknowledge(final TradingScope scope, final int scopeId) {
        switch (scope) {
            case ENGINE -> {
                for (int i = 0; i < instruments.count(); i++) {
                    guard.acknowledge(i);
                }
                for (int book = 0; book < bookCount; book++) {
                    monitor.acknowledge(book);
                }
            }
            case STRATEGY -> {
                if (scopeId > 0) {
                    monitor.acknowledge(scopeId);
                }
            }
            case INSTRUMENT -> guard.acknowledge(scopeId);
            default -> throw new IllegalStateException("no such scope: " + scope);
        }
    }

    @Override
    public void exchange(final StateExchange state) {
        guard.exchange(state);
        exits.exchange(state);
        monitor.exchange(state);
    }
}
