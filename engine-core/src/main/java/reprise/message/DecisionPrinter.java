package reprise.message;

import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/** The part of the printer that tells what the core decided. */
abstract class DecisionPrinter implements EngineDecisions {
    final FieldWriter fields;
    final InstrumentScales scales;

    DecisionPrinter(final FieldWriter fields, final InstrumentScales scales) {
        this.fields = fields;
        this.scales = scales;
    }

    @Override
    public void orderRefused(
            final int strategyId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long price,
            final RejectReason reason,
            final long value,
            final long limit) {
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.number("strategyId", strategyId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.text("side", side.name());
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("price", price, priceDecimals);
        fields.text("reason", reason.name());
        fields.number("value", value);
        fields.number("limit", limit);
    }

    @Override
    public void tradingStateChanged(
            final TradingScope scope, final int scopeId, final TradingState state, final StateCause cause) {
        fields.text("scope", scope.name());
        fields.number("scopeId", scopeId);
        fields.text("state", state.name());
        fields.text("cause", cause.name());
    }
}
