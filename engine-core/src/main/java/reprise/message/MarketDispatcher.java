package reprise.message;

import org.agrona.DirectBuffer;
import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.message.codec.BarClosedDecoder;
import reprise.message.codec.BookClearedDecoder;
import reprise.message.codec.BookLevelDecoder;
import reprise.message.codec.BorrowReportedDecoder;
import reprise.message.codec.DividendDecoder;
import reprise.message.codec.HistoricalBarDecoder;
import reprise.message.codec.InstrumentStatusChangedDecoder;
import reprise.message.codec.MessageHeaderDecoder;
import reprise.message.codec.QuoteDecoder;
import reprise.message.codec.SplitDecoder;
import reprise.message.codec.TradeDecoder;
import reprise.order.Side;

/** Bytes of events of the market back into calls. */
final class MarketDispatcher {
    private final MarketEvents target;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
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
            default -> throw Templates.unknown(templateId);
        }
    }

    private void onBar(final DirectBuffer buffer, final int offset) {
        barClosed.wrapAndApplyHeader(buffer, offset, header);
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
        historicalBar.wrapAndApplyHeader(buffer, offset, header);
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
        quote.wrapAndApplyHeader(buffer, offset, header);
        target.onQuote(
                quote.instrumentId(),
                quote.venueTimeNs(),
                quote.bidPrice(),
                quote.bidQuantity(),
                quote.askPrice(),
                quote.askQuantity());
    }

    private void onTrade(final DirectBuffer buffer, final int offset) {
        trade.wrapAndApplyHeader(buffer, offset, header);
        target.onTrade(
                trade.instrumentId(),
                trade.venueTimeNs(),
                trade.price(),
                trade.quantity(),
                Aggressor.of(trade.aggressorRaw()));
    }

    private void onBookLevel(final DirectBuffer buffer, final int offset) {
        bookLevel.wrapAndApplyHeader(buffer, offset, header);
        target.onBookLevel(
                bookLevel.instrumentId(),
                bookLevel.venueTimeNs(),
                Side.of(bookLevel.sideRaw()),
                bookLevel.price(),
                bookLevel.quantity());
    }

    private void onBookCleared(final DirectBuffer buffer, final int offset) {
        bookCleared.wrapAndApplyHeader(buffer, offset, header);
        target.onBookCleared(bookCleared.instrumentId(), bookCleared.venueTimeNs());
    }

    private void onInstrumentStatus(final DirectBuffer buffer, final int offset) {
        instrumentStatusChanged.wrapAndApplyHeader(buffer, offset, header);
        target.onInstrumentStatus(
                instrumentStatusChanged.instrumentId(),
                instrumentStatusChanged.venueTimeNs(),
                InstrumentStatus.of(instrumentStatusChanged.statusRaw()));
    }

    private void onBorrowReported(final DirectBuffer buffer, final int offset) {
        borrowReported.wrapAndApplyHeader(buffer, offset, header);
        target.onBorrowReported(
                borrowReported.instrumentId(),
                borrowReported.venueTimeNs(),
                borrowReported.availableQuantity(),
                borrowReported.annualRatePpm());
    }

    private void onSplit(final DirectBuffer buffer, final int offset) {
        split.wrapAndApplyHeader(buffer, offset, header);
        target.onSplit(split.instrumentId(), split.venueTimeNs(), split.newUnits(), split.oldUnits());
    }

    private void onDividend(final DirectBuffer buffer, final int offset) {
        dividend.wrapAndApplyHeader(buffer, offset, header);
        target.onDividend(dividend.instrumentId(), dividend.venueTimeNs(), dividend.amountPerUnit());
    }
}
