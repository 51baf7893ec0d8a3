package reprise.core;

import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.order.OrderRequest;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;

/**
 * Whether a request makes sense in itself: its type and time in force go together, its venue has them or the engine can stand in, its
 * prices are there, on tick and on the right side of the market.
 *
 * <pre>
 *   type            where the venue lacks it               times in force
 *   MARKET          refused                                all; DAY and GTC mean the same, so no venue needs to have them
 *   LIMIT           refused                                all that the venue has
 *   STOP            held by the engine, sent as MARKET     DAY, GTC
 *   STOP_LIMIT      held by the engine, sent as LIMIT      DAY, GTC
 *   TRAILING_STOP   held by the engine, sent as MARKET     DAY, GTC
 *   LIMIT_MAKER     refused, never a plain limit order     DAY, GTC
 * </pre>
 *
 * <p>Of an amount of money there are market orders to buy, where the venue takes amounts.
 *
 * <p>IOC and FOK are not stood in for: a cancel that follows a limit order is neither immediate nor certain. Pure but for the request.
 */
final class OrderRules {
    private OrderRules() {}

    /** Checks, and marks what the engine has to hold. */
    static RejectReason check(final OrderRequest request) {
        final RejectReason reason = checkKind(request);
        return reason == RejectReason.NONE ? checkPrices(request) : reason;
    }

    private static RejectReason checkKind(final OrderRequest request) {
        final InstrumentDefinition definition = request.instrument().definition();
        final OrderType type = request.type();
        if (request.terms().cashOrderQty() != 0 && !canBeOfAnAmount(request)) {
            return RejectReason.ORDER_TYPE_NOT_SUPPORTED;
        }
        if (!hasTimeInForce(definition, type, request.timeInForce())) {
            return RejectReason.TIME_IN_FORCE_NOT_SUPPORTED;
        }
        if (has(definition.orderTypes(), type.ordinal()) && !request.isHeldByEngine()) {
            return RejectReason.NONE;
        }
        if (!type.isStop() || !has(definition.orderTypes(), type.triggered().ordinal())) {
            return RejectReason.ORDER_TYPE_NOT_SUPPORTED;
        }
        request.heldByEngine();
        return RejectReason.NONE;
    }

    private static boolean canBeOfAnAmount(final OrderRequest request) {
        return request.instrument().definition().takesAmounts()
                && request.side() == Side.BUY
                && request.type() == OrderType.MARKET
                && !request.isContingent();
    }

    private static boolean hasTimeInForce(
            final InstrumentDefinition definition, final OrderType type, final TimeInForce timeInForce) {
        final boolean lasting = timeInForce == TimeInForce.DAY || timeInForce == TimeInForce.GTC;
        if (type == OrderType.MARKET && lasting) {
            return true;
        }
        final boolean fits = lasting || type == OrderType.MARKET || type == OrderType.LIMIT;
        return fits && has(definition.timesInForce(), timeInForce.ordinal());
    }

    private static boolean has(final int bits, final int ordinal) {
        return (bits >>> ordinal & 1) != 0;
    }

    private static RejectReason checkPrices(final OrderRequest request) {
        if (request.type().hasLimit() && !request.instrument().isOnTick(request.limitPrice())) {
            return RejectReason.PRICE_NOT_ON_TICK;
        }
        if (!request.type().isStop()) {
            return RejectReason.NONE;
        }
        final long price = TriggerPrices.of(request.instrument(), request.side());
        if (price <= 0) {
            return RejectReason.NO_MARKET_PRICE;
        }
        return request.type() == OrderType.TRAILING_STOP ? checkTrail(request, price) : checkStop(request, price);
    }

    /** A stop that the market has reached already was meant otherwise. */
    private static RejectReason checkStop(final OrderRequest request, final long price) {
        final long stopPrice = request.terms().stopPrice();
        return request.instrument().isOnTick(stopPrice) && !TriggerPrices.isReached(request.side(), stopPrice, price)
                ? RejectReason.NONE
                : RejectReason.BAD_STOP_PRICE;
    }

    /** Trailing begins at the present price; what the engine holds needs to know where that puts the stop. */
    private static RejectReason checkTrail(final OrderRequest request, final long price) {
        final Instrument instrument = request.instrument();
        final long distance = request.terms().trailDistance();
        final long stopPrice = price + request.side().sign() * distance;
        if (!instrument.isOnTick(distance) || stopPrice <= 0) {
            return RejectReason.BAD_STOP_PRICE;
        }
        request.terms().stopPrice(request.isHeldByEngine() ? stopPrice : 0);
        return RejectReason.NONE;
    }
}
