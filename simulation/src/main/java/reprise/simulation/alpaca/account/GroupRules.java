package reprise.simulation.alpaca.account;

import java.math.BigDecimal;

/** What a bracket, an oco or an oto must have. Stateless; refuses with an exception. */
final class GroupRules {
    private GroupRules() {}

    /** Checks a request against the last price, which is null if there is none. */
    static void check(final OrderRequest request, final BigDecimal lastPrice) {
        if (request.orderClass() == OrderClass.SIMPLE) {
            if (request.takeProfit() != null || request.stopLoss() != null) {
                throw Refusal.unprocessable("simple orders have neither take_profit nor stop_loss");
            }
            return;
        }
        if (request.timeInForce() != TimeInForce.DAY && request.timeInForce() != TimeInForce.GTC) {
            throw Refusal.unprocessable("complex orders must be day or gtc");
        }
        if (request.extendedHours()) {
            throw Refusal.unprocessable("complex orders have no extended hours");
        }
        checkExits(request);
        checkOrderOfPrices(request, lastPrice);
    }

    private static void checkExits(final OrderRequest request) {
        final boolean both = request.takeProfit() != null && request.stopLoss() != null;
        final boolean one = request.takeProfit() != null ^ request.stopLoss() != null;
        switch (request.orderClass()) {
            case BRACKET -> require(both, "bracket orders require take_profit.limit_price and stop_loss.stop_price");
            case OCO -> {
                require(both, "oco orders require take_profit.limit_price and stop_loss.stop_price");
                require(request.type() == OrderType.LIMIT, "oco orders must be limit orders");
            }
            default -> require(one, "oto orders require one of take_profit and stop_loss");
        }
    }

    private static void checkOrderOfPrices(final OrderRequest request, final BigDecimal lastPrice) {
        // The exits of a buy sell: the target lies above the stop. An oco is itself the exit.
        final int sign = request.orderClass() == OrderClass.OCO
                ? -request.side().sign()
                : request.side().sign();
        if (request.takeProfit() != null && request.stopLoss() != null) {
            require(
                    request.takeProfit().subtract(request.stopLoss()).signum() == sign,
                    "take_profit.limit_price must be " + (sign > 0 ? "above" : "below") + " stop_loss.stop_price");
        }
        final BigDecimal base = request.prices().limit() == null || request.orderClass() == OrderClass.OCO
                ? lastPrice
                : request.prices().limit();
        if (request.stopLoss() != null && base != null) {
            final BigDecimal distance = base.subtract(request.stopLoss()).multiply(BigDecimal.valueOf(sign));
            require(
                    distance.compareTo(OrderRules.cent()) >= 0,
                    "stop_loss.stop_price must be at least 0.01 " + (sign > 0 ? "below" : "above") + " the base price");
        }
    }

    private static void require(final boolean condition, final String message) {
        if (!condition) {
            throw Refusal.unprocessable(message);
        }
    }
}
