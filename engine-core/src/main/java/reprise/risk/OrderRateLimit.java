package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * Only so many orders and replacements within a time, counted exactly: the n-th before this one must have left the window. Exits count and
 * are bound too, because a loop that sends exits is a loop; cancels are free; the operator's orders count but pass. Part of replayed state.
 */
final class OrderRateLimit implements RiskCheck {
    private final long windowNs;
    private final long[] timesNs;
    private final EngineClock clock;
    private int next;
    private int count;

    OrderRateLimit(final int maxOrders, final long windowNs, final EngineClock clock) {
        this.windowNs = windowNs;
        this.timesNs = new long[maxOrders];
        this.clock = clock;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        final boolean full = count == timesNs.length && clock.timeNs() - timesNs[next] < windowNs;
        return full ? verdict.refuse(RejectReason.ORDER_RATE, timesNs.length + 1L, timesNs.length) : RejectReason.NONE;
    }

    /** An order or a replacement goes out now. */
    void passed() {
        timesNs[next] = clock.timeNs();
        next = (next + 1) % timesNs.length;
        count = Math.min(count + 1, timesNs.length);
    }

    void exchange(final StateExchange state) {
        next = state.field("orderRateNext", next);
        count = state.field("orderRateCount", count);
        for (int i = 0; i < count; i++) {
            timesNs[i] = state.field("orderTimeNs", timesNs[i]);
        }
    }
}
