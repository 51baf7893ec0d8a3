package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.util.Objects;

/** What a changed order is. Stateless. */
final class Replacement {
    private Replacement() {}

    /** The request of the new order; where nothing is said it is as before, what was filled included. */
    static OrderRequest of(final Order old, final ReplaceRequest change) {
        if (old.isByValue()) {
            throw Refusal.unprocessable("notional orders cannot be replaced");
        }
        if (change.quantity() != null && !old.asset().isCrypto() && !Numbers.isWhole(change.quantity())) {
            throw Refusal.unprocessable("qty of a replaced order must be whole");
        }
        final OrderRequest before = old.request();
        final BigDecimal quantity = or(change.quantity(), before.quantity());
        final TimeInForce time = or(change.timeInForce(), before.timeInForce());
        final OrderPrices prices = prices(old, change);
        if (quantity.compareTo(before.quantity()) == 0
                && time == before.timeInForce()
                && isSame(prices, old.prices())
                && change.clientOrderId() == null) {
            throw Refusal.forbidden("order parameters are not changed");
        }
        return new OrderRequest(
                before.symbol(),
                before.side(),
                before.type(),
                time,
                quantity,
                null,
                prices,
                before.extendedHours(),
                change.clientOrderId(),
                before.orderClass(),
                null,
                null,
                null,
                before.positionIntent());
    }

    private static OrderPrices prices(final Order old, final ReplaceRequest change) {
        final OrderPrices before = old.prices();
        if (change.trail() != null && old.type() != OrderType.TRAILING_STOP) {
            throw Refusal.unprocessable(old.type().wireName() + " orders have no trail");
        }
        final boolean isTrailing = old.type() == OrderType.TRAILING_STOP;
        return new OrderPrices(
                or(change.limit(), old.type().hasLimit() ? before.limit() : null),
                or(change.stop(), isTrailing ? null : before.stop()),
                before.trailPrice() == null ? null : or(change.trail(), before.trailPrice()),
                before.trailPercent() == null ? null : or(change.trail(), before.trailPercent()));
    }

    private static boolean isSame(final OrderPrices prices, final OrderPrices others) {
        return isSame(prices.limit(), others.limit())
                && isSame(prices.trailPrice(), others.trailPrice())
                && isSame(prices.trailPercent(), others.trailPercent())
                && (prices.stop() == null || isSame(prices.stop(), others.stop()));
    }

    private static boolean isSame(final BigDecimal value, final BigDecimal other) {
        return value == null || other == null ? Objects.equals(value, other) : value.compareTo(other) == 0;
    }

    private static <T> T or(final T value, final T otherwise) {
        return value == null ? otherwise : value;
    }

    /** A plain market order. */
    static OrderRequest market(
            final String symbol, final Side side, final BigDecimal quantity, final TimeInForce timeInForce) {
        return new OrderRequest(
                symbol,
                side,
                OrderType.MARKET,
                timeInForce,
                quantity,
                null,
                OrderPrices.NONE,
                false,
                null,
                OrderClass.SIMPLE,
                null,
                null,
                null,
                null);
    }
}
