package reprise.order;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Sums of what may still trade, by strategy, instrument and side, so that a risk check need not visit every order: quantities, and for all
 * strategies together the value that they were ordered at. Grows with the ids it sees; derived from the orders.
 */
final class OpenQuantities {
    private static final int INITIAL_INSTRUMENTS = 16;

    private Sums[] byStrategy = {};
    private final Sums all = new Sums();
    private final BitSet instruments = new BitSet();
    private OpenQuantityListener listener = OpenQuantityListener.NONE;

    /** One long for each instrument and side. */
    private static final class Sums {
        private long[] buys = new long[INITIAL_INSTRUMENTS];
        private long[] sells = new long[INITIAL_INSTRUMENTS];
        private long[] buyValues = new long[INITIAL_INSTRUMENTS];

        void add(final Order order, final long change, final long valueChange) {
            final int instrumentId = order.instrumentId();
            if (instrumentId >= buys.length) {
                final int length = Math.max(instrumentId + 1, 2 * buys.length);
                buys = Arrays.copyOf(buys, length);
                sells = Arrays.copyOf(sells, length);
                buyValues = Arrays.copyOf(buyValues, length);
            }
            if (order.side() == Side.BUY) {
                buys[instrumentId] += change;
                buyValues[instrumentId] += valueChange;
            } else {
                sells[instrumentId] += change;
            }
        }

        long get(final int instrumentId, final Side side) {
            final long[] sums = side == Side.BUY ? buys : sells;
            return instrumentId < sums.length ? sums[instrumentId] : 0;
        }

        long buyValue(final int instrumentId) {
            return instrumentId < buyValues.length ? buyValues[instrumentId] : 0;
        }

        boolean isAnything(final int instrumentId) {
            return (buys[instrumentId] | sells[instrumentId] | buyValues[instrumentId]) != 0;
        }
    }

    void listener(final OpenQuantityListener newListener) {
        listener = newListener;
    }

    /** Brings the sums up to date with an order that changed. */
    void update(final Order order) {
        if (count(order)) {
            listener.onOpenQuantity(order.strategyId(), order.instrumentId());
        }
    }

    /** Likewise, without telling anybody. Returns whether the sums have changed. */
    boolean count(final Order order) {
        final long quantity = order.isContingent() ? 0 : order.exposedQuantity();
        final long value = order.isContingent() ? 0 : order.exposedValue();
        final long change = quantity - order.countedQuantity;
        final long valueChange = value - order.countedValue;
        if (change == 0 && valueChange == 0) {
            return false;
        }
        order.countedQuantity = quantity;
        order.countedValue = value;
        all.add(order, change, valueChange);
        of(order.strategyId()).add(order, change, valueChange);
        instruments.set(order.instrumentId(), all.isAnything(order.instrumentId()));
        return true;
    }

    private Sums of(final int strategyId) {
        if (strategyId >= byStrategy.length) {
            final int before = byStrategy.length;
            byStrategy = Arrays.copyOf(byStrategy, strategyId + 1);
            for (int i = before; i <= strategyId; i++) {
                byStrategy[i] = new Sums();
            }
        }
        return byStrategy[strategyId];
    }

    long get(final int instrumentId, final Side side) {
        return all.get(instrumentId, side);
    }

    long get(final int strategyId, final int instrumentId, final Side side) {
        return strategyId < byStrategy.length ? byStrategy[strategyId].get(instrumentId, side) : 0;
    }

    long buyValue(final int instrumentId) {
        return all.buyValue(instrumentId);
    }

    /** Those of which anything may still trade; read only. */
    BitSet instruments() {
        return instruments;
    }
}
