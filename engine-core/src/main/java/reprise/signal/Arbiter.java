package reprise.signal;

import reprise.market.Instruments;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * Decides between the signals of all strategies, window by window. A window ends with the batch of bars, or 250 ms of event time after the
 * first signal of a tick, whichever comes first; then all that is pending is decided together:
 *
 * <pre>
 *   1 validity      each signal alone
 *   2 confidence    each signal alone; then all are ranked by (priority, ev * c, strategy, id)
 *   3 redundancy    in order of rank, against positions and better signals
 *   4 conflict      per symbol; then against open positions
 *   5 budget  }     in order of rank, one signal after the other
 *   6 size    }
 *   7 decision      every signal is told, in order of rank
 * </pre>
 *
 * The order in which signals of a window arrive matters only where there is no room for more of them. Owned by the core; everything is
 * bounded and nothing is allocated after construction; part of replayed state.
 */
public final class Arbiter implements Snapshotable {
    private static final long NO_DEADLINE = Long.MAX_VALUE;

    private final ArbiterConfig config;
    private final ArbitrationListener listener;
    private final StrategyTerms[] terms;
    private final TradeRecord[] records;
    private final Validity validity;
    private final Calibration calibration;
    private final Redundancy redundancy;
    private final Conflict conflict;
    private final Budget budget;
    private final SizeStep sizes;
    private final Decision[] pending;
    private final Decision refused = new Decision();
    private int count;
    private long deadlineNs = NO_DEADLINE;
    private boolean closing;

    /**
     * An arbiter without strategies.
     *
     * @param config capacities and limits.
     * @param instruments that signals name.
     * @param context what it must know.
     * @param listener is told of every decision.
     */
    public Arbiter(
            final ArbiterConfig config,
            final Instruments instruments,
            final ArbitrationContext context,
            final ArbitrationListener listener) {
        this.config = config;
        this.listener = listener;
        terms = new StrategyTerms[config.maxStrategies()];
        records = new TradeRecord[config.maxStrategies()];
        validity = new Validity(config, terms, context);
        calibration = new Calibration(config, terms);
        redundancy = new Redundancy(config, terms, context);
        conflict = new Conflict(config, terms, context);
        budget = new Budget(config, terms, context);
        sizes = new SizeStep(config, instruments, terms, context, budget, records);
        pending = new Decision[config.maxPending()];
        for (int i = 0; i < pending.length; i++) {
            pending[i] = new Decision();
        }
        for (int i = 0; i < records.length; i++) {
            records[i] = new TradeRecord();
        }
    }

    /**
     * Adds a strategy; before any signal.
     *
     * @param strategyId its dense id.
     * @param strategyTerms what it is held to.
     */
    public void define(final int strategyId, final StrategyTerms strategyTerms) {
        if (strategyId < 0 || strategyId >= terms.length) {
            throw new IllegalArgumentException(
                    "strategyId must be from 0 to " + (terms.length - 1) + ": " + strategyId);
        }
        terms[strategyId] = strategyTerms;
    }

    /**
     * A strategy wants something because of a bar: decided at the end of the batch.
     *
     * @param signal copied during this call.
     * @param nowNs time of the event.
     */
    public void offerOnBar(final Signal signal, final long nowNs) {
        onTime(nowNs);
        add(signal);
    }

    /**
     * A strategy wants something because of a trade or a quote: decided when the window ends.
     *
     * @param signal copied during this call.
     * @param nowNs time of the event.
     */
    public void offerOnTick(final Signal signal, final long nowNs) {
        onTime(nowNs);
        if (add(signal) && deadlineNs == NO_DEADLINE) {
            deadlineNs = Math.addExact(nowNs, config.tickWindowNs());
        }
    }

    private boolean add(final Signal signal) {
        if (closing) {
            throw new IllegalStateException("a signal was offered during a decision: id=" + signal.id());
        }
        if (count == pending.length) {
            refused.begin(signal);
            refused.refuse(ArbitrationReason.CAPACITY, count, pending.length);
            listener.onDecision(refused);
            return false;
        }
        pending[count++].begin(signal);
        return true;
    }

    /**
     * When the window of ticks ends.
     *
     * @return nanoseconds since the epoch; {@link Long#MAX_VALUE} without one.
     */
    public long deadlineNs() {
        return deadlineNs;
    }

    /**
     * Time went on; decides if the window of ticks has ended.
     *
     * @param nowNs time of the event or timer.
     */
    public void onTime(final long nowNs) {
        if (nowNs >= deadlineNs) {
            close(nowNs);
        }
    }

    /**
     * The last bar of a batch was handled; decides all that is pending.
     *
     * @param nowNs time of the batch.
     */
    public void onEndOfBatch(final long nowNs) {
        close(nowNs);
    }

    private void close(final long nowNs) {
        deadlineNs = NO_DEADLINE;
        closing = true;
        for (int i = 0; i < count; i++) {
            validity.check(pending[i], nowNs);
            if (pending[i].isAlive()) {
                calibration.weigh(pending[i]);
            }
        }
        rank();
        decide(nowNs);
        final int decided = count;
        count = 0;
        for (int i = 0; i < decided; i++) {
            listener.onDecision(pending[i]);
        }
        closing = false;
    }

    /** By insertion: windows are small, and it needs no memory. */
    private void rank() {
        for (int i = 1; i < count; i++) {
            final Decision decision = pending[i];
            int j = i;
            while (j > 0 && decision.isBetterThan(pending[j - 1])) {
                pending[j] = pending[j - 1];
                j--;
            }
            pending[j] = decision;
        }
    }

    private void decide(final long nowNs) {
        final int entries = count;
        for (int i = 0; i < entries; i++) {
            if (pending[i].isAlive()) {
                redundancy.check(pending, i);
            }
        }
        for (int i = 0; i < entries; i++) {
            conflict.settle(pending, entries, i);
        }
        for (int i = 0; i < entries; i++) {
            spend(i, nowNs);
        }
        for (int i = 0; i < entries; i++) {
            // Weighed and not found wanting: an entry, even if it was refused later.
            final ArbitrationReason reason = pending[i].reason();
            if (reason == ArbitrationReason.ACCEPTED || reason.ordinal() >= ArbitrationReason.REDUNDANT.ordinal()) {
                redundancy.overlaps().onEntry(pending[i].signal, nowNs);
            }
        }
    }

    private void spend(final int index, final long nowNs) {
        final Decision decision = pending[index];
        if (decision.isAlive()) {
            conflict.suggestExit(decision);
        }
        if (decision.isAlive()) {
            budget.check(pending, index);
        }
        if (decision.isAlive()) {
            budget.checkExposure(pending, index);
        }
        if (decision.isAlive()) {
            sizes.size(pending, index);
        }
        if (decision.isAlive()) {
            validity.onAccepted(decision.signal, nowNs);
        }
    }

    /**
     * A position that came from a signal was closed.
     *
     * @param strategyId whose.
     * @param confidence of its signal, before calibration.
     * @param result in multiples of the risk, after costs.
     * @param pnl the same in money units.
     */
    public void onOutcome(final int strategyId, final double confidence, final double result, final long pnl) {
        calibration.onOutcome(strategyId, confidence, result);
        records[strategyId].onTradeClosed(pnl);
    }

    /**
     * A strategy earned or lost, realised or not.
     *
     * @param strategyId whose.
     * @param pnl since the last call, in money units.
     */
    public void onPnl(final int strategyId, final long pnl) {
        redundancy.correlations().onPnl(strategyId, pnl);
    }

    /** A trading day ended: what strategies earned since the last one is their result of the day. */
    public void onDayClosed() {
        redundancy.correlations().onDayClosed();
    }

    /**
     * How much two strategies enter the same.
     *
     * @param a a dense id.
     * @param b a dense id.
     * @return 0 to 1; 0 before there are enough entries.
     */
    public double overlap(final int a, final int b) {
        return redundancy.overlaps().between(a, b);
    }

    /**
     * How alike two strategies' daily results are.
     *
     * @param a a dense id.
     * @param b a dense id.
     * @return -1 to 1; 0 before there are enough days.
     */
    public double correlation(final int a, final int b) {
        return redundancy.correlations().between(a, b);
    }

    @Override
    public void exchange(final StateExchange state) {
        count = state.field("count", count);
        deadlineNs = state.field("deadlineNs", deadlineNs);
        for (int i = 0; i < count; i++) {
            pending[i].state(state);
        }
        validity.state(state);
        calibration.state(state);
        redundancy.state(state);
        for (final TradeRecord record : records) {
            record.exchange(state);
        }
    }
}
