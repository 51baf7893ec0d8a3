package reprise.core;

import reprise.order.Order;
import reprise.order.OrderIds;
import reprise.order.OrderPurpose;
import reprise.order.Orders;
import reprise.state.StateExchange;

/** One of two exits of a group, through all the orders that it may take. Changed by {@link OrderGroups} only; part of its group. */
final class OrderLeg {
    /** Tells legs and their past orders apart. */
    final int role;

    /** The price that it waits for: of a bracket's stop, or of its target. */
    long price;

    /** The order that is open, or whose end has not been seen yet. */
    long orderId;

    /** What all its orders have traded, less what was taken back. */
    long filled;

    /** How often in a row a venue or the gate did not let it work. */
    int attempts;

    /** Somebody else than the group cancelled it: it is theirs from then on. */
    boolean givenUp;

    /** The group itself asked for the end of the order. */
    boolean cancelled;

    /** A venue did not replace the order, so it will be withdrawn and submitted anew. */
    boolean renewing;

    /** It will be tried again when the market moves on. */
    boolean waiting;

    OrderLeg(final int role) {
        this.role = role;
    }

    void open(final long newPrice, final long newOrderId) {
        price = newPrice;
        orderId = newOrderId;
        filled = 0;
        attempts = 0;
        givenUp = false;
        cancelled = false;
        renewing = false;
        waiting = false;
    }

    /** Why its orders are sent: a bracket's leg protects, any other takes back an excess. */
    OrderPurpose purpose() {
        return switch (role) {
            case OrderGroup.FIRST_ROLE -> OrderPurpose.BRACKET_STOP;
            case OrderGroup.SECOND_ROLE -> OrderPurpose.BRACKET_TARGET;
            default -> OrderPurpose.GROUP_EXCESS;
        };
    }

    boolean hasOrder() {
        return orderId != OrderIds.NULL_ORDER_ID;
    }

    /** Its order; null if there is none. */
    Order order(final Orders orders) {
        return hasOrder() ? orders.find(orderId) : null;
    }

    /** The group itself asks for the end of its order, which is open. */
    void withdraw(final OrderDesk desk, final Order order) {
        if (!order.isCancelUnanswered()) {
            cancelled = true;
            desk.cancel(order);
        }
    }

    /** Whatever was tried before was tried by somebody else. */
    void begin() {
        attempts = 0;
        waiting = false;
    }

    void exchange(final StateExchange state) {
        state.section("leg", role);
        price = state.field("price", price);
        orderId = state.field("orderId", orderId);
        filled = state.field("filled", filled);
        attempts = state.field("attempts", attempts);
        givenUp = state.field("givenUp", givenUp);
        cancelled = state.field("cancelled", cancelled);
        renewing = state.field("renewing", renewing);
        waiting = state.field("waiting", waiting);
    }
}
