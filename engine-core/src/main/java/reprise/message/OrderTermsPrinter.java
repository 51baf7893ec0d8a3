package reprise.message;

import reprise.number.Money;
import reprise.order.OrderIds;
import reprise.order.OrderTerms;

/** Terms of an order as readable fields; what an order does not have is left out. Allocates. */
final class OrderTermsPrinter {
    private OrderTermsPrinter() {}

    static void print(
            final FieldWriter fields, final OrderTerms terms, final int priceDecimals, final int quantityDecimals) {
        fields.text("side", terms.side().name());
        fields.text("orderType", terms.type().name());
        fields.text("timeInForce", terms.timeInForce().name());
        fields.decimal("quantity", terms.quantity(), quantityDecimals);
        fields.decimal("limitPrice", terms.limitPrice(), priceDecimals);
        if (terms.stopPrice() != 0) {
            fields.decimal("stopPrice", terms.stopPrice(), priceDecimals);
        }
        if (terms.trailDistance() != 0) {
            fields.decimal("trailDistance", terms.trailDistance(), priceDecimals);
        }
        if (terms.entryOrderId() != OrderIds.NULL_ORDER_ID) {
            fields.text("entryOrderId", OrderIds.format(terms.entryOrderId()));
        }
        if (terms.cashOrderQty() != 0) {
            fields.decimal("cashOrderQty", terms.cashOrderQty(), Money.DECIMALS);
        }
    }
}
