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
     * @param fee of the fill.
     * @param timeNs engine time.
     */
    default void onFill(final Order order, final long price, final long quantity, final long fee, final long timeNs) {}

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
