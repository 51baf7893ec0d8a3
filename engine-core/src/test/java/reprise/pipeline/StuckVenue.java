package reprise.pipeline;

import java.util.concurrent.CountDownLatch;
import reprise.message.EngineCommands;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;

/** Does not come back from its first order until the latch opens. */
record StuckVenue(CountDownLatch latch) implements EngineCommands {
    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        throw new AssertionError("nobody orders groups");
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        throw new AssertionError("nobody cancels");
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        throw new AssertionError("nobody replaces");
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {}

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        throw new AssertionError("nobody asks");
    }
}
