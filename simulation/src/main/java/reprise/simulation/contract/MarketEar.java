package reprise.simulation.contract;

import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.message.MarketEvents;
import reprise.order.Side;
import reprise.simulation.contract.MarketNews.Bar;
import reprise.simulation.contract.MarketNews.BarKind;
import reprise.simulation.contract.MarketNews.HistoricalTrade;
import reprise.simulation.contract.MarketNews.Other;
import reprise.simulation.contract.MarketNews.Quote;
import reprise.simulation.contract.MarketNews.Status;
import reprise.simulation.contract.MarketNews.Trade;
import reprise.simulation.contract.MarketNews.TradeRevised;
import reprise.simulation.contract.MarketNews.TradesMissing;

/** Hears of the market. Called under the probe's lock. */
final class MarketEar implements MarketEvents {
    private final ContractProbe probe;

    MarketEar(final ContractProbe probe) {
        this.probe = probe;
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
        probe.heard(instrumentId, new Bar(BarKind.CLOSED, closeTimeNs, periodNs, open, high, low, close, volume));
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
        probe.heard(instrumentId, new Bar(BarKind.HISTORICAL, closeTimeNs, periodNs, open, high, low, close, volume));
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
        probe.heard(instrumentId, new Bar(BarKind.REVISED, closeTimeNs, periodNs, open, high, low, close, volume));
    }

    @Override
    public void onQuote(
            final int instrumentId,
            final long venueTimeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        probe.heard(instrumentId, new Quote(venueTimeNs, bidPrice, askPrice));
    }

    @Override
    public void onTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        probe.heard(instrumentId, new Trade(venueTimeNs, price, quantity));
    }

    @Override
    public void onInstrumentStatus(final int instrumentId, final long venueTimeNs, final InstrumentStatus status) {
        probe.heard(instrumentId, new Status(status));
    }

    @Override
    public void onTradeRevised(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long revisedPrice,
            final long revisedQuantity) {
        probe.heard(instrumentId, new TradeRevised(price, revisedPrice));
    }

    @Override
    public void onBookLevel(
            final int instrumentId, final long venueTimeNs, final Side side, final long price, final long quantity) {
        probe.heard(instrumentId, new Other());
    }

    @Override
    public void onBookCleared(final int instrumentId, final long venueTimeNs) {
        probe.heard(instrumentId, new Other());
    }

    @Override
    public void onBorrowReported(
            final int instrumentId, final long venueTimeNs, final long availableQuantity, final long annualRatePpm) {
        probe.heard(instrumentId, new Other());
    }

    @Override
    public void onSplit(final int instrumentId, final long venueTimeNs, final long newUnits, final long oldUnits) {
        probe.heard(instrumentId, new Other());
    }

    @Override
    public void onDividend(final int instrumentId, final long venueTimeNs, final long amountPerUnit) {
        probe.heard(instrumentId, new Other());
    }

    @Override
    public void onPriceBandReported(
            final int instrumentId, final long venueTimeNs, final long lowerPrice, final long upperPrice) {
        probe.heard(instrumentId, new Other());
    }

    @Override
    public void onTradesInterrupted(final int instrumentId, final long venueTimeNs) {
        probe.heard(instrumentId, new TradesMissing(true));
    }

    @Override
    public void onHistoricalTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        probe.heard(instrumentId, new HistoricalTrade(venueTimeNs, price, quantity));
    }

    @Override
    public void onTradesResumed(final int instrumentId, final long venueTimeNs) {
        probe.heard(instrumentId, new TradesMissing(false));
    }
}
