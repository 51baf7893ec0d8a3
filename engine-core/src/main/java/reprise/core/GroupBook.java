package reprise.core;

import reprise.order.Order;
import reprise.order.Orders;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/** The groups of orders, numbered from 1. A group is kept for late reports as long as there is room. Allocates nothing; part of replayed state. */
final class GroupBook implements Snapshotable {
    private final Orders orders;
    private final OrderGroup[] slots;
    private long lastNumber;
    private int waitingCount;
    private int unprotectedCount;

    GroupBook(final Orders orders) {
        this.orders = orders;
        slots = new OrderGroup[orders.maxOpenOrders() + Orders.ENDED_ORDERS_KEPT];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = new OrderGroup();
        }
    }

    /** A new group, or null if all are in use. */
    OrderGroup open(final boolean isBracket, final int strategyId, final int instrumentId) {
        for (int i = 0; i < slots.length; i++) {
            final long number = lastNumber + 1 + i;
            final OrderGroup slot = slots[(int) (number % slots.length)];
            if (isDone(slot)) {
                lastNumber = number;
                slot.open(number, isBracket, strategyId, instrumentId);
                return slot;
            }
        }
        return null;
    }

    private boolean isDone(final OrderGroup group) {
        return group.number == 0
                || !isOpen(group.entryOrderId)
                        && !group.first.hasOrder()
                        && !group.second.hasOrder()
                        && !group.closing.hasOrder()
                        && !group.isWaiting()
                        && !group.unprotected;
    }

    private boolean isOpen(final long orderId) {
        final Order order = orders.find(orderId);
        return order != null && order.isOpen();
    }

    /** The group of an order, or null if it has none or none any more. */
    OrderGroup of(final Order order) {
        final long number = order.group() / OrderGroup.ROLES;
        final OrderGroup slot = slots[(int) (number % slots.length)];
        return number > 0 && slot.number == number ? slot : null;
    }

    /** Whether its venue keeps an order, and so its quantity. */
    boolean isNative(final Order order) {
        final OrderGroup group = of(order);
        return group != null && group.isNative && role(order) != OrderGroup.CLOSING_ROLE;
    }

    static int role(final Order order) {
        return (int) (order.group() % OrderGroup.ROLES);
    }

    boolean isAnyWaiting() {
        return waitingCount > 0;
    }

    int unprotectedCount() {
        return unprotectedCount;
    }

    /** Brings the counts up to date with a group that changed. */
    void settle(final OrderGroup group) {
        waitingCount += (group.isWaiting() ? 1 : 0) - (group.countedAsWaiting ? 1 : 0);
        unprotectedCount += (group.unprotected ? 1 : 0) - (group.countedAsUnprotected ? 1 : 0);
        group.countedAsWaiting = group.isWaiting();
        group.countedAsUnprotected = group.unprotected;
    }

    int slotCount() {
        return slots.length;
    }

    OrderGroup slot(final int index) {
        return slots[index];
    }

    /** Whether a strategy holds anything in an instrument of which a bracket's stop should take care and does not. */
    boolean isUnprotected(final int strategyId, final int instrumentId, final long held) {
        for (int i = 0; unprotectedCount > 0 && i < slots.length; i++) {
            final OrderGroup group = slots[i];
            if (group.unprotected
                    && group.strategyId == strategyId
                    && group.instrumentId == instrumentId
                    && held * -group.exitSide.sign() > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void exchange(final StateExchange state) {
        lastNumber = state.key("orderGroups", lastNumber);
        final int count = state.field("groups", usedCount());
        int index = -1;
        for (int i = 0; i < count; i++) {
            index = state.isRestoring() ? index : nextUsed(index);
            final long number = state.key("orderGroup", index < 0 ? 0 : slots[index].number);
            final OrderGroup slot = slots[(int) (number % slots.length)];
            if (state.isRestoring() && slot.number > 0) {
                throw new IllegalStateException("the state was recorded with other capacities: orderGroup is " + number
                        + ", and its place is taken by " + slot.number);
            }
            slot.number = number;
            slot.exchange(state);
            if (state.isRestoring()) {
                settle(slot);
            }
        }
    }

    private int usedCount() {
        int count = 0;
        for (final OrderGroup slot : slots) {
            count += slot.number > 0 ? 1 : 0;
        }
        return count;
    }

    private int nextUsed(final int index) {
        int next = index + 1;
        while (slots[next].number == 0) {
            next++;
        }
        return next;
    }
}
