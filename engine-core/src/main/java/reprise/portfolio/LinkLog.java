package reprise.portfolio;

import reprise.state.StateExchange;

/**
 * The latest links between entries and exits of all books, so that a fill that a venue takes back can be undone, and the listener of all
 * of them. Fixed capacity; allocates nothing; part of replayed state.
 */
final class LinkLog {
    /** How many links are remembered. */
    static final int CAPACITY = 1024;

    private final int[] strategyIds = new int[CAPACITY];
    private final int[] instrumentIds = new int[CAPACITY];
    private final long[] entryOrderIds = new long[CAPACITY];
    private final long[] exitOrderIds = new long[CAPACITY];
    private final long[] quantities = new long[CAPACITY];
    private final long[] costs = new long[CAPACITY];
    private final long[] notionals = new long[CAPACITY];
    private LinkListener listener = LinkListener.NONE;
    private int count;
    private int next;

    void listener(final LinkListener newListener) {
        listener = newListener;
    }

    /** A new link; its result is what the exit brought less what the entry had cost. */
    void add(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final long exitOrderId,
            final long signedQuantity,
            final long cost,
            final long signedNotional) {
        strategyIds[next] = strategyId;
        instrumentIds[next] = instrumentId;
        entryOrderIds[next] = entryOrderId;
        exitOrderIds[next] = exitOrderId;
        quantities[next] = signedQuantity;
        costs[next] = cost;
        notionals[next] = signedNotional;
        next = (next + 1) % CAPACITY;
        count = Math.min(count + 1, CAPACITY);
        tell(strategyId, instrumentId, entryOrderId, exitOrderId, signedQuantity, -signedNotional - cost);
    }

    void tell(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final long exitOrderId,
            final long signedQuantity,
            final long pnl) {
        listener.onLink(strategyId, instrumentId, entryOrderId, exitOrderId, signedQuantity, pnl);
    }

    int count() {
        return count;
    }

    /** The slot of a link; 0 is the oldest remembered. */
    private int slot(final int index) {
        return (next - count + index + CAPACITY) % CAPACITY;
    }

    /** Whether there is anything left of a link that an order is part of. */
    boolean concerns(final int index, final int strategyId, final int instrumentId, final long orderId) {
        final int slot = slot(index);
        return quantities[slot] != 0
                && strategyIds[slot] == strategyId
                && instrumentIds[slot] == instrumentId
                && (entryOrderIds[slot] == orderId || exitOrderIds[slot] == orderId);
    }

    long quantity(final int index) {
        return quantities[slot(index)];
    }

    long entryOrderId(final int index) {
        return entryOrderIds[slot(index)];
    }

    long exitOrderId(final int index) {
        return exitOrderIds[slot(index)];
    }

    /** Forgets a part of a link. Returns the cost that the entry had for it. */
    long takeBack(final int index, final long undone) {
        final long cost = Shares.of(costs[slot(index)], Math.abs(undone), Math.abs(quantities[slot(index)]));
        takeBack(index, undone, cost, notionalOf(index, undone));
        return cost;
    }

    /** Forgets a part of a link. Returns what the exit was worth for it, with the exit's sign. */
    long takeBackNotional(final int index, final long undone) {
        final long notional = notionalOf(index, undone);
        final long cost = Shares.of(costs[slot(index)], Math.abs(undone), Math.abs(quantities[slot(index)]));
        takeBack(index, undone, cost, notional);
        return notional;
    }

    private long notionalOf(final int index, final long undone) {
        return Shares.of(notionals[slot(index)], Math.abs(undone), Math.abs(quantities[slot(index)]));
    }

    private void takeBack(final int index, final long undone, final long cost, final long notional) {
        final int slot = slot(index);
        quantities[slot] -= quantities[slot] < 0 ? -Math.abs(undone) : Math.abs(undone);
        costs[slot] -= cost;
        notionals[slot] -= notional;
    }

    void exchange(final StateExchange state) {
        count = state.field("links", count);
        next = state.field("nextLink", next);
        for (int i = 0; i < count; i++) {
            final int slot = slot(i);
            strategyIds[slot] = state.field("strategyId", strategyIds[slot]);
            instrumentIds[slot] = state.field("instrumentId", instrumentIds[slot]);
            entryOrderIds[slot] = state.field("entryOrderId", entryOrderIds[slot]);
            exitOrderIds[slot] = state.field("exitOrderId", exitOrderIds[slot]);
            quantities[slot] = state.field("quantity", quantities[slot]);
            costs[slot] = state.field("cost", costs[slot]);
            notionals[slot] = state.field("notional", notionals[slot]);
        }
    }
}
