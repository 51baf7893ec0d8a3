package reprise.core;

import reprise.market.BracketStyle;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.market.SplitRatio;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.portfolio.Portfolio;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * Brackets and one-cancels-other pairs. After every change of a member the group is brought to what it should be, whatever happened in
 * whatever order:
 *
 * <pre>
 *   left = what the entry filled (or the quantity of the pair) - what both legs filled + what was taken back of that
 *   left > 0: each leg works exactly that; left = 0: both are cancelled; left < 0: the excess is taken back
 * </pre>
 *
 * <p>The rules where a venue or a race gets in the way:
 * <ul>
 *   <li>Both legs filled, and together too much: if they trade the same way, the excess is closed by a market order at once; of a pair that
 *       trades both ways nothing is sent, since the fills offset each other already. The strategy hears of every fill.
 *   <li>A leg of a bracket that a venue rejects, expires or cancels by itself, or that the gate refuses, is tried again when the market moves
 *       on, three times in a row at most; a stop is held by the engine from the second time on, where no venue can reject it. A stop that is
 *       reached already goes out as a market order. As long as a held position has no open stop, the strategy may open nothing more in
 *       that instrument.
 *   <li>A leg that somebody else cancels (the strategy, the operator, a halt) is theirs from then on: it is not replaced.
 *   <li>A replacement that a venue refuses is not asked for again: the order is withdrawn and the leg submitted anew.
 *   <li>A pair's leg that ends without a fill leaves the other as it is.
 * </ul>
 *
 * <p>Groups that the venue keeps are left to it as long as they are what they were placed as: {@link NativeGroups}. Where the venue lets only
 * one order close a position, the legs of a bracket take turns: {@link LegOrders}.
 *
 * <p>Owned by the core; allocates nothing; part of replayed state.
 */
final class OrderGroups implements Snapshotable {
    static final int MAX_ATTEMPTS = 3;

    private final Orders orders;
    private final GroupBook book;
    private final OrderDesk desk;
    private final NativeGroups natives;
    private final LegOrders legs;

    OrderGroups(
            final Instruments instruments,
            final Orders orders,
            final Portfolio portfolio,
            final GroupBook book,
            final OrderDesk desk) {
        this.orders = orders;
        this.book = book;
        this.desk = desk;
        natives = new NativeGroups(orders, book, desk);
        legs = new LegOrders(instruments, orders, portfolio, desk);
    }

    /** Submits an entry whose fills will be protected by a stop and a target. */
    RejectReason submitBracket(
            final int strategyId, final OrderRequest entry, final long stopPrice, final long targetPrice) {
        final RejectReason bad = checkExits(entry, stopPrice, targetPrice);
        if (bad != RejectReason.NONE) {
            return desk.refuse(strategyId, entry, bad);
        }
        if (NativeGroups.areWanted(entry.instrument())) {
            return natives.submitBracket(strategyId, entry, stopPrice, targetPrice);
        }
        final OrderGroup group = book.open(true, strategyId, entry.instrument().id());
        if (group == null) {
            return desk.refuse(strategyId, entry, RejectReason.MAX_OPEN_ORDERS);
        }
        final RejectReason reason = desk.submit(strategyId, entry);
        if (reason == RejectReason.NONE) {
            group.entryOrderId = entry.orderId();
            group.exitSide = entry.side().opposite();
            group.first.price = stopPrice;
            group.second.price = targetPrice;
            join(group, OrderGroup.ENTRY_ROLE, entry.orderId());
        }
        return reason;
    }

    /** A price of 0 is for none; one of the two there must be. All of a group are of one quantity, so none of an amount. */
    private static RejectReason checkExits(final OrderRequest entry, final long stopPrice, final long targetPrice) {
        final Instrument instrument = entry.instrument();
        if (entry.terms().cashOrderQty() != 0) {
            return RejectReason.ORDER_TYPE_NOT_SUPPORTED;
        }
        if (targetPrice != 0 && !instrument.isOnTick(targetPrice)) {
            return RejectReason.PRICE_NOT_ON_TICK;
        }
        if (stopPrice != 0 ? !instrument.isOnTick(stopPrice) : targetPrice == 0) {
            return RejectReason.BAD_STOP_PRICE;
        }
        final long price = entry.valuationPrice();
        final int sign = entry.side().sign();
        final boolean ordered = price <= 0
                || (stopPrice == 0 || sign * stopPrice < sign * price)
                        && (targetPrice == 0 || sign * price < sign * targetPrice);
        return ordered ? RejectReason.NONE : RejectReason.BAD_STOP_PRICE;
    }

    /** Submits both or neither. */
    RejectReason submitPair(final int strategyId, final OrderRequest first, final OrderRequest second) {
        final boolean sameSide = first.side() == second.side();
        if (first.terms().cashOrderQty() != 0 || second.terms().cashOrderQty() != 0) {
            return desk.refuse(strategyId, first, RejectReason.ORDER_TYPE_NOT_SUPPORTED);
        }
        if (sameSide && first.instrument().definition().brackets() != BracketStyle.ENGINE) {
            return submitNativePair(strategyId, first, second);
        }
        final OrderGroup group = book.open(false, strategyId, first.instrument().id());
        if (group == null) {
            return desk.refuse(strategyId, first, RejectReason.MAX_OPEN_ORDERS);
        }
        if (sameSide) {
            second.contingentOn(first.quantity());
        }
        final RejectReason reason = submitBoth(strategyId, first, second);
        second.standingAlone();
        if (reason == RejectReason.NONE) {
            group.exitSide = first.side();
            group.sameSide = sameSide;
            group.quantity = first.quantity();
            group.first.orderId = first.orderId();
            group.second.orderId = second.orderId();
            join(group, OrderGroup.FIRST_ROLE, first.orderId());
            join(group, OrderGroup.SECOND_ROLE, second.orderId());
        }
        return reason;
    }

    /** Where an order to close reserves what it closes, the venue alone can let two of them stand instead of each other. */
    private RejectReason submitNativePair(final int strategyId, final OrderRequest first, final OrderRequest second) {
        final boolean fits = NativeGroups.isTargetAndStop(first, second) || NativeGroups.isTargetAndStop(second, first);
        return fits && NativeGroups.areWanted(first.instrument())
                ? natives.submitPair(strategyId, first, second)
                : desk.refuse(strategyId, first, RejectReason.ORDER_TYPE_NOT_SUPPORTED);
    }

    private RejectReason submitBoth(final int strategyId, final OrderRequest first, final OrderRequest second) {
        final RejectReason refusal = desk.check(strategyId, second);
        if (refusal != RejectReason.NONE) {
            return desk.refuse(strategyId, second, refusal);
        }
        final RejectReason reason = desk.submit(strategyId, first);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        final RejectReason late = desk.submit(strategyId, second);
        if (late != RejectReason.NONE) {
            desk.cancel(orders.find(first.orderId()));
        }
        return late;
    }

    private void join(final OrderGroup group, final int role, final long orderId) {
        orders.join(orders.find(orderId), group.membership(role));
    }

    /** A member traded, or with a negative quantity a fill was taken back. */
    void onFill(final Order order, final long quantity) {
        final OrderGroup group = book.of(order);
        if (group == null) {
            closedOutside(order, quantity);
            return;
        }
        if (GroupBook.role(order) == OrderGroup.ENTRY_ROLE) {
            group.quantity += quantity;
            // What there is to protect is another thing now, and so worth another try.
            group.first.attempts = 0;
            group.second.attempts = 0;
        } else {
            group.leg(GroupBook.role(order)).filled += quantity;
        }
    }

    /** An order that is no member, but names the entry as what it closes, leaves so much less to protect. */
    private void closedOutside(final Order order, final long quantity) {
        final long entryOrderId = order.terms().entryOrderId();
        for (int i = 0; entryOrderId != 0 && i < book.slotCount(); i++) {
            final OrderGroup group = book.slot(i);
            if (group.isBracket && group.entryOrderId == entryOrderId) {
                group.quantity -= quantity;
                adjust(group);
            }
        }
    }

    /** A member changed. */
    void onOrder(final Order order) {
        final OrderGroup group = book.of(order);
        if (group == null) {
            return;
        }
        final int role = GroupBook.role(order);
        if (role != OrderGroup.ENTRY_ROLE && !order.isOpen()) {
            final OrderLeg leg = group.leg(role);
            if (leg.orderId == order.orderId()) {
                ended(group, leg, order);
            }
        }
        adjust(group);
    }

    private void ended(final OrderGroup group, final OrderLeg leg, final Order order) {
        leg.orderId = 0;
        leg.renewing = false;
        if (order.state() == OrderState.FILLED || leg.cancelled) {
            leg.attempts = 0;
        } else if (order.isCancelAsked()) {
            leg.givenUp = true;
        } else {
            leg.attempts++;
            leg.waiting = true;
        }
        leg.cancelled = false;
        final OrderLeg other = group.other(leg);
        if (leg != group.closing && other.hasOrder()) {
            orders.standAlone(orders.find(other.orderId));
        }
    }

    /** A venue did not replace an order: it is to be withdrawn instead when next it is adjusted. */
    void replaceRejected(final Order order) {
        final OrderGroup group = book.of(order);
        if (group != null && GroupBook.role(order) != OrderGroup.ENTRY_ROLE && order.isOpen()) {
            group.leg(GroupBook.role(order)).renewing = true;
        }
    }

    /** The market moved on: what was refused before is tried again. */
    void onMarket(final int instrumentId) {
        for (int i = 0; book.isAnyWaiting() && i < book.slotCount(); i++) {
            final OrderGroup group = book.slot(i);
            if (group.isWaiting() && group.instrumentId == instrumentId) {
                group.first.waiting = false;
                group.second.waiting = false;
                group.closing.waiting = false;
                adjust(group);
            }
        }
    }

    /** An instrument was split: legs at the venue are taken back and, of a bracket, placed anew once the venue has let go of them. */
    void onSplit(final Instrument instrument, final SplitRatio ratio) {
        for (int i = 0; i < book.slotCount(); i++) {
            final OrderGroup group = book.slot(i);
            if (group.number > 0 && group.instrumentId == instrument.id()) {
                group.split(ratio, instrument.definition().tickSize());
                renew(group.first);
                renew(group.second);
                renew(group.closing);
            }
        }
    }

    private void renew(final OrderLeg leg) {
        final Order order = leg.hasOrder() ? orders.find(leg.orderId) : null;
        if (order != null && order.isOpen() && order.state() != OrderState.HELD) {
            leg.renewing = true;
            leg.withdraw(desk, order);
        }
    }

    private void adjust(final OrderGroup group) {
        if (!group.isNative || !natives.keeps(group)) {
            adjustLegs(group, Math.max(group.left(), 0));
        }
        if (group.sameSide) {
            legs.closeExcess(group, -group.left());
        }
        book.settle(group);
    }

    private void adjustLegs(final OrderGroup group, final long left) {
        if (left > 0 && group.second.price > 0 && legs.isReserving(group)) {
            takeTurns(group, left);
        } else {
            adjust(group, group.first, left);
            adjust(group, group.second, left);
            group.awaitsTarget = false;
        }
        group.unprotected =
                group.isBracket && left > 0 && group.first.price > 0 && !group.first.givenUp && !group.first.hasOrder();
    }

    /** The stop rests at the venue until the market is at the target; then it makes room for that. */
    private void takeTurns(final OrderGroup group, final long left) {
        final OrderLeg target = group.second;
        final boolean isReached = legs.isTargetReached(group);
        target.attempts = isReached ? target.attempts : 0;
        final boolean isTargetsTurn =
                target.hasOrder() || isReached && !target.givenUp && target.attempts < MAX_ATTEMPTS;
        if (!isTargetsTurn) {
            adjust(group, group.first, left);
        } else if (group.first.hasOrder()) {
            group.first.withdraw(desk, orders.find(group.first.orderId));
        } else {
            adjust(group, target, left);
        }
        group.awaitsTarget = !target.hasOrder() && !target.givenUp;
    }

    private void adjust(final OrderGroup group, final OrderLeg leg, final long left) {
        if (!leg.hasOrder()) {
            if (left > 0
                    && group.isBracket
                    && leg.price > 0
                    && !leg.givenUp
                    && !leg.waiting
                    && leg.attempts < MAX_ATTEMPTS) {
                legs.submit(group, leg, left);
            }
            return;
        }
        final Order order = orders.find(leg.orderId);
        final long quantity = order.filledQuantity() + order.bustedQuantity() + left;
        if (left == 0 || leg.renewing && quantity != order.quantity()) {
            leg.withdraw(desk, order);
        } else if (quantity != order.quantity() && isQuiet(order.state())) {
            final boolean refused = desk.resize(order, quantity) != RejectReason.NONE;
            if (refused && quantity < order.quantity()) {
                leg.withdraw(desk, order);
            }
        }
    }

    private static boolean isQuiet(final OrderState state) {
        return state == OrderState.NEW || state == OrderState.PARTIALLY_FILLED || state == OrderState.HELD;
    }

    /** By which order the venue is to be asked for one. */
    long askedBy(final Order order) {
        return natives.askedBy(order);
    }

    /** Sends once more a group that never left; returns false if the order is not the first of one. */
    boolean repeat(final Order order) {
        return natives.repeat(order);
    }

    @Override
    public void exchange(final StateExchange state) {
        book.exchange(state);
    }
}
