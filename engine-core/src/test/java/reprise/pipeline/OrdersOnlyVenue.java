package reprise.pipeline;

import reprise.message.EngineCommands;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;

/** A venue of which nothing is asked but orders, and what became of them. */
interface OrdersOnlyVenue extends EngineCommands {
    @Override
    default void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        throw new AssertionError("nobody orders amounts");
    }

    @Override
    default void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        throw new AssertionError("nobody orders groups");
    }

    @Override
    default void cancelOrder(final long orderId, final int instrumentId) {
        throw new AssertionError("nobody cancels");
    }

    @Override
    default void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        throw new AssertionError("nobody replaces");
    }

    @Override
    default void queryOrder(final long orderId, final int instrumentId) {}

    @Override
    default void requestReconciliation(final int venueId, final long sinceNs) {
        throw new AssertionError("nobody asks");
    }
}
