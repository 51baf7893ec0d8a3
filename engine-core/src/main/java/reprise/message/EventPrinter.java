package reprise.message;

import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.order.OrderIds;
import reprise.order.RejectReason;

/**
 * Turns an event into named, readable fields: times as ISO text, prices and quantities with their decimal point, instruments by symbol.
 * For people and exports; allocates.
 */
public final class EventPrinter implements EngineEvents {
    private final FieldWriter fields;
    private final InstrumentScales scales;

    /**
     * A printer.
     *
     * @param fields receives what is printed.
     * @param scales knows the instruments that were defined so far.
     */
    public EventPrinter(final FieldWriter fields, final InstrumentScales scales) {
        this.fields = fields;
        this.scales = scales;
    }

    @Override
    public void onRunStarted(final String runId, final String buildHash, final String configHash) {
        fields.text("runId", runId);
        fields.text("buildHash", buildHash);
        fields.text("configHash", configHash);
    }

    @Override
    public void onInstrumentDefined(final InstrumentDefinition definition) {
        scales.define(definition);
        final InstrumentDefinition d = definition;
        fields.number("instrumentId", d.instrumentId());
        fields.number("venueId", d.venueId());
        fields.text("symbol", d.symbol());
        fields.text("baseCurrency", d.baseCurrency());
        fields.text("quoteCurrency", d.quoteCurrency());
        fields.number("priceDecimals", d.priceDecimals());
        fields.number("quantityDecimals", d.quantityDecimals());
        fields.decimal("tickSize", d.tickSize(), d.priceDecimals());
        fields.decimal("lotSize", d.lotSize(), d.quantityDecimals());
        fields.decimal("minNotional", d.minNotional(), Money.DECIMALS);
    }

    @Override
    public void onBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        final int instrument = instrumentId;
        final int priceDecimals = scales.priceDecimals(instrument);
        final int quantityDecimals = scales.quantityDecimals(instrument);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.time("closeTime", closeTimeNs);
        fields.number("periodNs", periodNs);
        fields.decimal("open", open, priceDecimals);
        fields.decimal("high", high, priceDecimals);
        fields.decimal("low", low, priceDecimals);
        fields.decimal("close", close, priceDecimals);
        fields.decimal("volume", volume, quantityDecimals);
    }

    @Override
    public void onHistoricalBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        onBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
    }

    @Override
    public void onQuote(
            final int instrumentId,
            final long venueTimeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        final int instrument = instrumentId;
        final int priceDecimals = scales.priceDecimals(instrument);
        final int quantityDecimals = scales.quantityDecimals(instrument);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.time("venueTime", venueTimeNs);
        fields.decimal("bidPrice", bidPrice, priceDecimals);
        fields.decimal("bidQuantity", bidQuantity, quantityDecimals);
        fields.decimal("askPrice", askPrice, priceDecimals);
        fields.decimal("askQuantity", askQuantity, quantityDecimals);
    }

    @Override
    public void onTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        final int instrument = instrumentId;
        final int priceDecimals = scales.priceDecimals(instrument);
        final int quantityDecimals = scales.quantityDecimals(instrument);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.time("venueTime", venueTimeNs);
        fields.decimal("price", price, priceDecimals);
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.text("aggressor", aggressor.name());
    }

    @Override
    public void onClockTicked() {}

    @Override
    public void onOrderAccepted(final long orderId, final long venueTimeNs) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
    }

    @Override
    public void onOrderRejected(
            final long orderId, final long venueTimeNs, final RejectReason reason, final String text) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
        fields.text("reason", reason.name());
        fields.text("text", text);
    }

    @Override
    public void onOrderPartiallyFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee) {
        final int instrument = scales.instrumentOf(orderId);
        final int priceDecimals = scales.priceDecimals(instrument);
        final int quantityDecimals = scales.quantityDecimals(instrument);
        fields.text("orderId", OrderIds.format(orderId));
        fields.number("executionId", executionId);
        fields.time("venueTime", venueTimeNs);
        fields.decimal("price", price, priceDecimals);
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("fee", fee, Money.DECIMALS);
    }

    @Override
    public void onOrderFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee) {
        final int instrument = scales.instrumentOf(orderId);
        final int priceDecimals = scales.priceDecimals(instrument);
        final int quantityDecimals = scales.quantityDecimals(instrument);
        fields.text("orderId", OrderIds.format(orderId));
        fields.number("executionId", executionId);
        fields.time("venueTime", venueTimeNs);
        fields.decimal("price", price, priceDecimals);
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("fee", fee, Money.DECIMALS);
    }

    @Override
    public void onOrderCancelled(final long orderId, final long venueTimeNs) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
    }

    @Override
    public void onOrderExpired(final long orderId, final long venueTimeNs) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
    }

    @Override
    public void onOrderReplaced(
            final long orderId, final long venueTimeNs, final long quantity, final long limitPrice) {
        final int instrument = scales.instrumentOf(orderId);
        final int priceDecimals = scales.priceDecimals(instrument);
        final int quantityDecimals = scales.quantityDecimals(instrument);
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("limitPrice", limitPrice, priceDecimals);
    }

    @Override
    public void onCancelRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
        fields.text("reason", reason.name());
    }

    @Override
    public void onReplaceRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
        fields.text("reason", reason.name());
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
    }

    @Override
    public void onPositionReported(
            final int venueId, final int instrumentId, final long quantity, final long averagePrice) {
        final int instrument = instrumentId;
        final int priceDecimals = scales.priceDecimals(instrument);
        final int quantityDecimals = scales.quantityDecimals(instrument);
        fields.number("venueId", venueId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("averagePrice", averagePrice, priceDecimals);
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
    public void onHaltRequested() {}

    @Override
    public void onResumeRequested() {}

    @Override
    public void onClosePositionRequested(final int instrumentId) {
        fields.text("instrument", scales.symbol(instrumentId));
    }

    @Override
    public void onFlattenAllRequested() {}
}
