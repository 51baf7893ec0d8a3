package reprise.simulation.venue;

import reprise.order.FeeAsset;
import reprise.order.Liquidity;

/**
 * The last executions of the venue, each linked to the one before it of the same order, and whether we were told of it. A ring of records
 * that lie one behind the other, so that one of them is one or two lines of a cache; allocates nothing.
 */
final class Executions {
    /** How many are remembered. */
    static final int CAPACITY = 1 << 14;

    private static final FeeAsset[] ASSETS = FeeAsset.values();
    private static final Liquidity[] LIQUIDITIES = Liquidity.values();

    private static final int ORDER_ID = 0;
    private static final int PREVIOUS_ID = 1;
    private static final int PRICE = 2;
    private static final int QUANTITY = 3;
    private static final int FEE = 4;
    private static final int NOTIONAL = 5;
    private static final int TIME_NS = 6;
    private static final int REST = 7;
    private static final int FIELDS = 8;

    /** What the last field is made of, from its lowest bit on. */
    private static final int TOLD = 1;

    private static final int COMPLETE = 1 << 1;
    private static final int LIQUIDITY_SHIFT = 8;
    private static final int ASSET_SHIFT = 16;
    private static final int BYTE_MASK = 0xFF;
    private static final int INSTRUMENT_SHIFT = 32;

    private final long[] records = new long[FIELDS * CAPACITY];
    private long count;

    /** Books one more and returns its id, which counts from 1. */
    long add(final VenueOrder order, final Fill fill, final long timeNs, final boolean complete) {
        final int record = FIELDS * (int) (count & CAPACITY - 1);
        records[record + ORDER_ID] = order.orderId();
        records[record + PREVIOUS_ID] = order.lastExecutionId();
        records[record + PRICE] = fill.price;
        records[record + QUANTITY] = fill.quantity;
        records[record + FEE] = fill.fee;
        records[record + NOTIONAL] = fill.notional;
        records[record + TIME_NS] = timeNs;
        records[record + REST] = (long) order.listing().instrument().id() << INSTRUMENT_SHIFT
                | (long) fill.feeAsset.ordinal() << ASSET_SHIFT
                | (long) fill.liquidity.ordinal() << LIQUIDITY_SHIFT
                | (complete ? COMPLETE : 0);
        return ++count;
    }

    /** The first execution that is still remembered. */
    long oldestId() {
        return Math.max(1, count - CAPACITY + 1);
    }

    long latestId() {
        return count;
    }

    private int record(final long executionId) {
        if (executionId < oldestId() || executionId > count) {
            throw new IllegalStateException("execution is not remembered: executionId=" + executionId + ", remembered="
                    + oldestId() + " to " + count);
        }
        return FIELDS * (int) (executionId - 1 & CAPACITY - 1);
    }

    /** Notes that a report of it was sent; returns whether it was the first. */
    boolean tell(final long executionId) {
        final boolean first = !isTold(executionId);
        records[record(executionId) + REST] |= TOLD;
        return first;
    }

    boolean isTold(final long executionId) {
        return (records[record(executionId) + REST] & TOLD) != 0;
    }

    long orderId(final long executionId) {
        return records[record(executionId) + ORDER_ID];
    }

    long previousId(final long executionId) {
        return records[record(executionId) + PREVIOUS_ID];
    }

    long price(final long executionId) {
        return records[record(executionId) + PRICE];
    }

    /** Signed. */
    long quantity(final long executionId) {
        return records[record(executionId) + QUANTITY];
    }

    long fee(final long executionId) {
        return records[record(executionId) + FEE];
    }

    int instrumentId(final long executionId) {
        return (int) (records[record(executionId) + REST] >>> INSTRUMENT_SHIFT);
    }

    FeeAsset feeAsset(final long executionId) {
        return ASSETS[(int) (records[record(executionId) + REST] >>> ASSET_SHIFT) & BYTE_MASK];
    }

    Liquidity liquidity(final long executionId) {
        return LIQUIDITIES[(int) (records[record(executionId) + REST] >>> LIQUIDITY_SHIFT) & BYTE_MASK];
    }

    boolean isComplete(final long executionId) {
        return (records[record(executionId) + REST] & COMPLETE) != 0;
    }

    /** When it was. */
    long timeNs(final long executionId) {
        return records[record(executionId) + TIME_NS];
    }

    /** Signed value. */
    long notional(final long executionId) {
        return records[record(executionId) + NOTIONAL];
    }
}
