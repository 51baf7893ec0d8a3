package reprise.simulation.venue;

import java.util.Arrays;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;

/**
 * The last executions of the venue, each linked to the one before it of the same order, and whether we were told of it. Rings of primitive
 * columns: allocates only to grow to their bound.
 */
final class Executions {
    /** How many are remembered. */
    static final int CAPACITY = 1 << 17;

    /** Ends a chain of executions. */
    static final long NONE = 0;

    private static final int INITIAL = 64;
    private static final FeeAsset[] ASSETS = FeeAsset.values();
    private static final Liquidity[] LIQUIDITIES = Liquidity.values();

    private long[] orderIds = new long[INITIAL];
    private long[] previousIds = new long[INITIAL];
    private long[] prices = new long[INITIAL];
    private long[] quantities = new long[INITIAL];
    private long[] fees = new long[INITIAL];
    private long[] notionals = new long[INITIAL];
    private long[] timesNs = new long[INITIAL];
    private int[] instrumentIds = new int[INITIAL];
    private byte[] assets = new byte[INITIAL];
    private byte[] liquidities = new byte[INITIAL];
    private boolean[] completes = new boolean[INITIAL];
    private boolean[] told = new boolean[INITIAL];
    private long count;

    /** Books one more and returns its id, which counts from 1. */
    long add(final VenueOrder order, final Fill fill, final long timeNs, final boolean complete) {
        final int slot = (int) (count & CAPACITY - 1);
        if (slot == orderIds.length) {
            grow(2 * slot);
        }
        orderIds[slot] = order.orderId();
        previousIds[slot] = order.lastExecutionId();
        prices[slot] = fill.price;
        quantities[slot] = fill.quantity;
        fees[slot] = fill.fee;
        notionals[slot] = fill.notional;
        timesNs[slot] = timeNs;
        instrumentIds[slot] = order.listing().instrument().id();
        assets[slot] = (byte) fill.feeAsset.ordinal();
        liquidities[slot] = (byte) fill.liquidity.ordinal();
        completes[slot] = complete;
        told[slot] = false;
        return ++count;
    }

    private void grow(final int length) {
        orderIds = Arrays.copyOf(orderIds, length);
        previousIds = Arrays.copyOf(previousIds, length);
        prices = Arrays.copyOf(prices, length);
        quantities = Arrays.copyOf(quantities, length);
        fees = Arrays.copyOf(fees, length);
        notionals = Arrays.copyOf(notionals, length);
        timesNs = Arrays.copyOf(timesNs, length);
        instrumentIds = Arrays.copyOf(instrumentIds, length);
        assets = Arrays.copyOf(assets, length);
        liquidities = Arrays.copyOf(liquidities, length);
        completes = Arrays.copyOf(completes, length);
        told = Arrays.copyOf(told, length);
    }

    /** The first execution that is still remembered. */
    long oldestId() {
        return Math.max(1, count - CAPACITY + 1);
    }

    long latestId() {
        return count;
    }

    private int slot(final long executionId) {
        if (executionId < oldestId() || executionId > count) {
            throw new IllegalStateException("execution is not remembered: executionId=" + executionId + ", remembered="
                    + oldestId() + " to " + count);
        }
        return (int) (executionId - 1 & CAPACITY - 1);
    }

    /** Notes that a report of it was sent; returns whether it was the first. */
    boolean tell(final long executionId) {
        final int slot = slot(executionId);
        final boolean first = !told[slot];
        told[slot] = true;
        return first;
    }

    boolean isTold(final long executionId) {
        return told[slot(executionId)];
    }

    long orderId(final long executionId) {
        return orderIds[slot(executionId)];
    }

    long previousId(final long executionId) {
        return previousIds[slot(executionId)];
    }

    long price(final long executionId) {
        return prices[slot(executionId)];
    }

    /** Signed. */
    long quantity(final long executionId) {
        return quantities[slot(executionId)];
    }

    long fee(final long executionId) {
        return fees[slot(executionId)];
    }

    int instrumentId(final long executionId) {
        return instrumentIds[slot(executionId)];
    }

    FeeAsset feeAsset(final long executionId) {
        return ASSETS[assets[slot(executionId)]];
    }

    Liquidity liquidity(final long executionId) {
        return LIQUIDITIES[liquidities[slot(executionId)]];
    }

    boolean isComplete(final long executionId) {
        return completes[slot(executionId)];
    }

    /** When it was. */
    long timeNs(final long executionId) {
        return timesNs[slot(executionId)];
    }

    /** Signed value. */
    long notional(final long executionId) {
        return notionals[slot(executionId)];
    }
}
