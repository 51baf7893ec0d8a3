package reprise.message;

import reprise.number.Money;
import reprise.order.OrderIds;
import reprise.order.OrderTerms;
import reprise.order.Side;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/** Turns an event into named, readable fields: times as ISO text, prices and quantities with their decimal point, instruments by symbol.
 * For people and exports; allocates. */
public final class EventPrinter extends OrderReportPrinter implements EngineEvents {
    /**
     * A printer.
     *
     * @param fields receives what is printed.
     * @param scales knows the instruments that were defined so far.
     */
    public EventPrinter(final FieldWriter fields, final InstrumentScales scales) {
        super(fields, scales);
    }

    @Override
    public void onVenueConnected(final int venueId) {
        fields.number("venueId", venueId);
    }

    @Override
    public void onVenueDisconnected(final int venueId) {
        fields.number("venueId", venueId);
    }

    @Override
    public void onAccountReported(final int venueId, final long cash, final String currency) {
        fields.number("venueId", venueId);
        fields.decimal("cash", cash, Money.DECIMALS);
        fields.text("currency", currency);
        scales.accountIn(currency);
    }

    @Override
    public void onPositionReported(
            final int venueId, final int instrumentId, final long quantity, final long averagePrice) {
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.number("venueId", venueId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("averagePrice", averagePrice, priceDecimals);
    }

    @Override
    public void onReconciliationBegan(final int venueId, final long sinceNs) {
        fields.number("venueId", venueId);
        fields.time("since", sinceNs);
    }

    @Override
    public void onReconciliationEnded(final int venueId) {
        fields.number("venueId", venueId);
    }

    @Override
    public void onForeignOrderReported(
            final int venueId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long limitPrice,
            final String venueOrderId) {
        fields.number("venueId", venueId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.text("side", side.name());
        fields.decimal("quantity", quantity, scales.quantityDecimals(instrumentId));
        fields.decimal("limitPrice", limitPrice, scales.priceDecimals(instrumentId));
        fields.text("venueOrderId", venueOrderId);
    }

    @Override
    public void onStartRequested(final int strategyId) {
        fields.number("strategyId", strategyId);
    }

    @Override
    public void onStopRequested(final int strategyId) {
        fields.number("strategyId", strategyId);
    }

    @Override
    public void onTradingStateRequested(final TradingScope scope, final int scopeId, final TradingState state) {
        fields.text("scope", scope.name());
        fields.number("scopeId", scopeId);
        fields.text("state", state.name());
    }

    @Override
    public void onClosePositionRequested(final int instrumentId) {
        fields.text("instrument", scales.symbol(instrumentId));
    }

    @Override
    public void onFlattenAllRequested() {}

    @Override
    public void onOrderRequested(final int strategyId, final int instrumentId, final OrderTerms terms) {
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.number("strategyId", strategyId);
        fields.text("instrument", scales.symbol(instrumentId));
        OrderTermsPrinter.print(fields, terms, priceDecimals, quantityDecimals);
    }

    @Override
    public void onCancelRequested(final long orderId) {
        fields.text("orderId", OrderIds.format(orderId));
    }

    @Override
    public void onParameterRequested(final int strategyId, final String name, final String value) {
        fields.number("strategyId", strategyId);
        fields.text("parameter", name);
        fields.text("value", value);
    }
}
