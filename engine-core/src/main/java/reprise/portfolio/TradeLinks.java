package reprise.portfolio;

import java.util.Arrays;
import reprise.state.StateExchange;

/**
 * The open entries of one book in one instrument, in the order in which they were opened, each with the order that opened it, its quantity
 * and its cost. Every exit closes entries: those of the order that it names, and beyond them the oldest. So each closed quantity belongs to
 * one entry and one exit, and the results of these links sum to the realised result of the book, to the last unit.
 *
 * <pre>
 *   entries of the book:   order 17: +5    order 21: +3    order 30: +2      (oldest first)
 *   exit of 6 for order 21:                   3 of 21, then 3 of 17
 * </pre>
 *
 * <p>At most {@link #MAX_ENTRIES} entries are kept apart; what is opened beyond them counts to the newest. Allocates only when a book has
 * more entries than ever before; part of replayed state.
 */
final class TradeLinks implements CostBasis {
    /** The most entries that are kept apart in one book. */
    static final int MAX_ENTRIES = 256;

    private static final long[] NONE = {};

    private final int strategyId;
    private final int instrumentId;
    private final LinkLog log;
    private long[] orderIds = NONE;
    private long[] quantities = NONE;
    private long[] costs = NONE;
    private int count;

    TradeLinks(final int strategyId, final int instrumentId, final LinkLog log) {
        this.strategyId = strategyId;
        this.instrumentId = instrumentId;
        this.log = log;
    }

    @Override
    public void opened(final long orderId, final long signedQuantity, final long signedCost) {
        int index = find(orderId);
        if (index < 0) {
            index = count < MAX_ENTRIES ? append(orderId) : count - 1;
        }
        quantities[index] += signedQuantity;
        costs[index] += signedCost;
    }

    private int append(final long orderId) {
        if (count == orderIds.length) {
            grow(Math.max(4, 2 * count));
        }
        orderIds[count] = orderId;
        quantities[count] = 0;
        costs[count] = 0;
        return count++;
    }

    private void grow(final int length) {
        orderIds = Arrays.copyOf(orderIds, length);
        quantities = Arrays.copyOf(quantities, length);
        costs = Arrays.copyOf(costs, length);
    }

    /** From the newest, because an order that is being filled is most often the last that opened anything. */
    private int find(final long orderId) {
        int index = count - 1;
        while (index >= 0 && orderIds[index] != orderId) {
            index--;
        }
        return index;
    }

    @Override
    public long closed(
            final Position position,
            final long orderId,
            final long entryOrderId,
            final long signedQuantity,
            final long signedNotional) {
        long quantity = Math.abs(signedQuantity);
        long notional = signedNotional;
        long closedCost = 0;
        int index = entryOrderId == 0 ? 0 : Math.max(find(entryOrderId), 0);
        while (quantity > 0) {
            final long taken = Math.min(quantity, Math.abs(quantities[index]));
            final long takenNotional = Shares.of(notional, taken, quantity);
            final long takenCost = Shares.of(costs[index], taken, Math.abs(quantities[index]));
            link(index, orderId, taken, takenCost, takenNotional);
            closedCost += takenCost;
            quantity -= taken;
            notional -= takenNotional;
            index = 0;
        }
        return closedCost;
    }

    private void link(final int index, final long exitOrderId, final long taken, final long cost, final long notional) {
        final long signedTaken = quantities[index] < 0 ? -taken : taken;
        log.add(strategyId, instrumentId, orderIds[index], exitOrderId, signedTaken, cost, notional);
        quantities[index] -= signedTaken;
        costs[index] -= cost;
        if (quantities[index] == 0) {
            remove(index);
        }
    }

    private void remove(final int index) {
        final int moved = --count - index;
        System.arraycopy(orderIds, index + 1, orderIds, index, moved);
        System.arraycopy(quantities, index + 1, quantities, index, moved);
        System.arraycopy(costs, index + 1, costs, index, moved);
    }

    /** The entry to which is counted what an order has opened; 0 if nothing is open. */
    long entryOf(final long orderId) {
        if (count == 0) {
            return 0;
        }
        final int index = find(orderId);
        return index < 0 ? orderIds[count - 1] : orderId;
    }

    /** How many entries are open. */
    int count() {
        return count;
    }

    /** Which order opened an entry; 0 for the oldest index. */
    long orderId(final int index) {
        return orderIds[index];
    }

    /** What is still open of an entry, with its sign. */
    long quantity(final int index) {
        return quantities[index];
    }

    /**
     * A venue took a fill back. What the order opened and is still open goes away; links that it is part of are undone, the newest first,
     * so that what its exit had closed is open again at its old cost, and an exit from an entry that never was becomes an entry; what the
     * log of links does not remember is booked as a fill the other way.
     *
     * @param book to change.
     * @param orderId whose fill it was.
     * @param signedQuantity of the reversal.
     * @param signedNotional of the reversal.
     */
    void bust(final Position book, final long orderId, final long signedQuantity, final long signedNotional) {
        long quantity = signedQuantity;
        long notional = signedNotional;
        final int index = find(orderId);
        if (index >= 0 && (quantities[index] ^ quantity) < 0) {
            final long undone = smaller(quantity, quantities[index]);
            final long value = Shares.of(notional, Math.abs(undone), Math.abs(quantity));
            withdraw(book, index, undone, value);
            quantity -= undone;
            notional -= value;
        }
        for (int i = log.count() - 1; i >= 0 && quantity != 0; i--) {
            if (log.concerns(i, strategyId, instrumentId, orderId) && canUndo(book, quantity)) {
                final long undone = smaller(quantity, log.quantity(i));
                final long value = Shares.of(notional, Math.abs(undone), Math.abs(quantity));
                undo(book, i, undone, value);
                quantity -= undone;
                notional -= value;
            }
        }
        if (quantity != 0) {
            book.fill(orderId, 0, quantity, notional);
        }
    }

    /** The smaller of two magnitudes with the sign of the first. */
    private static long smaller(final long signed, final long other) {
        final long magnitude = Math.min(Math.abs(signed), Math.abs(other));
        return signed < 0 ? -magnitude : magnitude;
    }

    /** A partial bust takes exactly what its fill has cost, so that it leaves no result. */
    private void withdraw(final Position book, final int index, final long undone, final long value) {
        final long orderId = orderIds[index];
        final boolean all = quantities[index] == -undone;
        final long costChange = all ? -costs[index] : value;
        quantities[index] += undone;
        costs[index] += costChange;
        if (all) {
            remove(index);
        }
        book.adjust(undone, costChange, value);
        if (costChange != value) {
            // The entry's fills had several prices: the rest of its cost is a result of the bust.
            log.tell(strategyId, instrumentId, orderId, orderId, 0, costChange - value);
        }
    }

    /** Opening an entry beside entries of the other side would leave a book both long and short. */
    private static boolean canUndo(final Position book, final long quantity) {
        return book.isFlat() || (book.quantity() ^ quantity) >= 0;
    }

    private void undo(final Position book, final int index, final long undone, final long value) {
        final boolean exitWasBusted = (log.quantity(index) ^ undone) >= 0;
        final long entryOrderId = log.entryOrderId(index);
        final long exitOrderId = log.exitOrderId(index);
        final long signedQuantity = log.quantity(index) < 0 ? -Math.abs(undone) : Math.abs(undone);
        final long costChange = exitWasBusted ? log.takeBack(index, undone) : log.takeBackNotional(index, undone);
        opened(exitWasBusted ? entryOrderId : exitOrderId, undone, costChange);
        book.adjust(undone, costChange, value);
        log.tell(strategyId, instrumentId, entryOrderId, exitOrderId, -signedQuantity, costChange - value);
    }

    /** Splits every entry; {@code cash} says what each one's fraction of a unit is paid. Returns the change of cost. */
    long split(final SplitRounding split) {
        long costChange = 0;
        for (int i = 0; i < count; i++) {
            final long change = split.next(quantities[i], costs[i]);
            if (split.fraction() != 0) {
                log.tell(strategyId, instrumentId, orderIds[i], 0, 0, split.cash() + change);
            }
            quantities[i] = split.quantity();
            costs[i] += change;
            costChange += change;
        }
        for (int i = count - 1; i >= 0; i--) {
            if (quantities[i] == 0) {
                remove(i);
            }
        }
        return costChange;
    }

    void check(final Position book) {
        long quantity = 0;
        long cost = 0;
        for (int i = 0; i < count; i++) {
            quantity += quantities[i];
            cost += costs[i];
        }
        if (quantity != book.quantity() || cost != book.cost()) {
            throw new IllegalStateException("open entries do not sum to their book: strategyId=" + strategyId
                    + ", instrumentId=" + instrumentId + ", quantity=" + quantity + "/" + book.quantity() + ", cost="
                    + cost + "/" + book.cost());
        }
    }

    void exchange(final StateExchange state) {
        count = state.field("openEntries", count);
        if (count > orderIds.length) {
            grow(count);
        }
        for (int i = 0; i < count; i++) {
            orderIds[i] = state.field("entryOrderId", orderIds[i]);
            quantities[i] = state.field("quantity", quantities[i]);
            costs[i] = state.field("cost", costs[i]);
        }
    }
}
