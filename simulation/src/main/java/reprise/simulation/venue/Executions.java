package reprise.simulation.venue;

import reprise.order.FeeAsset;
import reprise.order.Liquidity;

/**
 * The last executions of the venue, each linked to the one before it of the same order, and whether we were told of it. Rings of primitive
 * columns; allocates nothing.
 */
final class Executions {
    /** How many are remembered. */
    static final int CAPACITY = 1 << 14;

    private static final FeeAsset[] ASSETS = FeeAsset.values();
    private static final Liquidity[] LIQUIDITIES = Liquidity.values();

    private final long[] orderIds = new long[CAPACITY];
    private final long[] previousIds = new long[CAPACITY];
    private final long[] prices = new long[CAPACITY];
    private final long[] quantities = new long[CAPACITY];
    private final long[] fees = new long[CAPACITY];
    private final long[] notionals = new long[CAPACITY];
    private final long[] timesNs = new long[CAPACITY];
    private final int[] instrumentIds = new int[CAPACITY];
    private final byte[] assets = new byte[CAPACITY];
    private final byte[] liquidities = new byte[CAPACITY];
    private final boolean[] completes = new boolean[CAPACITY];
    private final boolean[] told = new boolean[CAPACITY];
    private long count;

    /** Books one more and returns its id, which counts from 1. */
    long add(final VenueOrder order, final Fill fill, final long timeNs, final boolean complete) {
        final int slot = (int) (count & CAPACITY - 1);
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
