package reprise.monitor;

import java.util.List;
import reprise.calendar.SessionCalendar;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * Watches what the account and each strategy may lose, and tells once of each limit that is exceeded; again only after the measure was
 * within. It decides and does nothing itself. All time comes with the events.
 *
 * <p><b>Value at risk</b> is that of the positions held now, over a minute: each of the last minutes is played once more with present market
 * values, {@code sum of market value times return of the instrument in that minute}, and the loss that few of these results exceed is
 * divided by equity. The returns of equity itself would be simpler, and wrong when it counts: after a day without positions they are all
 * zero, so that a new position, however large, has no risk until it has made its losses; and after a position was closed its risk stays for a
 * day, with nothing left to flatten. For one instrument held with all of equity both are the same number.
 *
 * <p>Prices are sampled at full UTC minutes. A minute in which no instrument had any news is not sampled: closed markets would fill the
 * window with zeros, which say nothing of the risk. The return after a silence is that of the whole silence, so where data is coarser than a
 * minute the horizon is that of the data. An instrument without news in a minute in which others had some has a return of 0. A minute counts
 * if all instruments held had a price; there is no value before {@code minReturns} of them, and no value exceeds no limit. Without
 * positions it is 0; with positions and no equity left it is {@link #UNBOUNDED}.
 *
 * <p><b>Drawdown</b> is measured from the highest equity seen, the <b>daily loss</b> from the equity the day began with; days end at midnight
 * UTC or with the post-market of a session, by calendar. What is paid in or out is no result: the highest equity moves in proportion, the
 * day's by the amount. <b>Losses in a row</b> are counted of
 * closed trades. These and exposure are measured on {@link #evaluate} and on timers.
 *
 * <p>Cost: a mark is constant; an evaluation visits every book once, and what the view needs for it; a minute one step for each instrument;
 * a refresh, for each book, the window times the instruments held, and {@code window x log(5 % of it)} for the quantile. Allocates only when
 * instruments are defined. Owned by the core; part of replayed state.
 */
public final class RiskMonitor implements Snapshotable {
    /** Stands for a share of nothing, or one too large to write down. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    private static final long MINUTE_NS = 60_000_000_000L;

    private final AccountView view;
    private final VarSettings settings;
    private final VarEstimator estimator;
    private final ReturnHistory history;
    private final TradingDays days;
    private final BookMonitor[] books;
    private final double[] scratch;
    private boolean begun;
    private long sampleNs = Long.MAX_VALUE;
    private long refreshNs = Long.MAX_VALUE;

    /**
     * A monitor that has seen nothing.
     *
     * @param view of the books.
     * @param calendar whose days daily losses are counted by.
     * @param settings of value at risk.
     * @param account limits of the account.
     * @param strategies limits of the strategies, the first of which has id 1.
     * @param listener is told of breaches.
     */
    public RiskMonitor(
            final AccountView view,
            final SessionCalendar calendar,
            final VarSettings settings,
            final MonitorLimits account,
            final List<MonitorLimits> strategies,
            final MonitorListener listener) {
        this.view = view;
        this.settings = settings;
        estimator = new VarEstimator(settings.confidence(), settings.windowReturns());
        history = new ReturnHistory(settings.windowReturns());
        days = new TradingDays(calendar);
        scratch = new double[settings.windowReturns()];
        books = new BookMonitor[strategies.size() + 1];
        books[AccountView.ACCOUNT] = new BookMonitor(AccountView.ACCOUNT, account, listener);
        for (int i = 1; i < books.length; i++) {
            books[i] = new BookMonitor(i, strategies.get(i - 1), listener);
        }
    }

    /** Makes room for an instrument; called in order of dense ids. */
    public void define() {
        history.define();
    }

    /**
     * The price by which an instrument is valued may have changed. Measures nothing; asks for a timer.
     *
     * @param timeNs of the event.
     * @param instrumentId a defined id.
     * @param price the mark, in price units; ignored if not positive.
     */
    public void onMark(final long timeNs, final int instrumentId, final long price) {
        if (price > 0) {
            history.onMark(instrumentId, price);
            if (sampleNs == Long.MAX_VALUE) {
                sampleNs = after(timeNs, MINUTE_NS);
            }
            askForRefresh(timeNs);
        }
    }

    /**
     * Measures everything but value at risk. The core calls it when the books changed, after they balance, and whenever it likes between.
     *
     * @param timeNs of the event.
     */
    public void evaluate(final long timeNs) {
        if (!begun) {
            begun = true;
            days.begin(timeNs);
        } else if (timeNs > days.endNs()) {
            beginDay(timeNs);
        }
        for (final BookMonitor book : books) {
            book.measure(view);
        }
        askForRefresh(timeNs);
    }

    /**
     * A trade was closed: a position, or a part of it, was opened and closed again.
     *
     * @param timeNs of the event.
     * @param strategyId whose trade; 0 if nobody's: it counts for the account only.
     * @param pnl what it earned, fees taken off.
     */
    public void onTradeClosed(final long timeNs, final int strategyId, final long pnl) {
        books[AccountView.ACCOUNT].tradeClosed(pnl);
        if (strategyId != AccountView.ACCOUNT) {
            books[strategyId].tradeClosed(pnl);
        }
        askForRefresh(timeNs);
    }

    /**
     * Time passed: samples, measures, begins a day, whatever is due. The core calls it when {@link #nextTimerNs} is due, before any later
     * event.
     *
     * @param timeNs of the timer.
     */
    public void onTimer(final long timeNs) {
        if (timeNs >= sampleNs) {
            sampleNs = Long.MAX_VALUE;
            history.sample();
        }
        final boolean refresh = timeNs >= refreshNs;
        evaluate(timeNs);
        if (refresh) {
            for (final BookMonitor book : books) {
                book.measureVar(view, history, settings, estimator, scratch);
            }
            refreshNs = Long.MAX_VALUE;
        }
        if (timeNs >= days.endNs()) {
            beginDay(timeNs);
        }
    }

    private void beginDay(final long timeNs) {
        days.begin(timeNs);
        for (final BookMonitor book : books) {
            book.beginDay();
        }
    }

    private void askForRefresh(final long timeNs) {
        if (refreshNs == Long.MAX_VALUE) {
            refreshNs = after(timeNs, settings.refreshNs());
        }
    }

    private static long after(final long timeNs, final long stepNs) {
        return timeNs - Math.floorMod(timeNs, stepNs) + stepNs;
    }

    /**
     * When {@link #onTimer} is needed next. May become earlier with every call, so the core looks after each.
     *
     * @return nanoseconds since the epoch; {@link Long#MAX_VALUE} for never.
     */
    public long nextTimerNs() {
        return Math.min(days.endNs(), Math.min(sampleNs, refreshNs));
    }

    /**
     * The operator has looked at a drawdown or a row of losses: the highest equity is the present one from now on, and losses are counted
     * from none. Other measures end by themselves.
     *
     * @param scope whose.
     * @param scopeId 0 for the account, or the strategy.
     */
    public void acknowledge(final MonitorScope scope, final int scopeId) {
        of(scope, scopeId).acknowledge();
    }

    /**
     * What was measured last.
     *
     * @param scope whose.
     * @param scopeId 0 for the account, or the strategy.
     * @param measure of interest.
     * @return in the unit of the measure.
     */
    public long value(final MonitorScope scope, final int scopeId, final RiskMeasure measure) {
        return of(scope, scopeId).value(measure);
    }

    /**
     * Whether a limit is exceeded, as measured last.
     *
     * @param scope whose.
     * @param scopeId 0 for the account, or the strategy.
     * @param measure of interest.
     * @return whether it is.
     */
    public boolean isBreached(final MonitorScope scope, final int scopeId, final RiskMeasure measure) {
        return of(scope, scopeId).isBreached(measure);
    }

    /**
     * Value at risk as of the last refresh.
     *
     * @param scope whose.
     * @param scopeId 0 for the account, or the strategy.
     * @param method by which; Cornish-Fisher also outside its domain.
     * @return a share of equity, positive for a loss; NaN if undefined.
     */
    public double valueAtRisk(final MonitorScope scope, final int scopeId, final VarMethod method) {
        return of(scope, scopeId).valueAtRisk(method);
    }

    /**
     * Conditional value at risk as of the last refresh, of the returns as they were.
     *
     * @param scope whose.
     * @param scopeId 0 for the account, or the strategy.
     * @return a share of equity, positive for a loss; NaN if undefined.
     */
    public double conditionalValueAtRisk(final MonitorScope scope, final int scopeId) {
        return of(scope, scopeId).conditionalValueAtRisk();
    }

    /**
     * The highest equity, moved in proportion by what was paid in or out since.
     *
     * @param scope whose.
     * @param scopeId 0 for the account, or the strategy.
     * @return money.
     */
    public long peakEquity(final MonitorScope scope, final int scopeId) {
        return of(scope, scopeId).peak();
    }

    private BookMonitor of(final MonitorScope scope, final int scopeId) {
        if ((scope == MonitorScope.ACCOUNT) != (scopeId == AccountView.ACCOUNT)) {
            throw new IllegalArgumentException("no such book: scope=" + scope + ", scopeId=" + scopeId);
        }
        return books[scopeId];
    }

    /** {@inheritDoc} Restoring wants as many instruments to be defined already. */
    @Override
    public void exchange(final StateExchange state) {
        state.section("riskMonitor", history.instrumentCount());
        begun = state.field("begun", begun);
        sampleNs = state.field("sampleNs", sampleNs);
        refreshNs = state.field("refreshNs", refreshNs);
        days.state(state);
        history.state(state);
        for (final BookMonitor book : books) {
            book.state(state);
        }
    }
}
