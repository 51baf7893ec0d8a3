package reprise.core;

import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;

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
     * A request was refused by the gate.
     *
     * @param strategyId who asked.
     * @param request what for.
     * @param reason why not.
     * @param timeNs engine time.
     */
    default void onRefused(
            final int strategyId, final OrderRequest request, final RejectReason reason, final long timeNs) {}
}
