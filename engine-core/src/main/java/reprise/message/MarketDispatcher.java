package reprise.message;

import org.agrona.DirectBuffer;
import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.message.codec.BarClosedDecoder;
import reprise.message.codec.BarRevisedDecoder;
import reprise.message.codec.BookClearedDecoder;
import reprise.message.codec.BookLevelDecoder;
import reprise.message.codec.BorrowReportedDecoder;
import reprise.message.codec.DividendDecoder;
import reprise.message.codec.HistoricalBarDecoder;
import reprise.message.codec.HistoricalTradeDecoder;
import reprise.message.codec.InstrumentStatusChangedDecoder;
import reprise.message.codec.PriceBandReportedDecoder;
import reprise.message.codec.QuoteDecoder;
import reprise.message.codec.SplitDecoder;
import reprise.message.codec.TradeDecoder;
import reprise.message.codec.TradeRevisedDecoder;
import reprise.message.codec.TradesInterruptedDecoder;
import reprise.message.codec.TradesResumedDecoder;
import reprise.order.Side;

/** Bytes of events of the market back into calls. */
final class MarketDispatcher {
    private final MarketEvents target;
    private final BarClosedDecoder barClosed = new BarClosedDecoder();
    private final HistoricalBarDecoder historicalBar = new HistoricalBarDecoder();
    private final QuoteDecoder quote = new QuoteDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final BookLevelDecoder bookLevel = new BookLevelDecoder();
    private final BookClearedDecoder bookCleared = new BookClearedDecoder();
    private final InstrumentStatusChangedDecoder instrumentStatusChanged = new InstrumentStatusChangedDecoder();
    private final BorrowReportedDecoder borrowReported = new BorrowReportedDecoder();
    private final SplitDecoder split = new SplitDecoder();
    private final DividendDecoder dividend = new DividendDecoder();
    private final BarRevisedDecoder barRevised = new BarRevisedDecoder();
    private final TradeRevisedDecoder tradeRevised = new TradeRevisedDecoder();
    private final PriceBandReportedDecoder priceBandReported = new PriceBandReportedDecoder();
    private final TradesInterruptedDecoder tradesInterrupted = new TradesInterruptedDecoder();
    private final HistoricalTradeDecoder historicalTrade = new HistoricalTradeDecoder();
    private final TradesResumedDecoder tradesResumed = new TradesResumedDecoder();

    MarketDispatcher(final MarketEvents target) {
        this.target = target;
    }

    /** Makes the call that a record stands for. */
    void dispatch(final int templateId, final DirectBuffer buffer, final int offset) {
        switch (templateId) {
            case BarClosedDecoder.TEMPLATE_ID -> onBar(buffer, offset);
            case HistoricalBarDecoder.TEMPLATE_ID -> onHistoricalBar(buffer, offset);
            case QuoteDecoder.TEMPLATE_ID -> onQuote(buffer, offset);
            case TradeDecoder.TEMPLATE_ID -> onTrade(buffer, offset);
            case BookLevelDecoder.TEMPLATE_ID -> onBookLevel(buffer, offset);
            case BookClearedDecoder.TEMPLATE_ID -> onBookCleared(buffer, offset);
            case InstrumentStatusChangedDecoder.TEMPLATE_ID -> onInstrumentStatus(buffer, offset);
            case BorrowReportedDecoder.TEMPLATE_ID -> onBorrowReported(buffer, offset);
            case SplitDecoder.TEMPLATE_ID -> onSplit(buffer, offset);
            case DividendDecoder.TEMPLATE_ID -> onDividend(buffer, offset);
            case BarRevisedDecoder.TEMPLATE_ID -> onBarRevised(buffer, offset);
            case TradeRevisedDecoder.TEMPLATE_ID -> onTradeRevised(buffer, offset);
            case PriceBandReportedDecoder.TEMPLATE_ID -> onPriceBandReported(buffer, offset);
            case TradesInterruptedDecoder.TEMPLATE_ID -> onTradesInterrupted(buffer, offset);
            case HistoricalTradeDecoder.TEMPLATE_ID -> onHistoricalTrade(buffer, offset);
            case TradesResumedDecoder.TEMPLATE_ID -> onTradesResumed(buffer, offset);
            default -> throw Templates.unknown(templateId);
        }
    }

    private void onBar(final DirectBuffer buffer, final int offset) {
        Envelope.open(barClosed, buffer, offset);
        target.onBar(
                barClosed.instrumentId(),
                barClosed.closeTimeNs(),
                barClosed.periodNs(),
                barClosed.openPrice(),
                barClosed.highPrice(),
                barClosed.lowPrice(),
                barClosed.closePrice(),
                barClosed.volume());
    }

    private void onHistoricalBar(final DirectBuffer buffer, final int offset) {
        Envelope.open(historicalBar, buffer, offset);
        target.onHistoricalBar(
                historicalBar.instrumentId(),
                historicalBar.closeTimeNs(),
                historicalBar.periodNs(),
                historicalBar.openPrice(),
                historicalBar.highPrice(),
                historicalBar.lowPrice(),
                historicalBar.closePrice(),
                historicalBar.volume());
    }

    private void onQuote(final DirectBuffer buffer, final int offset) {
        Envelope.open(quote, buffer, offset);
        target.onQuote(
                quote.instrumentId(),
                quote.venueTimeNs(),
                quote.bidPrice(),
                quote.bidQuantity(),
                quote.askPrice(),
                quote.askQuantity());
    }

    private void onTrade(final DirectBuffer buffer, final int offset) {
        Envelope.open(trade, buffer, offset);
        target.onTrade(
                trade.instrumentId(),
                trade.venueTimeNs(),
                trade.price(),
                trade.quantity(),
                Aggressor.of(trade.aggressorRaw()));
    }

    private void onBookLevel(final DirectBuffer buffer, final int offset) {
        Envelope.open(bookLevel, buffer, offset);
        target.onBookLevel(
                bookLevel.instrumentId(),
                bookLevel.venueTimeNs(),
                Side.of(bookLevel.sideRaw()),
                bookLevel.price(),
                bookLevel.quantity());
    }

    private void onBookCleared(final DirectBuffer buffer, final int offset) {
        Envelope.open(bookCleared, buffer, offset);
        target.onBookCleared(bookCleared.instrumentId(), bookCleared.venueTimeNs());
    }

    private void onInstrumentStatus(final DirectBuffer buffer, final int offset) {
        Envelope.open(instrumentStatusChanged, buffer, offset);
        target.onInstrumentStatus(
                instrumentStatusChanged.instrumentId(),
                instrumentStatusChanged.venueTimeNs(),
                InstrumentStatus.of(instrumentStatusChanged.statusRaw()));
    }

    private void onBorrowReported(final DirectBuffer buffer, final int offset) {
        Envelope.open(borrowReported, buffer, offset);
        target.onBorrowReported(
                borrowReported.instrumentId(),
                borrowReported.venueTimeNs(),
                borrowReported.availableQuantity(),
                borrowReported.annualRatePpm());
    }

    private void onSplit(final DirectBuffer buffer, final int offset) {
        Envelope.open(split, buffer, offset);
        target.onSplit(split.instrumentId(), split.venueTimeNs(), split.newUnits(), split.oldUnits());
    }

    private void onDividend(final DirectBuffer buffer, final int offset) {
        Envelope.open(dividend, buffer, offset);
        target.onDividend(dividend.instrumentId(), dividend.venueTimeNs(), dividend.amountPerUnit());
    }

    private void onBarRevised(final DirectBuffer buffer, final int offset) {
        Envelope.open(barRevised, buffer, offset);
        target.onBarRevised(
                barRevised.instrumentId(),
                barRevised.closeTimeNs(),
                barRevised.periodNs(),
                barRevised.openPrice(),
                barRevised.highPrice(),
                barRevised.lowPrice(),
                barRevised.closePrice(),
                barRevised.volume());
    }

    private void onTradeRevised(final DirectBuffer buffer, final int offset) {
        Envelope.open(tradeRevised, buffer, offset);
        target.onTradeRevised(
                tradeRevised.instrumentId(),
                tradeRevised.venueTimeNs(),
                tradeRevised.price(),
                tradeRevised.quantity(),
                tradeRevised.revisedPrice(),
                tradeRevised.revisedQuantity());
    }

    private void onPriceBandReported(final DirectBuffer buffer, final int offset) {
        Envelope.open(priceBandReported, buffer, offset);
        target.onPriceBandReported(
                priceBandReported.instrumentId(),
                priceBandReported.venueTimeNs(),
                priceBandReported.lowerPrice(),
                priceBandReported.upperPrice());
    }

    private void onTradesInterrupted(final DirectBuffer buffer, final int offset) {
        Envelope.open(tradesInterrupted, buffer, offset);
        target.onTradesInterrupted(tradesInterrupted.instrumentId(), tradesInterrupted.venueTimeNs());
    }

    private void onHistoricalTrade(final DirectBuffer buffer, final int offset) {
        Envelope.open(historicalTrade, buffer, offset);
        target.onHistoricalTrade(
                historicalTrade.instrumentId(),
                historicalTrade.venueTimeNs(),
                historicalTrade.price(),
                historicalTrade.quantity(),
                Aggressor.of(historicalTrade.aggressorRaw()));
    }

    private void onTradesResumed(final DirectBuffer buffer, final int offset) {
        Envelope.open(tradesResumed, buffer, offset);
        target.onTradesResumed(tradesResumed.instrumentId(), tradesResumed.venueTimeNs());
    }
}
