package reprise.message;

import reprise.order.OrderIds;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/**
 * Turns a command into named, readable fields. For people and exports; allocates.
 */
public final class CommandPrinter implements EngineCommands {
    private final FieldWriter fields;
    private final InstrumentScales scales;

    /**
     * A printer.
     *
     * @param fields receives what is printed.
     * @param scales knows the instruments that were defined so far.
     */
    public CommandPrinter(final FieldWriter fields, final InstrumentScales scales) {
        this.fields = fields;
        this.scales = scales;
    }

    @Override
    public void submitOrder(
            final long orderId,
            final int instrumentId,
            final int strategyId,
            final Side side,
            final OrderType orderType,
            final TimeInForce timeInForce,
            final long quantity,
            final long limitPrice) {
        scales.orderOf(orderId, instrumentId);
        final int instrument = instrumentId;
        final int priceDecimals = scales.priceDecimals(instrument);
        final int quantityDecimals = scales.quantityDecimals(instrument);
        fields.text("orderId", OrderIds.format(orderId));
        fields.text("instrument", scales.symbol(instrumentId));
        fields.number("strategyId", strategyId);
        fields.text("side", side.name());
        fields.text("orderType", orderType.name());
        fields.text("timeInForce", timeInForce.name());
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("limitPrice", limitPrice, priceDecimals);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.text("instrument", scales.symbol(instrumentId));
    }

    @Override
    public void replaceOrder(final long orderId, final int instrumentId, final long quantity, final long limitPrice) {
        final int instrument = instrumentId;
        final int priceDecimals = scales.priceDecimals(instrument);
        final int quantityDecimals = scales.quantityDecimals(instrument);
        fields.text("orderId", OrderIds.format(orderId));
        fields.text("instrument", scales.symbol(instrumentId));
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("limitPrice", limitPrice, priceDecimals);
    }

    @Override
    public void requestReconciliation(final int venueId) {
        fields.number("venueId", venueId);
    }
}
