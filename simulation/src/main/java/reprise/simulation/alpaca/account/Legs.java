package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The exits that a request brings along. Stateless. */
final class Legs {
    private Legs() {}

    /** Of an oco the target is the order itself. */
    static List<OrderRequest> of(final OrderRequest request) {
        final List<OrderRequest> legs = new ArrayList<>();
        final boolean isOco = request.orderClass() == OrderClass.OCO;
        final Side exit = isOco ? request.side() : request.side().opposite();
        if (request.takeProfit() != null && !isOco) {
            legs.add(leg(request, exit, OrderType.LIMIT, OrderPrices.limit(request.takeProfit())));
        }
        if (request.stopLoss() != null) {
            final BigDecimal limit = request.stopLossLimit();
            legs.add(leg(
                    request,
                    exit,
                    limit == null ? OrderType.STOP : OrderType.STOP_LIMIT,
                    OrderPrices.stop(request.stopLoss(), limit)));
        }
        return legs;
    }

    private static OrderRequest leg(
            final OrderRequest request, final Side side, final OrderType type, final OrderPrices prices) {
        return new OrderRequest(
                request.symbol(),
                side,
                type,
                request.timeInForce(),
                request.quantity(),
                null,
                prices,
                false,
                null,
                request.orderClass(),
                null,
                null,
                null,
                null);
    }
}
