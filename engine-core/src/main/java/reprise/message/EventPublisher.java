package reprise.message;

import org.agrona.sbe.MessageEncoderFlyweight;
import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.message.codec.AccountReportedEncoder;
import reprise.message.codec.AggressorCode;
import reprise.message.codec.BarClosedEncoder;
import reprise.message.codec.CancelRejectedEncoder;
import reprise.message.codec.ClockTickedEncoder;
import reprise.message.codec.ClosePositionRequestedEncoder;
import reprise.message.codec.FlattenAllRequestedEncoder;
import reprise.message.codec.HaltRequestedEncoder;
import reprise.message.codec.HistoricalBarEncoder;
import reprise.message.codec.InstrumentDefinedEncoder;
import reprise.message.codec.MessageHeaderEncoder;
import reprise.message.codec.OrderAcceptedEncoder;
import reprise.message.codec.OrderCancelledEncoder;
import reprise.message.codec.OrderExpiredEncoder;
import reprise.message.codec.OrderFilledEncoder;
import reprise.message.codec.OrderPartiallyFilledEncoder;
import reprise.message.codec.OrderRejectedEncoder;
import reprise.message.codec.OrderReplacedEncoder;
import reprise.message.codec.PositionReportedEncoder;
import reprise.message.codec.QuoteEncoder;
import reprise.message.codec.RejectCode;
import reprise.message.codec.ReplaceRejectedEncoder;
import reprise.message.codec.ResumeRequestedEncoder;
import reprise.message.codec.RunStartedEncoder;
import reprise.message.codec.StartRequestedEncoder;
import reprise.message.codec.StopRequestedEncoder;
import reprise.message.codec.TradeEncoder;
import reprise.message.codec.VenueConnectedEncoder;
import reprise.message.codec.VenueDisconnectedEncoder;
import reprise.order.RejectReason;

/**
 * Turns a call into bytes in an {@link Outlet}. One instance per thread; allocates nothing; writes whole messages or none: what cannot be written is
 * refused before a slot is claimed.
 */
public final class EventPublisher implements EngineEvents {
    private final Outlet outlet;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final RunStartedEncoder runStarted = new RunStartedEncoder();
    private final InstrumentDefinedEncoder instrumentDefined = new InstrumentDefinedEncoder();
    private final BarClosedEncoder barClosed = new BarClosedEncoder();
    private final HistoricalBarEncoder historicalBar = new HistoricalBarEncoder();
    private final QuoteEncoder quote = new QuoteEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final ClockTickedEncoder clockTicked = new ClockTickedEncoder();
    private final OrderAcceptedEncoder orderAccepted = new OrderAcceptedEncoder();
    private final OrderRejectedEncoder orderRejected = new OrderRejectedEncoder();
    private final OrderPartiallyFilledEncoder orderPartiallyFilled = new OrderPartiallyFilledEncoder();
    private final OrderFilledEncoder orderFilled = new OrderFilledEncoder();
    private final OrderCancelledEncoder orderCancelled = new OrderCancelledEncoder();
    private final OrderExpiredEncoder orderExpired = new OrderExpiredEncoder();
    private final OrderReplacedEncoder orderReplaced = new OrderReplacedEncoder();
    private final CancelRejectedEncoder cancelRejected = new CancelRejectedEncoder();
    private final ReplaceRejectedEncoder replaceRejected = new ReplaceRejectedEncoder();
    private final VenueConnectedEncoder venueConnected = new VenueConnectedEncoder();
    private final VenueDisconnectedEncoder venueDisconnected = new VenueDisconnectedEncoder();
    private final AccountReportedEncoder accountReported = new AccountReportedEncoder();
    private final PositionReportedEncoder positionReported = new PositionReportedEncoder();
    private final StartRequestedEncoder startRequested = new StartRequestedEncoder();
    private final StopRequestedEncoder stopRequested = new StopRequestedEncoder();
    private final HaltRequestedEncoder haltRequested = new HaltRequestedEncoder();
    private final ResumeRequestedEncoder resumeRequested = new ResumeRequestedEncoder();
    private final ClosePositionRequestedEncoder closePositionRequested = new ClosePositionRequestedEncoder();
    private final FlattenAllRequestedEncoder flattenAllRequested = new FlattenAllRequestedEncoder();
    private long sourceTimeNs;

    /**
     * A publisher for one thread.
     *
     * @param outlet of that thread.
     */
    public EventPublisher(final Outlet outlet) {
        this.outlet = outlet;
    }

    /**
     * States the time at which the next events happened by their source; a sequencer that runs on the data's time stamps them with it, any
     * other ignores it.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return this.
     */
    public EventPublisher at(final long timeNs) {
        sourceTimeNs = timeNs;
        return this;
    }

    @Override
    public void onRunStarted(final String runId, final String buildHash, final String configHash) {
        AsciiText.check("runId", runId);
        AsciiText.check("buildHash", buildHash);
        AsciiText.check("configHash", configHash);
        runStarted
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .runId(runId)
                .buildHash(buildHash)
                .configHash(configHash);
        end(runStarted);
    }

    @Override
    public void onInstrumentDefined(final InstrumentDefinition definition) {
        AsciiText.check("symbol", definition.symbol());
        AsciiText.check("baseCurrency", definition.baseCurrency());
        AsciiText.check("quoteCurrency", definition.quoteCurrency());
        instrumentDefined
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .instrumentId(definition.instrumentId())
                .venueId(definition.venueId())
                .priceDecimals(definition.priceDecimals())
                .quantityDecimals(definition.quantityDecimals())
                .tickSize(definition.tickSize())
                .lotSize(definition.lotSize())
                .minNotional(definition.minNotional())
                .symbol(definition.symbol())
                .baseCurrency(definition.baseCurrency())
                .quoteCurrency(definition.quoteCurrency());
        end(instrumentDefined);
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
        barClosed
                .wrapAndApplyHeader(outlet.claim(), 0, header)
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
        historicalBar
                .wrapAndApplyHeader(outlet.claim(), 0, header)
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
        quote.wrapAndApplyHeader(outlet.claim(), 0, header)
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
        trade.wrapAndApplyHeader(outlet.claim(), 0, header)
                .instrumentId(instrumentId)
                .venueTimeNs(venueTimeNs)
                .price(price)
                .quantity(quantity)
                .aggressor(aggressorCode);
        end(trade);
    }

    @Override
    public void onClockTicked() {
        clockTicked.wrapAndApplyHeader(outlet.claim(), 0, header);
        end(clockTicked);
    }

    @Override
    public void onOrderAccepted(final long orderId, final long venueTimeNs) {
        orderAccepted
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .orderId(orderId)
                .venueTimeNs(venueTimeNs);
        end(orderAccepted);
    }

    @Override
    public void onOrderRejected(
            final long orderId, final long venueTimeNs, final RejectReason reason, final String text) {
        final RejectCode reasonCode = code(reason);
        final String boundedText = AsciiText.bounded(text);
        orderRejected
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .orderId(orderId)
                .venueTimeNs(venueTimeNs)
                .reason(reasonCode)
                .text(boundedText);
        end(orderRejected);
    }

    @Override
    public void onOrderPartiallyFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee) {
        orderPartiallyFilled
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .orderId(orderId)
                .executionId(executionId)
                .venueTimeNs(venueTimeNs)
                .price(price)
                .quantity(quantity)
                .fee(fee);
        end(orderPartiallyFilled);
    }

    @Override
    public void onOrderFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee) {
        orderFilled
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .orderId(orderId)
                .executionId(executionId)
                .venueTimeNs(venueTimeNs)
                .price(price)
                .quantity(quantity)
                .fee(fee);
        end(orderFilled);
    }

    @Override
    public void onOrderCancelled(final long orderId, final long venueTimeNs) {
        orderCancelled
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .orderId(orderId)
                .venueTimeNs(venueTimeNs);
        end(orderCancelled);
    }

    @Override
    public void onOrderExpired(final long orderId, final long venueTimeNs) {
        orderExpired
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .orderId(orderId)
                .venueTimeNs(venueTimeNs);
        end(orderExpired);
    }

    @Override
    public void onOrderReplaced(
            final long orderId, final long venueTimeNs, final long quantity, final long limitPrice) {
        orderReplaced
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .orderId(orderId)
                .venueTimeNs(venueTimeNs)
                .quantity(quantity)
                .limitPrice(limitPrice);
        end(orderReplaced);
    }

    @Override
    public void onCancelRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        final RejectCode reasonCode = code(reason);
        cancelRejected
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .orderId(orderId)
                .venueTimeNs(venueTimeNs)
                .reason(reasonCode);
        end(cancelRejected);
    }

    @Override
    public void onReplaceRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        final RejectCode reasonCode = code(reason);
        replaceRejected
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .orderId(orderId)
                .venueTimeNs(venueTimeNs)
                .reason(reasonCode);
        end(replaceRejected);
    }

    @Override
    public void onVenueConnected(final int venueId) {
        venueConnected.wrapAndApplyHeader(outlet.claim(), 0, header).venueId(venueId);
        end(venueConnected);
    }

    @Override
    public void onVenueDisconnected(final int venueId) {
        venueDisconnected.wrapAndApplyHeader(outlet.claim(), 0, header).venueId(venueId);
        end(venueDisconnected);
    }

    @Override
    public void onAccountReported(final int venueId, final long cash, final String currency) {
        AsciiText.check("currency", currency);
        accountReported
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .venueId(venueId)
                .cash(cash)
                .currency(currency);
        end(accountReported);
    }

    @Override
    public void onPositionReported(
            final int venueId, final int instrumentId, final long quantity, final long averagePrice) {
        positionReported
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .venueId(venueId)
                .instrumentId(instrumentId)
                .quantity(quantity)
                .averagePrice(averagePrice);
        end(positionReported);
    }

    @Override
    public void onStartRequested(final int strategyId) {
        startRequested.wrapAndApplyHeader(outlet.claim(), 0, header).strategyId(strategyId);
        end(startRequested);
    }

    @Override
    public void onStopRequested(final int strategyId) {
        stopRequested.wrapAndApplyHeader(outlet.claim(), 0, header).strategyId(strategyId);
        end(stopRequested);
    }

    @Override
    public void onHaltRequested() {
        haltRequested.wrapAndApplyHeader(outlet.claim(), 0, header);
        end(haltRequested);
    }

    @Override
    public void onResumeRequested() {
        resumeRequested.wrapAndApplyHeader(outlet.claim(), 0, header);
        end(resumeRequested);
    }

    @Override
    public void onClosePositionRequested(final int instrumentId) {
        closePositionRequested.wrapAndApplyHeader(outlet.claim(), 0, header).instrumentId(instrumentId);
        end(closePositionRequested);
    }

    @Override
    public void onFlattenAllRequested() {
        flattenAllRequested.wrapAndApplyHeader(outlet.claim(), 0, header);
        end(flattenAllRequested);
    }

    private static RejectCode code(final RejectReason reason) {
        return RejectCode.get((short) reason.ordinal());
    }

    private void end(final MessageEncoderFlyweight message) {
        header.sequence(0).timeNs(sourceTimeNs);
        outlet.end(MessageHeaderEncoder.ENCODED_LENGTH + message.encodedLength());
    }
}
