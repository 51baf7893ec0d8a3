package reprise.pipeline;

import java.util.concurrent.CountDownLatch;
import reprise.order.OrderTerms;

/** Does not come back from its first order until the latch opens. */
record StuckVenue(CountDownLatch latch) implements OrdersOnlyVenue {
    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
