package reprise.message;

import reprise.market.Aggressor;
import reprise.market.BracketStyle;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;
import reprise.number.Money;
import reprise.order.Side;

/** The part of the printer that tells of the run and of the market. */
abstract class MarketPrinter implements RunEvents, MarketEvents {
    final FieldWriter fields;
    final InstrumentScales scales;

    MarketPrinter(final FieldWriter fields, final InstrumentScales scales) {
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
    public void onRunResumed(
            final String runId, final String buildHash, final String configHash, final boolean tailLost) {
        onRunStarted(runId, buildHash, configHash);
        fields.text("tailLost", Boolean.toString(tailLost));
    }

    @Override
    public void onInstrumentDefined(final InstrumentDefinition definition) {
        print(definition);
    }

    @Override
    public void onClockTicked() {}

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
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
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
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
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
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.time("venueTime", venueTimeNs);
        fields.decimal("price", price, priceDecimals);
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.text("aggressor", aggressor.name());
    }

    @Override
    public void onBookLevel(
            final int instrumentId, final long venueTimeNs, final Side side, final long price, final long quantity) {
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.time("venueTime", venueTimeNs);
        fields.text("side", side.name());
        fields.decimal("price", price, priceDecimals);
        fields.decimal("quantity", quantity, quantityDecimals);
    }

    @Override
    public void onBookCleared(final int instrumentId, final long venueTimeNs) {
        fields.text("instrument", scales.symbol(instrumentId));
        fields.time("venueTime", venueTimeNs);
    }

    @Override
    public void onInstrumentStatus(final int instrumentId, final long venueTimeNs, final InstrumentStatus status) {
        fields.text("instrument", scales.symbol(instrumentId));
        fields.time("venueTime", venueTimeNs);
        fields.text("status", status.name());
    }

    @Override
    public void onBorrowReported(
            final int instrumentId, final long venueTimeNs, final long availableQuantity, final long annualRatePpm) {
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.time("venueTime", venueTimeNs);
        fields.decimal("availableQuantity", availableQuantity, quantityDecimals);
        fields.number("annualRatePpm", annualRatePpm);
    }

    @Override
    public void onSplit(final int instrumentId, final long venueTimeNs, final long newUnits, final long oldUnits) {
        fields.text("instrument", scales.symbol(instrumentId));
        fields.time("venueTime", venueTimeNs);
        fields.number("newUnits", newUnits);
        fields.number("oldUnits", oldUnits);
    }

    @Override
    public void onDividend(final int instrumentId, final long venueTimeNs, final long amountPerUnit) {
        fields.text("instrument", scales.symbol(instrumentId));
        fields.time("venueTime", venueTimeNs);
        fields.decimal("amountPerUnit", amountPerUnit, Money.DECIMALS);
    }

    @Override
    public void onBarRevised(
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
    public void onTradeRevised(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long revisedPrice,
            final long revisedQuantity) {
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.time("venueTime", venueTimeNs);
        fields.decimal("price", price, priceDecimals);
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("revisedPrice", revisedPrice, priceDecimals);
        fields.decimal("revisedQuantity", revisedQuantity, quantityDecimals);
    }

    @Override
    public void onPriceBandReported(
            final int instrumentId, final long venueTimeNs, final long lowerPrice, final long upperPrice) {
        final int priceDecimals = scales.priceDecimals(instrumentId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.time("venueTime", venueTimeNs);
        fields.decimal("lowerPrice", lowerPrice, priceDecimals);
        fields.decimal("upperPrice", upperPrice, priceDecimals);
    }

    @Override
    public void onTradesInterrupted(final int instrumentId, final long venueTimeNs) {
        onBookCleared(instrumentId, venueTimeNs);
    }

    @Override
    public void onHistoricalTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        onTrade(instrumentId, venueTimeNs, price, quantity, aggressor);
    }

    @Override
    public void onTradesResumed(final int instrumentId, final long venueTimeNs) {
        onBookCleared(instrumentId, venueTimeNs);
    }

    private void print(final InstrumentDefinition d) {
        scales.define(d);
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
        fields.decimal("maxQuantity", d.maxQuantity(), d.quantityDecimals());
        fields.text("shortable", Boolean.toString(d.shortable()));
        fields.number("orderTypes", d.orderTypes());
        fields.number("timesInForce", d.timesInForce());
        fields.text("calendar", d.calendar());
        if (d.brackets() != BracketStyle.ENGINE) {
            fields.text("brackets", d.brackets().name());
        }
        if (d.takesAmounts()) {
            fields.text("amounts", "NATIVE");
        }
    }
}
