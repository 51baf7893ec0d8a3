package reprise.message;

import reprise.order.GroupTerms;
import reprise.order.OrderIds;
import reprise.order.OrderTerms;

/** Turns what a core says into named, readable fields. For people and exports; allocates. */
public final class CommandPrinter extends DecisionPrinter implements EngineOutput {
    /**
     * A printer.
     *
     * @param fields receives what is printed.
     * @param scales knows the instruments that were defined so far.
     */
    public CommandPrinter(final FieldWriter fields, final InstrumentScales scales) {
        super(fields, scales);
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        scales.orderOf(orderId, instrumentId);
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.text("orderId", OrderIds.format(orderId));
        fields.text("instrument", scales.symbol(instrumentId));
        fields.number("strategyId", strategyId);
        OrderTermsPrinter.print(fields, terms, priceDecimals, quantityDecimals);
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        submitOrder(orderId, instrumentId, strategyId, terms);
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        for (long id = group.firstOrderId(); id < group.firstOrderId() + group.count(); id++) {
            scales.orderOf(id, instrumentId);
        }
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.text("orderId", OrderIds.format(group.firstOrderId()));
        fields.text("instrument", scales.symbol(instrumentId));
        fields.number("strategyId", strategyId);
        if (group.hasEntry()) {
            OrderTermsPrinter.print(fields, group.entry(), priceDecimals, quantityDecimals);
        } else {
            fields.text("side", group.exitSide().name());
            fields.text("timeInForce", group.timeInForce().name());
            fields.decimal("quantity", group.quantity(), quantityDecimals);
        }
        if (group.targetPrice() != 0) {
            fields.text("targetOrderId", OrderIds.format(group.targetOrderId()));
            fields.decimal("targetPrice", group.targetPrice(), priceDecimals);
        }
        if (group.stopPrice() != 0) {
            fields.text("stopOrderId", OrderIds.format(group.stopOrderId()));
            // What triggers an entry has the name that orders have for it.
            fields.decimal("exitStopPrice", group.stopPrice(), priceDecimals);
        }
        if (group.stopLimitPrice() != 0) {
            fields.decimal("exitLimitPrice", group.stopLimitPrice(), priceDecimals);
        }
        if (!group.hasEntry() && group.closedOrderId() != OrderIds.NULL_ORDER_ID) {
            fields.text("entryOrderId", OrderIds.format(group.closedOrderId()));
        }
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.text("instrument", scales.symbol(instrumentId));
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.text("orderId", OrderIds.format(orderId));
        fields.text("instrument", scales.symbol(instrumentId));
        fields.number("revision", revision);
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("limitPrice", limitPrice, priceDecimals);
        fields.decimal("stopPrice", stopPrice, priceDecimals);
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.text("instrument", scales.symbol(instrumentId));
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        fields.number("venueId", venueId);
        fields.time("since", sinceNs);
    }
}
