package reprise.message;

import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;
import reprise.message.codec.AggressorCode;
import reprise.message.codec.BarClosedEncoder;
import reprise.message.codec.BarRevisedEncoder;
import reprise.message.codec.BookClearedEncoder;
import reprise.message.codec.BookLevelEncoder;
import reprise.message.codec.BorrowReportedEncoder;
import reprise.message.codec.ClockTickedEncoder;
import reprise.message.codec.DividendEncoder;
import reprise.message.codec.HistoricalBarEncoder;
import reprise.message.codec.HistoricalTradeEncoder;
import reprise.message.codec.InstrumentDefinedEncoder;
import reprise.message.codec.InstrumentStatusChangedEncoder;
import reprise.message.codec.InstrumentStatusCode;
import reprise.message.codec.PriceBandReportedEncoder;
import reprise.message.codec.QuoteEncoder;
import reprise.message.codec.RunResumedEncoder;
import reprise.message.codec.RunStartedEncoder;
import reprise.message.codec.SideCode;
import reprise.message.codec.SplitEncoder;
import reprise.message.codec.TradeEncoder;
import reprise.message.codec.TradeRevisedEncoder;
import reprise.message.codec.TradesInterruptedEncoder;
import reprise.message.codec.TradesResumedEncoder;
import reprise.order.Side;

/** The part of the publisher that tells of the run and of the market. */
abstract class MarketPublisher extends RecordWriter implements RunEvents, MarketEvents {
    private final RunStartedEncoder runStarted = new RunStartedEncoder();
    private final RunResumedEncoder runResumed = new RunResumedEncoder();
    private final InstrumentDefinedEncoder instrumentDefined = new InstrumentDefinedEncoder();
    private final ClockTickedEncoder clockTicked = new ClockTickedEncoder();
    private final BarClosedEncoder barClosed = new BarClosedEncoder();
    private final HistoricalBarEncoder historicalBar = new HistoricalBarEncoder();
    private final QuoteEncoder quote = new QuoteEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final BookLevelEncoder bookLevel = new BookLevelEncoder();
    private final BookClearedEncoder bookCleared = new BookClearedEncoder();
    private final InstrumentStatusChangedEncoder instrumentStatusChanged = new InstrumentStatusChangedEncoder();
    private final BorrowReportedEncoder borrowReported = new BorrowReportedEncoder();
    private final SplitEncoder split = new SplitEncoder();
    private final DividendEncoder dividend = new DividendEncoder();
    private final BarRevisedEncoder barRevised = new BarRevisedEncoder();
    private final TradeRevisedEncoder tradeRevised = new TradeRevisedEncoder();
    private final PriceBandReportedEncoder priceBandReported = new PriceBandReportedEncoder();
    private final TradesInterruptedEncoder tradesInterrupted = new TradesInterruptedEncoder();
    private final HistoricalTradeEncoder historicalTrade = new HistoricalTradeEncoder();
    private final TradesResumedEncoder tradesResumed = new TradesResumedEncoder();

    MarketPublisher(final Outlet outlet) {
        super(outlet);
    }

    @Override
    public void onRunStarted(final String runId, final String buildHash, final String configHash) {
        AsciiText.check("runId", runId);
        AsciiText.check("buildHash", buildHash);
        AsciiText.check("configHash", configHash);
        begin(runStarted).runId(runId).buildHash(buildHash).configHash(configHash);
        end(runStarted);
    }

    @Override
    public void onRunResumed(
            final String runId, final String buildHash, final String configHash, final boolean tailLost) {
        AsciiText.check("runId", runId);
        AsciiText.check("buildHash", buildHash);
        AsciiText.check("configHash", configHash);
        begin(runResumed)
                .tailLost((short) (tailLost ? 1 : 0))
                .runId(runId)
                .buildHash(buildHash)
                .configHash(configHash);
        end(runResumed);
    }

    @Override
    public void onInstrumentDefined(final InstrumentDefinition definition) {
        AsciiText.check("symbol", definition.symbol());
        AsciiText.check("baseCurrency", definition.baseCurrency());
        AsciiText.check("quoteCurrency", definition.quoteCurrency());
        AsciiText.check("calendar", definition.calendar());
        begin(instrumentDefined)
                .instrumentId(definition.instrumentId())
                .venueId(definition.venueId())
                .priceDecimals(definition.priceDecimals())
                .quantityDecimals(definition.quantityDecimals())
                .tickSize(definition.tickSize())
                .lotSize(definition.lotSize())
                .minNotional(definition.minNotional())
                .maxQuantity(definition.maxQuantity())
                .orderTypes(definition.orderTypes())
                .timesInForce(definition.timesInForce())
                .flags((short) definition.flags())
                .symbol(definition.symbol())
                .baseCurrency(definition.baseCurrency())
                .quoteCurrency(definition.quoteCurrency())
                .calendar(definition.calendar());
        end(instrumentDefined);
    }

    @Override
    public void onClockTicked() {
        begin(clockTicked);
        end(clockTicked);
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
        begin(barClosed)
                .instrumentId(instrumentId)
                .closeTimeNs(closeTimeNs)
                .periodNs(periodNs)
                .openPrice(open)
                .highPrice(high)
                .lowPrice(low)
                .closePrice(close)
                .volume(volume);
        end(barClosed);
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
        begin(historicalBar)
                .instrumentId(instrumentId)
                .closeTimeNs(closeTimeNs)
                .periodNs(periodNs)
                .openPrice(open)
                .highPrice(high)
                .lowPrice(low)
                .closePrice(close)
                .volume(volume);
        end(historicalBar);
    }

    @Override
    public void onQuote(
            final int instrumentId,
            final long venueTimeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        begin(quote)
                .instrumentId(instrumentId)
                .venueTimeNs(venueTimeNs)
                .bidPrice(bidPrice)
                .bidQuantity(bidQuantity)
                .askPrice(askPrice)
                .askQuantity(askQuantity);
        end(quote);
    }

    @Override
    public void onTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        final AggressorCode aggressorCode = AggressorCode.get((short) aggressor.ordinal());
        begin(trade)
                .instrumentId(instrumentId)
                .venueTimeNs(venueTimeNs)
                .price(price)
                .quantity(quantity)
                .aggressor(aggressorCode);
        end(trade);
    }

    @Override
    public void onBookLevel(
            final int instrumentId, final long venueTimeNs, final Side side, final long price, final long quantity) {
        final SideCode sideCode = SideCode.get((short) side.ordinal());
        begin(bookLevel)
                .instrumentId(instrumentId)
                .venueTimeNs(venueTimeNs)
                .side(sideCode)
                .price(price)
                .quantity(quantity);
        end(bookLevel);
    }

    @Override
    public void onBookCleared(final int instrumentId, final long venueTimeNs) {
        begin(bookCleared).instrumentId(instrumentId).venueTimeNs(venueTimeNs);
        end(bookCleared);
    }

    @Override
    public void onInstrumentStatus(final int instrumentId, final long venueTimeNs, final InstrumentStatus status) {
        final InstrumentStatusCode statusCode = InstrumentStatusCode.get((short) status.ordinal());
        begin(instrumentStatusChanged)
                .instrumentId(instrumentId)
                .venueTimeNs(venueTimeNs)
                .status(statusCode);
        end(instrumentStatusChanged);
    }

    @Override
    public void onBorrowReported(
            final int instrumentId, final long venueTimeNs, final long availableQuantity, final long annualRatePpm) {
        begin(borrowReported)
                .instrumentId(instrumentId)
                .venueTimeNs(venueTimeNs)
                .availableQuantity(availableQuantity)
                .annualRatePpm(annualRatePpm);
        end(borrowReported);
    }

    @Override
    public void onSplit(final int instrumentId, final long venueTimeNs, final long newUnits, final long oldUnits) {
        begin(split)
                .instrumentId(instrumentId)
                .venueTimeNs(venueTimeNs)
                .newUnits(newUnits)
                .oldUnits(oldUnits);
        end(split);
    }

    @Override
    public void onDividend(final int instrumentId, final long venueTimeNs, final long amountPerUnit) {
        begin(dividend).instrumentId(instrumentId).venueTimeNs(venueTimeNs).amountPerUnit(amountPerUnit);
        end(dividend);
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
        begin(barRevised)
                .instrumentId(instrumentId)
                .closeTimeNs(closeTimeNs)
                .periodNs(periodNs)
                .openPrice(open)
                .highPrice(high)
                .lowPrice(low)
                .closePrice(close)
                .volume(volume);
        end(barRevised);
    }

    @Override
    public void onTradeRevised(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long revisedPrice,
            final long revisedQuantity) {
        begin(tradeRevised)
                .instrumentId(instrumentId)
                .venueTimeNs(venueTimeNs)
                .price(price)
                .quantity(quantity)
                .revisedPrice(revisedPrice)
                .revisedQuantity(revisedQuantity);
        end(tradeRevised);
    }

    @Override
    public void onPriceBandReported(
            final int instrumentId, final long venueTimeNs, final long lowerPrice, final long upperPrice) {
        begin(priceBandReported)
                .instrumentId(instrumentId)
                .venueTimeNs(venueTimeNs)
                .lowerPrice(lowerPrice)
                .upperPrice(upperPrice);
        end(priceBandReported);
    }

    @Override
    public void onTradesInterrupted(final int instrumentId, final long venueTimeNs) {
        begin(tradesInterrupted).instrumentId(instrumentId).venueTimeNs(venueTimeNs);
        end(tradesInterrupted);
    }

    @Override
    public void onHistoricalTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        final AggressorCode aggressorCode = AggressorCode.get((short) aggressor.ordinal());
        begin(historicalTrade)
                .instrumentId(instrumentId)
                .venueTimeNs(venueTimeNs)
                .price(price)
                .quantity(quantity)
                .aggressor(aggressorCode);
        end(historicalTrade);
    }

    @Override
    public void onTradesResumed(final int instrumentId, final long venueTimeNs) {
        begin(tradesResumed).instrumentId(instrumentId).venueTimeNs(venueTimeNs);
        end(tradesResumed);
    }
}
