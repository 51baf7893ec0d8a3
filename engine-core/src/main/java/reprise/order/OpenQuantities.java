package reprise.order;

import java.util.Arrays;

/** Sums of exposed quantities by instrument and side, so that a risk check need not visit every order. Derived from the orders. */
final class OpenQuantities {
    private static final int INITIAL_INSTRUMENTS = 16;

    private long[] buys = new long[INITIAL_INSTRUMENTS];
    private long[] sells = new long[INITIAL_INSTRUMENTS];

    void add(final Order order, final long change) {
        ensure(order.instrumentId());
        final long[] sums = order.side() == Side.BUY ? buys : sells;
        sums[order.instrumentId()] += change;
    }

    long get(final int instrumentId, final Side side) {
        final long[] sums = side == Side.BUY ? buys : sells;
        return instrumentId < sums.length ? sums[instrumentId] : 0;
    }

    private void ensure(final int instrumentId) {
        if (instrumentId >= buys.length) {
            final int length = Math.max(instrumentId + 1, 2 * buys.length);
            buys = Arrays.copyOf(buys, length);
            sells = Arrays.copyOf(sells, length);
        }
    }
}
