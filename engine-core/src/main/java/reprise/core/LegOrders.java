package reprise.core;

import reprise.market.BracketStyle;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.portfolio.Portfolio;

/**
 * The orders by which the engine itself works the legs of a bracket. At a venue where an order to close reserves what it closes there is one at
 * a time: the stop, until the market is at the target; then, once the venue has let go of the stop, a market order. Owned by
 * {@link OrderGroups}; allocates nothing; holds no state.
 */
final class LegOrders {
    private final Instruments instruments;
    private final Orders orders;
    private final Portfolio portfolio;
    private final OrderDesk desk;
    private final OrderRequest request = new OrderRequest();

    LegOrders(final Instruments instruments, final Orders orders, final Portfolio portfolio, final OrderDesk desk) {
        this.instruments = instruments;
        this.orders = orders;
        this.portfolio = portfolio;
        this.desk = desk;
    }

    /** Whether the venue lets only one order close the position of a group. */
    boolean isReserving(final OrderGroup group) {
        return group.isBracket
                && instruments.get(group.instrumentId).definition().brackets() != BracketStyle.ENGINE;
    }

    /** Whether the position can be closed at the target now. */
    boolean isTargetReached(final OrderGroup group) {
        final Instrument instrument = instruments.get(group.instrumentId);
        final long price = instrument.quote().isSane()
                ? group.exitSide == Side.SELL
                        ? instrument.quote().bidPrice()
                        : instrument.quote().askPrice()
                : TriggerPrices.of(instrument, group.exitSide);
        return price > 0 && TriggerPrices.isReached(group.exitSide.opposite(), group.second.price, price);
    }

    /** Works a leg for what is left of the position, if there is any. */
    void submit(final OrderGroup group, final OrderLeg leg, final long left) {
        final Instrument instrument = instruments.get(group.instrumentId);
        final long held = portfolio.book(group.strategyId, group.instrumentId).quantity() * -group.exitSide.sign();
        if (held <= 0) {
            // Something else has closed the position: an exit would open one.
            return;
        }
        if (!desk.isOpenForBusiness(instrument)) {
            leg.waiting = true;
            return;
        }
        final long quantity = Math.min(left, held);
        if (leg == group.first) {
            stop(instrument, group.exitSide, quantity, leg);
        } else if (isReserving(group)) {
            request.market(instrument, group.exitSide, quantity, lasting(instrument));
        } else {
            request.limit(instrument, group.exitSide, quantity, leg.price, lasting(instrument));
        }
        final OrderLeg other = group.other(leg);
        if (other.hasOrder()) {
            request.contingentOn(Math.max(orders.find(other.orderId).exposedQuantity(), 1));
        }
        send(group, leg);
    }

    private void stop(final Instrument instrument, final Side side, final long quantity, final OrderLeg leg) {
        if (TriggerPrices.isReached(side, leg.price, TriggerPrices.of(instrument, side))) {
            request.market(instrument, side, quantity, lasting(instrument));
            return;
        }
        request.stop(instrument, side, quantity, leg.price, lasting(instrument));
        if (leg.attempts > 0) {
            request.heldByEngine();
        }
    }

    private static TimeInForce lasting(final Instrument instrument) {
        final boolean hasGtc = (instrument.definition().timesInForce() >>> TimeInForce.GTC.ordinal() & 1) != 0;
        return hasGtc ? TimeInForce.GTC : TimeInForce.DAY;
    }

    /** Takes back what both legs together traded too much. */
    void closeExcess(final OrderGroup group, final long excess) {
        final OrderLeg leg = group.closing;
        if (excess <= 0 || leg.hasOrder() || leg.waiting || leg.attempts >= OrderGroups.MAX_ATTEMPTS) {
            return;
        }
        final Instrument instrument = instruments.get(group.instrumentId);
        if (!desk.isOpenForBusiness(instrument)) {
            leg.waiting = true;
            return;
        }
        request.market(instrument, group.exitSide.opposite(), excess, lasting(instrument));
        send(group, leg);
    }

    private void send(final OrderGroup group, final OrderLeg leg) {
        if (desk.submit(group.strategyId, request.closing(group.entryOrderId), leg.purpose()) == RejectReason.NONE) {
            leg.orderId = request.orderId();
            leg.cancelled = false;
            orders.join(orders.find(leg.orderId), group.membership(leg.role));
        } else {
            leg.attempts++;
            leg.waiting = leg.attempts < OrderGroups.MAX_ATTEMPTS;
        }
    }
}
