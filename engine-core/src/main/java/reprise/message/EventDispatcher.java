package reprise.message;

import org.agrona.DirectBuffer;
import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.message.codec.AccountReportedDecoder;
import reprise.message.codec.BarClosedDecoder;
import reprise.message.codec.CancelRejectedDecoder;
import reprise.message.codec.ClockTickedDecoder;
import reprise.message.codec.ClosePositionRequestedDecoder;
import reprise.message.codec.FlattenAllRequestedDecoder;
import reprise.message.codec.HaltRequestedDecoder;
import reprise.message.codec.HistoricalBarDecoder;
import reprise.message.codec.InstrumentDefinedDecoder;
import reprise.message.codec.MessageHeaderDecoder;
import reprise.message.codec.OrderAcceptedDecoder;
import reprise.message.codec.OrderCancelledDecoder;
import reprise.message.codec.OrderExpiredDecoder;
import reprise.message.codec.OrderFilledDecoder;
import reprise.message.codec.OrderPartiallyFilledDecoder;
import reprise.message.codec.OrderRejectedDecoder;
import reprise.message.codec.OrderReplacedDecoder;
import reprise.message.codec.PositionReportedDecoder;
import reprise.message.codec.QuoteDecoder;
import reprise.message.codec.ReplaceRejectedDecoder;
import reprise.message.codec.ResumeRequestedDecoder;
import reprise.message.codec.RunStartedDecoder;
import reprise.message.codec.StartRequestedDecoder;
import reprise.message.codec.StopRequestedDecoder;
import reprise.message.codec.TradeDecoder;
import reprise.message.codec.VenueConnectedDecoder;
import reprise.message.codec.VenueDisconnectedDecoder;
import reprise.order.RejectReason;

/**
 * Turns the bytes of an event back into exactly one call. Single-threaded; allocates only for the rare events that carry text.
 */
public final class EventDispatcher {
    private final EngineEvents target;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final RunStartedDecoder runStarted = new RunStartedDecoder();
    private final InstrumentDefinedDecoder instrumentDefined = new InstrumentDefinedDecoder();
    private final BarClosedDecoder barClosed = new BarClosedDecoder();
    private final HistoricalBarDecoder historicalBar = new HistoricalBarDecoder();
    private final QuoteDecoder quote = new QuoteDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final ClockTickedDecoder clockTicked = new ClockTickedDecoder();
    private final OrderAcceptedDecoder orderAccepted = new OrderAcceptedDecoder();
    private final OrderRejectedDecoder orderRejected = new OrderRejectedDecoder();
    private final OrderPartiallyFilledDecoder orderPartiallyFilled = new OrderPartiallyFilledDecoder();
    private final OrderFilledDecoder orderFilled = new OrderFilledDecoder();
    private final OrderCancelledDecoder orderCancelled = new OrderCancelledDecoder();
    private final OrderExpiredDecoder orderExpired = new OrderExpiredDecoder();
    private final OrderReplacedDecoder orderReplaced = new OrderReplacedDecoder();
    private final CancelRejectedDecoder cancelRejected = new CancelRejectedDecoder();
    private final ReplaceRejectedDecoder replaceRejected = new ReplaceRejectedDecoder();
    private final VenueConnectedDecoder venueConnected = new VenueConnectedDecoder();
    private final VenueDisconnectedDecoder venueDisconnected = new VenueDisconnectedDecoder();
    private final AccountReportedDecoder accountReported = new AccountReportedDecoder();
    private final PositionReportedDecoder positionReported = new PositionReportedDecoder();
    private final StartRequestedDecoder startRequested = new StartRequestedDecoder();
    private final StopRequestedDecoder stopRequested = new StopRequestedDecoder();
    private final HaltRequestedDecoder haltRequested = new HaltRequestedDecoder();
    private final ResumeRequestedDecoder resumeRequested = new ResumeRequestedDecoder();
    private final ClosePositionRequestedDecoder closePositionRequested = new ClosePositionRequestedDecoder();
    private final FlattenAllRequestedDecoder flattenAllRequested = new FlattenAllRequestedDecoder();

    /**
     * A dispatcher that calls one target.
     *
     * @param target is called once per record.
     */
    public EventDispatcher(final EngineEvents target) {
        this.target = target;
    }

    /**
     * Makes the call that a record stands for.
     *
     * @param buffer holding the record.
     * @param offset at which it begins.
     * @throws IllegalStateException if the record is not one of these messages, or of another schema: such a record is never skipped.
     */
    public void dispatch(final DirectBuffer buffer, final int offset) {
        header.wrap(buffer, offset);
        final int templateId = Templates.checkedTemplateId(header);
        switch (templateId) {
            case RunStartedDecoder.TEMPLATE_ID -> onRunStarted(buffer, offset);
            case InstrumentDefinedDecoder.TEMPLATE_ID -> onInstrumentDefined(buffer, offset);
            case BarClosedDecoder.TEMPLATE_ID -> onBar(buffer, offset);
            case QuoteDecoder.TEMPLATE_ID -> onQuote(buffer, offset);
            case TradeDecoder.TEMPLATE_ID -> onTrade(buffer, offset);
            case ClockTickedDecoder.TEMPLATE_ID -> onClockTicked(buffer, offset);
            case HistoricalBarDecoder.TEMPLATE_ID -> onHistoricalBar(buffer, offset);
            case OrderAcceptedDecoder.TEMPLATE_ID -> onOrderAccepted(buffer, offset);
            case OrderRejectedDecoder.TEMPLATE_ID -> onOrderRejected(buffer, offset);
            case OrderPartiallyFilledDecoder.TEMPLATE_ID -> onOrderPartiallyFilled(buffer, offset);
            case OrderFilledDecoder.TEMPLATE_ID -> onOrderFilled(buffer, offset);
            case OrderCancelledDecoder.TEMPLATE_ID -> onOrderCancelled(buffer, offset);
            case OrderExpiredDecoder.TEMPLATE_ID -> onOrderExpired(buffer, offset);
            case OrderReplacedDecoder.TEMPLATE_ID -> onOrderReplaced(buffer, offset);
            case CancelRejectedDecoder.TEMPLATE_ID -> onCancelRejected(buffer, offset);
            case ReplaceRejectedDecoder.TEMPLATE_ID -> onReplaceRejected(buffer, offset);
            case VenueConnectedDecoder.TEMPLATE_ID -> onVenueConnected(buffer, offset);
            case VenueDisconnectedDecoder.TEMPLATE_ID -> onVenueDisconnected(buffer, offset);
            case AccountReportedDecoder.TEMPLATE_ID -> onAccountReported(buffer, offset);
            case PositionReportedDecoder.TEMPLATE_ID -> onPositionReported(buffer, offset);
            case StartRequestedDecoder.TEMPLATE_ID -> onStartRequested(buffer, offset);
            case StopRequestedDecoder.TEMPLATE_ID -> onStopRequested(buffer, offset);
            case HaltRequestedDecoder.TEMPLATE_ID -> onHaltRequested(buffer, offset);
            case ResumeRequestedDecoder.TEMPLATE_ID -> onResumeRequested(buffer, offset);
            case ClosePositionRequestedDecoder.TEMPLATE_ID -> onClosePositionRequested(buffer, offset);
            case FlattenAllRequestedDecoder.TEMPLATE_ID -> onFlattenAllRequested(buffer, offset);
            default -> throw Templates.unknown(templateId);
        }
    }

    private void onRunStarted(final DirectBuffer buffer, final int offset) {
        runStarted.wrapAndApplyHeader(buffer, offset, header);
        target.onRunStarted(runStarted.runId(), runStarted.buildHash(), runStarted.configHash());
    }

    private void onInstrumentDefined(final DirectBuffer buffer, final int offset) {
        instrumentDefined.wrapAndApplyHeader(buffer, offset, header);
        target.onInstrumentDefined(new InstrumentDefinition(
                instrumentDefined.instrumentId(),
                instrumentDefined.venueId(),
                instrumentDefined.symbol(),
                instrumentDefined.baseCurrency(),
                instrumentDefined.quoteCurrency(),
                instrumentDefined.priceDecimals(),
                instrumentDefined.quantityDecimals(),
                instrumentDefined.tickSize(),
                instrumentDefined.lotSize(),
                instrumentDefined.minNotional()));
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

    private void onClockTicked(final DirectBuffer buffer, final int offset) {
        target.onClockTicked();
    }

    private void onOrderAccepted(final DirectBuffer buffer, final int offset) {
        orderAccepted.wrapAndApplyHeader(buffer, offset, header);
        target.onOrderAccepted(orderAccepted.orderId(), orderAccepted.venueTimeNs());
    }

    private void onOrderRejected(final DirectBuffer buffer, final int offset) {
        orderRejected.wrapAndApplyHeader(buffer, offset, header);
        target.onOrderRejected(
                orderRejected.orderId(),
                orderRejected.venueTimeNs(),
                RejectReason.of(orderRejected.reasonRaw()),
                orderRejected.text());
    }

    private void onOrderPartiallyFilled(final DirectBuffer buffer, final int offset) {
        orderPartiallyFilled.wrapAndApplyHeader(buffer, offset, header);
        target.onOrderPartiallyFilled(
                orderPartiallyFilled.orderId(),
                orderPartiallyFilled.executionId(),
                orderPartiallyFilled.venueTimeNs(),
                orderPartiallyFilled.price(),
                orderPartiallyFilled.quantity(),
                orderPartiallyFilled.fee());
    }

    private void onOrderFilled(final DirectBuffer buffer, final int offset) {
        orderFilled.wrapAndApplyHeader(buffer, offset, header);
        target.onOrderFilled(
                orderFilled.orderId(),
                orderFilled.executionId(),
                orderFilled.venueTimeNs(),
                orderFilled.price(),
                orderFilled.quantity(),
                orderFilled.fee());
    }

    private void onOrderCancelled(final DirectBuffer buffer, final int offset) {
        orderCancelled.wrapAndApplyHeader(buffer, offset, header);
        target.onOrderCancelled(orderCancelled.orderId(), orderCancelled.venueTimeNs());
    }

    private void onOrderExpired(final DirectBuffer buffer, final int offset) {
        orderExpired.wrapAndApplyHeader(buffer, offset, header);
        target.onOrderExpired(orderExpired.orderId(), orderExpired.venueTimeNs());
    }

    private void onOrderReplaced(final DirectBuffer buffer, final int offset) {
        orderReplaced.wrapAndApplyHeader(buffer, offset, header);
        target.onOrderReplaced(
                orderReplaced.orderId(),
                orderReplaced.venueTimeNs(),
                orderReplaced.quantity(),
                orderReplaced.limitPrice());
    }

    private void onCancelRejected(final DirectBuffer buffer, final int offset) {
        cancelRejected.wrapAndApplyHeader(buffer, offset, header);
        target.onCancelRejected(
                cancelRejected.orderId(), cancelRejected.venueTimeNs(), RejectReason.of(cancelRejected.reasonRaw()));
    }

    private void onReplaceRejected(final DirectBuffer buffer, final int offset) {
        replaceRejected.wrapAndApplyHeader(buffer, offset, header);
        target.onReplaceRejected(
                replaceRejected.orderId(), replaceRejected.venueTimeNs(), RejectReason.of(replaceRejected.reasonRaw()));
    }

    private void onVenueConnected(final DirectBuffer buffer, final int offset) {
        venueConnected.wrapAndApplyHeader(buffer, offset, header);
        target.onVenueConnected(venueConnected.venueId());
    }

    private void onVenueDisconnected(final DirectBuffer buffer, final int offset) {
        venueDisconnected.wrapAndApplyHeader(buffer, offset, header);
        target.onVenueDisconnected(venueDisconnected.venueId());
    }

    private void onAccountReported(final DirectBuffer buffer, final int offset) {
        accountReported.wrapAndApplyHeader(buffer, offset, header);
        target.onAccountReported(accountReported.venueId(), accountReported.cash(), accountReported.currency());
    }

    private void onPositionReported(final DirectBuffer buffer, final int offset) {
        positionReported.wrapAndApplyHeader(buffer, offset, header);
        target.onPositionReported(
                positionReported.venueId(),
                positionReported.instrumentId(),
                positionReported.quantity(),
                positionReported.averagePrice());
    }

    private void onStartRequested(final DirectBuffer buffer, final int offset) {
        startRequested.wrapAndApplyHeader(buffer, offset, header);
        target.onStartRequested(startRequested.strategyId());
    }

    private void onStopRequested(final DirectBuffer buffer, final int offset) {
        stopRequested.wrapAndApplyHeader(buffer, offset, header);
        target.onStopRequested(stopRequested.strategyId());
    }

    private void onHaltRequested(final DirectBuffer buffer, final int offset) {
        target.onHaltRequested();
    }

    private void onResumeRequested(final DirectBuffer buffer, final int offset) {
        target.onResumeRequested();
    }

    private void onClosePositionRequested(final DirectBuffer buffer, final int offset) {
        closePositionRequested.wrapAndApplyHeader(buffer, offset, header);
        target.onClosePositionRequested(closePositionRequested.instrumentId());
    }

    private void onFlattenAllRequested(final DirectBuffer buffer, final int offset) {
        target.onFlattenAllRequested();
    }
}
