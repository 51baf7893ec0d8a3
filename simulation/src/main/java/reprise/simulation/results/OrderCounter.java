package reprise.simulation.results;

import reprise.order.Order;
import reprise.order.RejectReason;

/** Counts what becomes of orders. */
final class OrderCounter {
    private final ReasonCounts<RejectReason> rejections = new ReasonCounts<>(RejectReason.class);
    private final ReasonCounts<RejectReason> refusals = new ReasonCounts<>(RejectReason.class);
    private long submitted;
    private long filled;
    private long cancelled;
    private long expired;
    private long rejected;
    private long fills;

    /** Returns whether the order has ended with this change. */
    boolean changed(final Order order) {
        switch (order.state()) {
            case PENDING_NEW -> submitted++;
            case FILLED -> filled++;
            case CANCELED -> cancelled++;
            case EXPIRED -> expired++;
            case REJECTED -> {
                rejected++;
                rejections.add(order.rejectReason());
            }
            default -> {
                // under way
            }
        }
        return !order.isOpen();
    }

    void filled() {
        fills++;
    }

    void refused(final RejectReason reason) {
        refusals.add(reason);
    }

    OrderCounts counts(final long open) {
        return new OrderCounts(
                submitted, filled, cancelled, expired, rejected, open, fills, rejections.toMap(), refusals.toMap());
    }
}
