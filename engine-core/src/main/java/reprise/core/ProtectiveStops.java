package reprise.core;

import java.util.Arrays;
import reprise.order.OrderIds;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * Which stop order rests for which entry, and where it should rest. Few at a time, so it is searched from the front. Owned by the core;
 * part of replayed state.
 */
final class ProtectiveStops implements Snapshotable {
    /** There is no such stop. */
    static final int NONE = -1;

    private long[] entryOrderIds = new long[8];
    private long[] stopOrderIds = new long[8];
    private long[] stopPrices = new long[8];
    private long[] quantities = new long[8];
    private boolean[] givingWay = new boolean[8];
    private boolean[] asked = new boolean[8];
    private boolean[] renewing = new boolean[8];
    private int count;

    int ofEntry(final long entryOrderId) {
        return find(entryOrderIds, entryOrderId);
    }

    int ofOrder(final long stopOrderId) {
        return stopOrderId == OrderIds.NULL_ORDER_ID ? NONE : find(stopOrderIds, stopOrderId);
    }

    private int find(final long[] ids, final long id) {
        for (int i = 0; i < count; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return NONE;
    }

    void add(final long entryOrderId, final long stopOrderId, final long stopPrice, final long quantity) {
        if (count == quantities.length) {
            grow(2 * count);
        }
        entryOrderIds[count] = entryOrderId;
        stopOrderIds[count] = stopOrderId;
        givingWay[count] = false;
        asked[count] = false;
        renewing[count] = false;
        wish(count++, stopPrice, quantity);
    }

    private void grow(final int length) {
        entryOrderIds = Arrays.copyOf(entryOrderIds, length);
        stopOrderIds = Arrays.copyOf(stopOrderIds, length);
        stopPrices = Arrays.copyOf(stopPrices, length);
        quantities = Arrays.copyOf(quantities, length);
        givingWay = Arrays.copyOf(givingWay, length);
        asked = Arrays.copyOf(asked, length);
        renewing = Arrays.copyOf(renewing, length);
    }

    /** Where the stop should rest from now on. */
    void wish(final int index, final long stopPrice, final long quantity) {
        asked[index] &= stopPrices[index] == stopPrice && quantities[index] == quantity;
        stopPrices[index] = stopPrice;
        quantities[index] = quantity;
    }

    /** The venue was asked to move the stop to where it should rest. */
    void asked(final int index) {
        asked[index] = true;
    }

    /** Whether it was. */
    boolean isAsked(final int index) {
        return asked[index];
    }

    void renew(final int index) {
        renewing[index] = true;
    }

    /** Whether the stop is taken back so that another can take its place. */
    boolean isRenewing(final int index) {
        return renewing[index];
    }

    int count() {
        return count;
    }

    void giveWay(final int index) {
        givingWay[index] = true;
    }

    /** Whether the stop is taken back so that another exit can be sent. */
    boolean isGivingWay(final int index) {
        return givingWay[index];
    }

    long entryOrderId(final int index) {
        return entryOrderIds[index];
    }

    long stopOrderId(final int index) {
        return stopOrderIds[index];
    }

    long stopPrice(final int index) {
        return stopPrices[index];
    }

    long quantity(final int index) {
        return quantities[index];
    }

    void remove(final int index) {
        count--;
        final int moved = count - index;
        System.arraycopy(entryOrderIds, index + 1, entryOrderIds, index, moved);
        System.arraycopy(stopOrderIds, index + 1, stopOrderIds, index, moved);
        System.arraycopy(stopPrices, index + 1, stopPrices, index, moved);
        System.arraycopy(quantities, index + 1, quantities, index, moved);
        System.arraycopy(givingWay, index + 1, givingWay, index, moved);
        System.arraycopy(asked, index + 1, asked, index, moved);
        System.arraycopy(renewing, index + 1, renewing, index, moved);
    }

    @Override
    public void exchange(final StateExchange state) {
        count = state.count("protectiveStops", count, Integer.MAX_VALUE);
        if (count > quantities.length) {
            grow(count);
        }
        for (int i = 0; i < count; i++) {
            entryOrderIds[i] = state.key("protectiveStop", entryOrderIds[i]);
            stopOrderIds[i] = state.field("stopOrderId", stopOrderIds[i]);
            stopPrices[i] = state.field("stopPrice", stopPrices[i]);
            quantities[i] = state.field("quantity", quantities[i]);
            givingWay[i] = state.field("givingWay", givingWay[i]);
            asked[i] = state.field("asked", asked[i]);
            renewing[i] = state.field("renewing", renewing[i]);
        }
    }
}
