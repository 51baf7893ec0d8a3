package reprise.strategy;

import java.util.List;
import reprise.bar.BarSeries;
import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.exit.ExitPolicy;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.state.Snapshotable;

/**
 * A trading strategy. Called by the core on one thread, after the core has brought market, orders and portfolio up to date; strategies are
 * called in the order of registration.
 *
 * <p>A strategy is part of the deterministic core: equal events must give equal calls on the context. So it keeps no clock of its own,
 * draws no random numbers, starts no threads, does no I/O, does not iterate in hash order, and in steady state allocates nothing. All that
 * can influence a later decision goes into {@link #exchange}.
 */
public interface Strategy extends Snapshotable {
    /**
     * The instruments are defined and the strategy may trade from now on. Called once, before any other callback: subscribe here.
     *
     * @param context to be kept for the life of the strategy.
     */
    void onStart(StrategyContext context);

    /**
     * The engine goes on from a snapshot in which this strategy had started: called once on a new object, instead of {@link #onStart} and
     * before {@link #exchange} puts its fields back. Take up again what the strategy holds beside its fields: the context, instruments,
     * series, lines. Only what had been subscribed to and demanded before may be subscribed to and demanded again, and nothing may be ordered,
     * signalled or scheduled: orders, timers and the rest go on by themselves.
     *
     * @param context to be kept for the life of the strategy.
     */
    void onRestore(StrategyContext context);

    /**
     * How positions are left that this strategy's own signals open: a signal names one of these by its number, the first being 1; 0 is what
     * is configured for the strategy as a whole. Asked once, before anything else.
     *
     * @return policies in the order of their numbers; the same on every call.
     */
    default List<ExitPolicy> exitPolicies() {
        return List.of();
    }

    /**
     * A bar that the venue delivers for a subscribed instrument closed, and all indicators that this strategy demanded of these bars are ready.
     * Nothing that is ordered now can trade before the next event.
     *
     * @param instrument whose {@link Instrument#bar()} is the new bar.
     */
    default void onBar(final Instrument instrument) {}

    /**
     * A bar that the engine built closed: one of a series that this strategy subscribed to, once all indicators that it demanded of the series
     * are ready. When several series of an instrument close
     * together, all of them are up to date before the first call; calls come in the order in which the series were first subscribed to.
     *
     * @param series whose {@link BarSeries#bar()} is the new bar; tell series apart by identity.
     */
    default void onBar(final BarSeries series) {}

    /**
     * The best bid or offer of a subscribed instrument changed.
     *
     * @param instrument whose {@link Instrument#quote()} is new.
     */
    default void onQuote(final Instrument instrument) {}

    /**
     * Others traded a subscribed instrument.
     *
     * @param instrument whose last trade is new.
     */
    default void onTrade(final Instrument instrument) {}

    /**
     * A timer of this strategy is due.
     *
     * @param deadlineNs at which it was to fire; the clock shows the same.
     * @param token given when it was scheduled.
     */
    default void onTimer(final long deadlineNs, final long token) {}

    /**
     * An order of this strategy changed: state or filled quantity.
     *
     * @param order after the change; valid only during this call.
     */
    default void onOrder(final Order order) {}

    /**
     * A pair of this strategy is in another state. Told when what led to it has been dealt with, also for what the strategy asked for itself;
     * the pair may be further on by then.
     *
     * @param pair which.
     * @param from the state before.
     * @param to the state after it; the same where an emergency finds it leaving already.
     * @param reason why.
     */
    default void onPair(final PairTrade pair, final PairState from, final PairState to, final PairReason reason) {}

    /**
     * Its parameters as they are now.
     *
     * @return a record whose components are declared with {@link reprise.parameter.Parameter}; null if it has none that may change.
     */
    default Record parameters() {
        return null;
    }

    /**
     * The operator changed parameters, or a restored state holds others than the configuration: from now on these hold. They differ only in
     * what is declared live, and make sense together. May come before any other call; orders nothing.
     *
     * @param changed of the type of {@link #parameters()}, which returns them from now on.
     */
    default void onParameters(final Record changed) {
        throw new UnsupportedOperationException(getClass().getName() + " has parameters and does not take changes");
    }
}
