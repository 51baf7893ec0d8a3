package reprise.simulation.alpaca.account;

import reprise.simulation.alpaca.market.Asset;

/** Refuses orders that could trade with one of our own. Stateless but for the orders. */
final class WashTrades {
    private final Orders orders;

    WashTrades(final Orders orders) {
        this.orders = orders;
    }

    /** Checks a request against open orders of the other side; the one that it replaces does not count. */
    void check(final OrderRequest request, final Asset asset) {
        orders.open(asset, request.side().opposite())
                .filter(order -> order.status() != OrderStatus.HELD)
                .filter(order -> couldCross(request, order))
                .findFirst()
                .ifPresent(order -> {
                    throw Refusal.forbidden("potential wash trade detected. use complex orders")
                            .with("existing_order_id", order.id().toString())
                            .with(
                                    "reject_reason",
                                    "opposite side " + order.type().wireName() + " order exists");
                });
    }

    /** An order without a limit could trade at any price. */
    private static boolean couldCross(final OrderRequest request, final Order order) {
        if (request.type() != OrderType.LIMIT || order.type() != OrderType.LIMIT) {
            return true;
        }
        return request.prices().limit().subtract(order.prices().limit()).signum()
                        * request.side().sign()
                >= 0;
    }
}
