package reprise.core;

import java.util.Arrays;
import reprise.portfolio.LinkListener;

/** The links that the booking of one fill has made, for use once the books balance. Owned by the core; empty between events. */
final class BookingLinks implements LinkListener {
    private long[] entryOrderIds = new long[8];
    private long[] quantities = new long[8];
    private int count;
    private long closedQuantity;

    @Override
    public void onLink(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final long exitOrderId,
            final long signedQuantity,
            final long pnl) {
        if (count == quantities.length) {
            entryOrderIds = Arrays.copyOf(entryOrderIds, 2 * count);
            quantities = Arrays.copyOf(quantities, 2 * count);
        }
        entryOrderIds[count] = entryOrderId;
        quantities[count++] = Math.abs(signedQuantity);
        closedQuantity += Math.abs(signedQuantity);
    }

    int count() {
        return count;
    }

    long entryOrderId(final int index) {
        return entryOrderIds[index];
    }

    long quantity(final int index) {
        return quantities[index];
    }

    /** What the fill has closed in all; the rest of it has opened something. */
    long closedQuantity() {
        return closedQuantity;
    }

    void clear() {
        count = 0;
        closedQuantity = 0;
    }
}
