package reprise.core;

import reprise.calendar.SessionCalendar;
import reprise.market.Instrument;
import reprise.message.EngineDecisions;
import reprise.monitor.MonitorAction;
import reprise.monitor.MonitorListener;
import reprise.monitor.MonitorScope;
import reprise.monitor.RiskMeasure;
import reprise.monitor.RiskMonitor;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * The risk monitor's place in the core: shows it the books, puts breaches on record, and keeps what is to be done until the books are at
 * rest. Owned by the core; part of replayed state.
 */
final class MonitorDesk implements MonitorListener, Snapshotable {
    private final EngineClock clock;
    private final EngineDecisions decisions;
    private final RiskMonitor monitor;
    private final ClosedTrades trades;
    private final BookView view;
    private final MonitorAction[] due;
    private boolean anyDue;

    /** A desk; without a policy nothing is watched. */
    MonitorDesk(
            final EngineClock clock,
            final CoreBooks books,
            final MonitorPolicy policy,
            final EngineDecisions decisions) {
        this.clock = clock;
        this.decisions = decisions;
        this.due = new MonitorAction[books.portfolio().bookCount()];
        this.trades = new ClosedTrades(books.portfolio());
        this.view =
                new BookView(books.portfolio(), policy == null ? new long[due.length] : policy.capitals(due.length));
        this.monitor = policy == null
                ? null
                : new RiskMonitor(
                        view,
                        SessionCalendar.named(policy.calendar()),
                        policy.settings(),
                        policy.account(),
                        policy.strategies(),
                        this);
    }

    @Override
    public void onBreach(
            final MonitorScope scope,
            final int scopeId,
            final RiskMeasure measure,
            final long value,
            final long limit,
            final MonitorAction action,
            final boolean enforced) {
        decisions.riskBreached(scope, scopeId, measure, value, limit, action, enforced);
        if (enforced && (due[scopeId] == null || action.compareTo(due[scopeId]) > 0)) {
            due[scopeId] = action;
            anyDue = true;
        }
    }

    void define() {
        if (monitor != null) {
            monitor.define();
            trades.define();
            view.define();
        }
    }

    /** The price by which an instrument is valued may have changed. */
    void onMark(final Instrument instrument) {
        if (monitor != null) {
            monitor.onMark(clock.timeNs(), instrument.id(), instrument.markPrice());
            clock.alarmBy(monitor.nextTimerNs());
        }
    }

    /** A fill was booked, and the books balance. */
    void onFill(final int strategyId, final int instrumentId) {
        if (monitor == null) {
            return;
        }
        view.changed(strategyId, instrumentId);
        if (trades.closes(strategyId, instrumentId)) {
            monitor.onTradeClosed(clock.timeNs(), strategyId, trades.result());
        }
        monitor.evaluate(clock.timeNs());
        clock.alarmBy(monitor.nextTimerNs());
    }

    long nextDeadlineNs() {
        return monitor == null ? Long.MAX_VALUE : monitor.nextTimerNs();
    }

    void onTimer(final long timeNs) {
        if (monitor != null && monitor.nextTimerNs() <= timeNs) {
            monitor.onTimer(timeNs);
        }
    }

    /** Whether {@link #takeAction} has anything to give. */
    boolean isActionDue() {
        return anyDue;
    }

    /** What is to be done in a book, 0 for the account; asking takes it. Null for nothing. */
    MonitorAction takeAction(final int book) {
        final MonitorAction action = due[book];
        due[book] = null;
        anyDue = false;
        for (final MonitorAction other : due) {
            anyDue |= other != null;
        }
        return action;
    }

    /** The operator has looked at drawdown and losses of a book, 0 for the account; they are counted anew. */
    void acknowledge(final int book) {
        if (monitor != null) {
            monitor.acknowledge(book == 0 ? MonitorScope.ACCOUNT : MonitorScope.STRATEGY, book);
        }
    }

    @Override
    public void exchange(final StateExchange state) {
        if (monitor != null) {
            monitor.exchange(state);
            trades.exchange(state);
            view.exchange(state);
        }
    }
}
