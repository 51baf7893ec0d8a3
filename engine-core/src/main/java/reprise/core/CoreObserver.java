package reprise.core;

import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.market.Instrument;
import reprise.market.SplitRatio;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.signal.Decision;
import reprise.signal.Reason;
import reprise.strategy.PairTrade;

/**
 * Watches the core from inside its thread, for reports: what it sees it must not change, and nothing it does may reach the core. The calls
 * come after the core is up to date and after strategies were told.
 */
public interface CoreObserver {
    /** Watches nothing. */
    CoreObserver NONE = new CoreObserver() {};

    /**
     * A bar was handled.
     *
     * @param instrument whose bar it was.
     * @param timeNs engine time.
     */
    default void onBar(final Instrument instrument, final long timeNs) {}

    /**
     * An order came into being, in state PENDING_NEW, or changed.
     *
     * @param order after the change.
     * @param timeNs engine time.
     */
    default void onOrder(final Order order, final long timeNs) {}

    /**
     * A fill was booked.
     *
     * @param order after the fill.
     * @param price of the fill.
     * @param quantity of the fill.
     * @param fee of the fill in money, one in the base asset at the price of the fill.
     * @param timeNs engine time.
     */
    default void onFill(final Order order, final long price, final long quantity, final long fee, final long timeNs) {}

    /**
     * A quantity that an entry opened was closed by an exit, or such a link was taken back. Comes while the fill is being booked, before
     * strategies are told.
     *
     * @param strategyId whose book it is in.
     * @param instrumentId what was traded.
     * @param entryOrderId that opened; 0 for what no order of ours did.
     * @param exitOrderId that closed; 0 for what no order of ours did.
     * @param signedQuantity closed, with the sign of the entry; of the other sign where a link is taken back.
     * @param pnl what the link has earned, money, without fees.
     */
    default void onLink(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final long exitOrderId,
            final long signedQuantity,
            final long pnl) {}

    /**
     * A fill that was booked was taken back.
     *
     * @param order after that.
     * @param price of the fill.
     * @param quantity of the fill, positive.
     * @param fee of the fill.
     * @param timeNs engine time.
     */
    default void onBust(final Order order, final long price, final long quantity, final long fee, final long timeNs) {}

    /**
     * The units of an instrument changed, and with them positions, prices and open orders.
     *
     * @param instrument after that.
     * @param ratio how.
     * @param timeNs engine time.
     */
    default void onSplit(final Instrument instrument, final SplitRatio ratio, final long timeNs) {}

    /**
     * A request was refused by the gate.
     *
     * @param strategyId who asked.
     * @param request what for.
     * @param reason why not.
     * @param timeNs engine time.
     */
    default void onRefused(
            final int strategyId, final OrderRequest request, final RejectReason reason, final long timeNs) {}

    /**
     * A strategy said why it acts as it does. Comes while it is being called.
     *
     * @param strategyId who said it.
     * @param instrument it is about.
     * @param reason read during the call only.
     * @param timeNs engine time.
     */
    default void onExplained(
            final int strategyId, final Instrument instrument, final Reason reason, final long timeNs) {}

    /**
     * What may be traded has changed.
     *
     * @param scope what it holds for.
     * @param scopeId which strategy or instrument; of no meaning for the engine.
     * @param state from now on.
     * @param cause who decided it.
     * @param timeNs engine time.
     */
    default void onTradingState(
            final TradingScope scope,
            final int scopeId,
            final TradingState state,
            final StateCause cause,
            final long timeNs) {}

    /**
     * The arbiter decided about a signal.
     *
     * @param decision with all numbers; read during the call only.
     * @param timeNs engine time.
     */
    default void onSignal(final Decision decision, final long timeNs) {}

    /**
     * A pair of two legs is in another state.
     *
     * @param strategyId whose.
     * @param pair which; it may be further on.
     * @param from the state before.
     * @param to the state after it; the same where an emergency finds it leaving already.
     * @param reason why.
     * @param timeNs engine time.
     */
    default void onPair(
            final int strategyId,
            final PairTrade pair,
            final PairState from,
            final PairState to,
            final PairReason reason,
            final long timeNs) {}

    /**
     * A time in which a pair was without hedge is over.
     *
     * @param strategyId whose.
     * @param pairId which of that strategy, from 1.
     * @param notional the most that was without hedge, money.
     * @param lastedNs nanoseconds.
     */
    default void onPairHedged(final int strategyId, final int pairId, final long notional, final long lastedNs) {}
}
