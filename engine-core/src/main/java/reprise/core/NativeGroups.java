package reprise.core;

import reprise.market.BracketStyle;
import reprise.market.Instrument;
import reprise.order.GroupTerms;
import reprise.order.Order;
import reprise.order.OrderPurpose;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.OrderType;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.TimeInForce;

/**
 * Groups that a venue keeps: their orders are placed as one, and are orders of this core from then on. An exit that waits at the venue is an
 * order like any other, but contingent: it adds nothing to the worst case before its entry has ended.
 *
 * <pre>
 *   entry open                       the exits wait; what is filled so far has no stop, so nothing more may be opened
 *   entry filled completely          the exits work; the venue keeps their quantities, and one cancels the other
 *   anything else, with a position   the venue's exits are taken back, and the engine makes the bracket from then on
 * </pre>
 *
 * <p>Anything else is: the entry ended with a part filled, an exit was rejected, expired or cancelled, a fill of the entry was taken back, or
 * a part of the position was closed otherwise. The engine never changes what a venue keeps. Owned by {@link OrderGroups}; allocates nothing.
 */
final class NativeGroups {
    private final Orders orders;
    private final GroupBook book;
    private final OrderDesk desk;
    private final GroupTerms terms = new GroupTerms();
    private final OrderRequest stop = new OrderRequest();
    private final OrderRequest target = new OrderRequest();

    NativeGroups(final Orders orders, final GroupBook book, final OrderDesk desk) {
        this.orders = orders;
        this.book = book;
        this.desk = desk;
    }

    static boolean areWanted(final Instrument instrument) {
        return instrument.definition().brackets() == BracketStyle.NATIVE;
    }

    /** Submits an entry whose exits have been checked; a price of 0 is for none. */
    RejectReason submitBracket(
            final int strategyId, final OrderRequest entry, final long stopPrice, final long targetPrice) {
        final int count = 1 + (stopPrice == 0 ? 0 : 1) + (targetPrice == 0 ? 0 : 1);
        final RejectReason reason = desk.checkGroup(strategyId, entry, count);
        final OrderGroup group = reason == RejectReason.NONE
                ? book.open(true, strategyId, entry.instrument().id())
                : null;
        if (group == null) {
            return desk.refuse(strategyId, entry, reason == RejectReason.NONE ? RejectReason.MAX_OPEN_ORDERS : reason);
        }
        final Instrument instrument = entry.instrument();
        final TimeInForce time = entry.timeInForce();
        group.exitSide = entry.side().opposite();
        group.first.price = stopPrice;
        group.second.price = targetPrice;
        group.entryOrderId = open(group, OrderGroup.ENTRY_ROLE, entry, OrderPurpose.STRATEGY);
        if (targetPrice != 0) {
            target.limit(instrument, group.exitSide, entry.quantity(), targetPrice, time);
            openExit(group, group.second, target, entry);
        }
        if (stopPrice != 0) {
            stop.stop(instrument, group.exitSide, entry.quantity(), stopPrice, time);
            openExit(group, group.first, stop, entry);
        }
        send(group, group.entryOrderId, entry.quantity());
        return RejectReason.NONE;
    }

    private void openExit(
            final OrderGroup group, final OrderLeg leg, final OrderRequest exit, final OrderRequest entry) {
        exit.closing(entry.orderId()).contingentOn(entry.quantity());
        leg.orderId = open(group, leg.role, exit, leg.purpose());
    }

    private long open(final OrderGroup group, final int role, final OrderRequest request, final OrderPurpose purpose) {
        final Order order = desk.openMember(group.strategyId, request, purpose);
        orders.join(order, group.membership(role));
        return order.orderId();
    }

    private void send(final OrderGroup group, final long firstOrderId, final long quantity) {
        group.isNative = true;
        group.nativeQuantity = quantity;
        group.firstOrderId = firstOrderId;
        describe(group);
        desk.sendGroup(group.instrumentId, group.strategyId, terms);
    }

    /** Whether two orders are what venues take as one: a target and a stop, with everything else alike. */
    static boolean isTargetAndStop(final OrderRequest one, final OrderRequest other) {
        return one.type() == OrderType.LIMIT
                && (other.type() == OrderType.STOP || other.type() == OrderType.STOP_LIMIT)
                && one.side() == other.side()
                && one.timeInForce() == other.timeInForce()
                && one.terms().entryOrderId() == other.terms().entryOrderId();
    }

    /** Submits both or neither; they are {@link #isTargetAndStop}, in one order or the other. */
    RejectReason submitPair(final int strategyId, final OrderRequest first, final OrderRequest second) {
        final boolean targetFirst = first.type() == OrderType.LIMIT;
        second.contingentOn(first.quantity());
        RejectReason reason = desk.checkGroup(strategyId, second, 1);
        if (reason == RejectReason.NONE) {
            reason = desk.checkGroup(strategyId, first, 2);
        }
        final OrderGroup group = reason == RejectReason.NONE
                ? book.open(false, strategyId, first.instrument().id())
                : null;
        if (group == null) {
            second.standingAlone();
            return desk.refuse(strategyId, first, reason == RejectReason.NONE ? RejectReason.MAX_OPEN_ORDERS : reason);
        }
        group.exitSide = first.side();
        group.quantity = first.quantity();
        if (targetFirst) {
            group.first.orderId = open(group, OrderGroup.FIRST_ROLE, first, OrderPurpose.STRATEGY);
        }
        group.second.orderId = open(group, OrderGroup.SECOND_ROLE, second, OrderPurpose.STRATEGY);
        if (!targetFirst) {
            group.first.orderId = open(group, OrderGroup.FIRST_ROLE, first, OrderPurpose.STRATEGY);
        }
        second.standingAlone();
        send(group, Math.min(group.first.orderId, group.second.orderId), group.quantity);
        return RejectReason.NONE;
    }

    /** Says again, from its orders, what the group was placed as. */
    private void describe(final OrderGroup group) {
        final Order first = orders.find(group.firstOrderId);
        if (group.isBracket) {
            terms.entry(first.orderId(), first.terms());
        } else {
            terms.exits(
                    first.orderId(),
                    first.side(),
                    first.timeInForce(),
                    first.quantity(),
                    first.terms().entryOrderId());
        }
        for (long orderId = group.firstOrderId; isMember(group, orderId); orderId++) {
            describe(orders.find(orderId));
        }
    }

    private void describe(final Order exit) {
        if (GroupBook.role(exit) == OrderGroup.ENTRY_ROLE) {
            return;
        }
        if (exit.type() == OrderType.LIMIT) {
            terms.target(exit.limitPrice());
        } else {
            terms.stop(exit.terms().stopPrice(), exit.limitPrice());
        }
    }

    private boolean isMember(final OrderGroup group, final long orderId) {
        final Order order = orders.find(orderId);
        return order != null && book.of(order) == group && GroupBook.role(order) != OrderGroup.CLOSING_ROLE;
    }

    /** By which order the venue is to be asked for one: of a group that it keeps, by the first, whose name it knows. */
    long askedBy(final Order order) {
        return book.isNative(order) ? book.of(order).firstOrderId : order.orderId();
    }

    /** Sends once more a group whose first order the venue is known not to have been asked for. Returns false for any other order. */
    boolean repeat(final Order order) {
        final OrderGroup group = book.of(order);
        if (group == null || !group.isNative || order.orderId() != group.firstOrderId || !order.isSubmitUnanswered()) {
            return false;
        }
        describe(group);
        for (int i = 1; i < terms.count(); i++) {
            orders.repeated(orders.find(order.orderId() + i), true);
        }
        desk.sendGroup(group.instrumentId, group.strategyId, terms);
        return true;
    }

    /**
     * A member of a group that the venue keeps has changed.
     *
     * @return false if from now on the engine has to make it.
     */
    boolean keeps(final OrderGroup group) {
        final Order entry = group.isBracket ? orders.find(group.entryOrderId) : null;
        final boolean isEntering = entry != null && entry.isOpen();
        if (!isEntering) {
            refuseUnseen(group, entry);
            counts(group.first.hasOrder() ? group.first : group.second);
            release(group, entry);
        }
        group.unprotected = group.isBracket
                && group.left() > 0
                && group.first.price > 0
                && !group.first.givenUp
                && (isEntering || !group.first.hasOrder());
        return group.isNative;
    }

    /** What the venue said of the first order, before it showed another, holds of all. */
    private void refuseUnseen(final OrderGroup group, final Order entry) {
        final Order first = entry == null ? orders.find(group.firstOrderId) : entry;
        if (first != null && first.state() == OrderState.REJECTED && first.filledQuantity() == 0) {
            desk.endUnseen(group.first.order(orders), first.rejectReason());
            desk.endUnseen(group.second.order(orders), first.rejectReason());
        }
    }

    /** Its entry has ended, so that this exit is what may trade. */
    private void counts(final OrderLeg leg) {
        final Order order = leg.order(orders);
        if (order != null && order.isContingent()) {
            orders.standAlone(order);
        }
    }

    /** Takes back from the venue what it does not keep as it should be. */
    private void release(final OrderGroup group, final Order entry) {
        if (!group.isBracket) {
            group.isNative = group.first.hasOrder() || group.second.hasOrder();
        } else if (group.left() > 0 && isBroken(group)) {
            withdrawAll(group);
            if (!group.first.hasOrder() && !group.second.hasOrder()) {
                group.isNative = false;
                group.first.begin();
                group.second.begin();
            }
        } else if (group.left() == 0 && !knowsWhy(group, entry)) {
            withdrawAll(group);
        }
    }

    private static boolean isBroken(final OrderGroup group) {
        return group.quantity != group.nativeQuantity
                || group.first.price > 0 && !group.first.hasOrder()
                || group.second.price > 0 && !group.second.hasOrder();
    }

    /** Whether the venue cancels the rest by itself: an exit was filled, or there never was a position. */
    private static boolean knowsWhy(final OrderGroup group, final Order entry) {
        return group.first.filled + group.second.filled >= group.nativeQuantity
                || entry != null && entry.filledQuantity() == 0;
    }

    private void withdrawAll(final OrderGroup group) {
        withdraw(group.first);
        withdraw(group.second);
    }

    private void withdraw(final OrderLeg leg) {
        final Order order = leg.order(orders);
        if (order != null && order.isOpen()) {
            leg.withdraw(desk, order);
        }
    }
}
