package reprise.order;

import java.util.BitSet;
import reprise.market.Instruments;
import reprise.state.StateExchange;

/**
 * All open orders and the most recently ended ones, for fills that come late. Fixed capacity, allocated up front; iterates in the order
 * of submission; part of replayed state.
 */
public final class Orders {
    /** How many ended orders are remembered. */
    public static final int ENDED_ORDERS_KEPT = 1024;

    private final OrderPool pool;
    private final OpenOrders open;
    private final EndedOrders ended = new EndedOrders(ENDED_ORDERS_KEPT);
    private final StateCounts counts = new StateCounts();
    private final OpenQuantities openQuantities = new OpenQuantities();

    /**
     * An empty book of orders.
     *
     * @param maxOpenOrders the most orders that may be open at once.
     */
    public Orders(final int maxOpenOrders) {
        open = new OpenOrders(maxOpenOrders);
        pool = new OrderPool(maxOpenOrders + ENDED_ORDERS_KEPT);
    }

    /** Says why a new order is sent; until now it was its strategy's wish. */
    public void sentFor(final Order order, final OrderPurpose purpose) {
        order.sentFor(purpose);
    }

    /**
     * A request becomes an order.
     *
     * @param orderId its id.
     * @param strategyId whose order it is.
     * @param request what was asked for.
     * @param timeNs engine time.
     * @return the order, in state PENDING_NEW.
     */
    public Order open(final long orderId, final int strategyId, final OrderRequest request, final long timeNs) {
        if (open.count() == open.capacity()) {
            throw new IllegalStateException(
                    "too many open orders: capacity=" + open.capacity() + ", orderId=" + orderId);
        }
        final Order order = pool.take();
        order.open(orderId, strategyId, request, timeNs);
        pool.named(order);
        open.add(order);
        settled(order, true);
        return order;
    }

    /**
     * An order of ours.
     *
     * @param orderId an id.
     * @return the order, or null if it is neither open nor recently ended.
     */
    public Order find(final long orderId) {
        return pool.find(orderId);
    }

    /** How many orders are open. */
    public int openCount() {
        return open.count();
    }

    /** How many orders may be open at once. */
    public int maxOpenOrders() {
        return open.capacity();
    }

    /**
     * An open order.
     *
     * @param index 0 for the oldest, below {@link #openCount()}; changes whenever an order ends.
     * @return the order.
     */
    public Order openAt(final int index) {
        return open.at(index);
    }

    /**
     * What may still trade on one side of an instrument, in the worst case.
     *
     * @param instrumentId dense instrument id.
     * @param side of the orders.
     * @return sum of the exposed quantities.
     */
    public long openQuantity(final int instrumentId, final Side side) {
        return openQuantities.get(instrumentId, side);
    }

    /** How many orders are in the states that somebody must look after; read only. */
    public StateCounts counts() {
        return counts;
    }

    /**
     * What may still trade of one strategy's orders on one side of an instrument, in the worst case.
     *
     * @param strategyId whose orders.
     * @param instrumentId dense instrument id.
     * @param side of the orders.
     * @return sum of the exposed quantities.
     */
    public long openQuantity(final int strategyId, final int instrumentId, final Side side) {
        return openQuantities.get(strategyId, instrumentId, side);
    }

    /** What the open orders to buy an instrument may still cost, without fees: the sum of their exposed values. */
    public long openBuyValue(final int instrumentId) {
        return openQuantities.buyValue(instrumentId);
    }

    /** Adds the ids of the instruments of which anything may still trade, so that a sum over orders need not visit every instrument. */
    public void addOpenInstruments(final BitSet set) {
        set.or(openQuantities.instruments());
    }

    /**
     * Names who is told when what may still trade has changed.
     *
     * @param listener the only one.
     */
    public void listener(final OpenQuantityListener listener) {
        openQuantities.listener(listener);
    }

    /**
     * The venue works the order.
     *
     * @param order it is about.
     * @return whether that is news.
     */
    public boolean accept(final Order order) {
        return settled(order, order.life().accept());
    }

    /**
     * The venue does not work the order; what has traded of it stays.
     *
     * @param order it is about.
     * @param reason why.
     * @return whether that is news.
     */
    public boolean reject(final Order order, final RejectReason reason) {
        return settled(order, order.life().reject(reason));
    }

    /**
     * A part of the order traded, early, in time or late.
     *
     * @param order it is about.
     * @param quantity of this fill, positive.
     * @param notional of this fill, positive money.
     * @param fee of this fill, money.
     */
    public void fill(final Order order, final long quantity, final long notional, final long fee) {
        order.life().fill(quantity, notional, fee);
        settled(order, true);
    }

    /**
     * A fill was taken back. The quantity is not worked again.
     *
     * @param order it is about.
     * @param quantity of the fill, positive.
     * @param notional of the fill, positive money.
     * @param fee of the fill, money.
     * @param wasBooked whether the fill had been seen; one that comes after its reversal never is.
     */
    public void bust(
            final Order order, final long quantity, final long notional, final long fee, final boolean wasBooked) {
        order.life().bust(quantity, notional, fee, wasBooked);
        settled(order, true);
    }

    /**
     * The order ended without trading all of its quantity.
     *
     * @param order it is about.
     * @param endState CANCELED or EXPIRED.
     * @return whether that is news.
     */
    public boolean end(final Order order, final OrderState endState) {
        return settled(order, order.life().end(endState));
    }

    /**
     * We ask the venue to cancel the order.
     *
     * @param order an open order that a venue should know of.
     */
    public void requestCancel(final Order order) {
        order.life().requestCancel();
        settled(order, true);
    }

    /**
     * We ask the venue to replace the order.
     *
     * @param order a working order.
     * @param quantity the new total quantity.
     * @param limitPrice the new limit.
     * @param stopPrice the new stop.
     */
    public void requestReplace(final Order order, final long quantity, final long limitPrice, final long stopPrice) {
        order.life().requestReplace(quantity, limitPrice, stopPrice);
        settled(order, true);
    }

    /**
     * The venue replaced the order.
     *
     * @param order it is about.
     * @param quantity the new total quantity.
     * @param limitPrice the new limit.
     * @param stopPrice the new stop.
     * @return whether that is news.
     */
    public boolean replaced(final Order order, final long quantity, final long limitPrice, final long stopPrice) {
        return settled(order, order.life().replaced(quantity, limitPrice, stopPrice));
    }

    /**
     * The venue says what the amount of an order comes to.
     *
     * @param order it is about.
     * @param quantity of which the order is from now on.
     * @return whether that is news.
     */
    public boolean restated(final Order order, final long quantity) {
        return settled(order, order.life().restated(quantity));
    }

    /**
     * The venue did not do what we asked.
     *
     * @param order it is about.
     * @param pending PENDING_CANCEL or PENDING_REPLACE, what was asked.
     * @param reason why not.
     * @return whether that is news.
     */
    public boolean requestRefused(final Order order, final OrderState pending, final RejectReason reason) {
        return settled(
                order,
                pending == OrderState.PENDING_CANCEL
                        ? order.life().cancelRefused(reason)
                        : order.life().replaceRefused(reason));
    }

    /** Nobody knows whether the requests that are unanswered arrived. Returns whether the order has become UNKNOWN by that. */
    public boolean doubt(final Order order) {
        return settled(order, order.life().doubt());
    }

    /** The venue was asked what became of an order of unknown outcome. */
    public void queried(final Order order) {
        order.life().queried();
    }

    /**
     * The venue, asked, works the order: what was in doubt did not happen unless it shows in the terms.
     *
     * @param order it is about.
     * @param quantity the total quantity.
     * @param limitPrice the limit; 0 for none.
     * @return whether that is news.
     */
    public boolean reportedWorking(final Order order, final long quantity, final long limitPrice) {
        return settled(order, order.life().reportedWorking(quantity, limitPrice));
    }

    /** The stop of an order was reached at the venue. Returns whether that is news. */
    public boolean triggered(final Order order) {
        return settled(order, order.life().triggeredAtVenue());
    }

    /**
     * The stop of a held order was reached: it goes out as soon as its venue is there.
     *
     * @param order in state HELD.
     */
    public void trigger(final Order order) {
        order.life().trigger();
    }

    /**
     * An order that the engine held is sent.
     *
     * @param order in state HELD.
     */
    public void release(final Order order) {
        order.life().release();
        settled(order, true);
    }

    /**
     * The stop of an order that the engine holds follows the market.
     *
     * @param order in state HELD.
     * @param stopPrice from now on.
     */
    public void trailTo(final Order order, final long stopPrice) {
        order.life().trailTo(stopPrice);
    }

    /**
     * New terms of an order that the engine holds.
     *
     * @param order in state HELD.
     * @param quantity the new quantity.
     * @param limitPrice the new limit.
     * @param stopPrice the new stop, by which it is valued where it has no limit.
     * @param trailDistance the new distance.
     */
    public void changeHeld(
            final Order order,
            final long quantity,
            final long limitPrice,
            final long stopPrice,
            final long trailDistance) {
        order.life().changeHeld(quantity, limitPrice, stopPrice, trailDistance);
        order.valuationPrice = limitPrice != 0 ? limitPrice : stopPrice;
        settled(order, true);
    }

    /** The process that asked, at some time, is gone, so what has no answer is in doubt. Returns whether there is such a thing. */
    public boolean resume(final Order order, final long askedNs) {
        return settled(order, order.life().resume(askedNs));
    }

    /** What was in doubt never left and is asked for once more; a replacement only if it is fresh. */
    public void repeated(final Order order, final boolean isFresh) {
        order.life().repeated(isFresh);
        settled(order, true);
    }

    /**
     * Sets until when an answer is awaited.
     *
     * @param order an open order.
     * @param deadlineNs nanoseconds since the epoch.
     */
    public void awaitUntil(final Order order, final long deadlineNs) {
        order.deadlineNs(deadlineNs);
    }

    /** Makes a new order a member of a group, by the group's number. */
    public void join(final Order order, final long group) {
        order.join(group);
    }

    /** The order that this one was contingent on has ended: from now on it counts, open or not. */
    public void standAlone(final Order order) {
        order.contingent(false);
        settled(order, true);
    }

    /** Brings the sums up to date with one order, and moves it to the ended ones when it has ended. */
    private boolean settled(final Order order, final boolean news) {
        openQuantities.update(order);
        final OrderState before = order.countedState;
        final OrderState now = order.state();
        if (before != now) {
            counts.moved(before, now);
            order.countedState = now;
            if (!now.isOpen() && (before == null || before.isOpen())) {
                open.remove(order);
                pool.giveBack(ended.add(order));
            }
        }
        return news;
    }

    /**
     * Carries all orders out or back in, as every owner of replayed state does.
     *
     * @param state takes each field and gives its value from now on.
     * @param instruments that orders trade, restored already.
     */
    public void exchange(final StateExchange state, final Instruments instruments) {
        open.exchange(state, pool, instruments);
        ended.exchange(state, pool, instruments);
        for (int i = 0; state.isRestoring() && i < open.count(); i++) {
            counts.moved(null, open.at(i).state());
            openQuantities.count(open.at(i));
        }
    }
}
