package reprise.message;

import org.agrona.MutableDirectBuffer;
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
 * Turns a call into bytes in an {@link Outlet}. One instance per thread; allocates nothing; writes whole messages or none.
 */
public final class EventPublisher implements EngineEvents {
    private final Outlet outlet;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final RunStartedEncoder runStarted = new RunStartedEncoder();
    private final InstrumentDefinedEncoder instrumentDefined = new InstrumentDefinedEncoder();
    private final BarClosedEncoder barClosed = new BarClosedEncoder();
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
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            runStarted.wrapAndApplyHeader(buffer, 0, header)
.runId(runId)
.buildHash(buildHash)
.configHash(configHash);
            lengthBytes = end(runStarted.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onInstrumentDefined(final InstrumentDefinition definition) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            instrumentDefined.wrapAndApplyHeader(buffer, 0, header)
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
            lengthBytes = end(instrumentDefined.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onBar(final int instrumentId, final long closeTimeNs, final long periodNs, final long open, final long high, final long low, final long close, final long volume) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            barClosed.wrapAndApplyHeader(buffer, 0, header)
.instrumentId(instrumentId)
.closeTimeNs(closeTimeNs)
.periodNs(periodNs)
.openPrice(open)
.highPrice(high)
.lowPrice(low)
.closePrice(close)
.volume(volume);
            lengthBytes = end(barClosed.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onQuote(final int instrumentId, final long venueTimeNs, final long bidPrice, final long bidQuantity, final long askPrice, final long askQuantity) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            quote.wrapAndApplyHeader(buffer, 0, header)
.instrumentId(instrumentId)
.venueTimeNs(venueTimeNs)
.bidPrice(bidPrice)
.bidQuantity(bidQuantity)
.askPrice(askPrice)
.askQuantity(askQuantity);
            lengthBytes = end(quote.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onTrade(final int instrumentId, final long venueTimeNs, final long price, final long quantity, final Aggressor aggressor) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            trade.wrapAndApplyHeader(buffer, 0, header)
.instrumentId(instrumentId)
.venueTimeNs(venueTimeNs)
.price(price)
.quantity(quantity)
.aggressor(AggressorCode.get((short) aggressor.ordinal()));
            lengthBytes = end(trade.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onClockTicked() {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            clockTicked.wrapAndApplyHeader(buffer, 0, header);
            lengthBytes = end(clockTicked.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onOrderAccepted(final long orderId, final long venueTimeNs) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            orderAccepted.wrapAndApplyHeader(buffer, 0, header)
.orderId(orderId)
.venueTimeNs(venueTimeNs);
            lengthBytes = end(orderAccepted.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onOrderRejected(final long orderId, final long venueTimeNs, final RejectReason reason, final String text) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            orderRejected.wrapAndApplyHeader(buffer, 0, header)
.orderId(orderId)
.venueTimeNs(venueTimeNs)
.reason(RejectCode.get((short) reason.ordinal()))
.text(AsciiText.bounded(text));
            lengthBytes = end(orderRejected.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onOrderPartiallyFilled(final long orderId, final long executionId, final long venueTimeNs, final long price, final long quantity, final long fee) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            orderPartiallyFilled.wrapAndApplyHeader(buffer, 0, header)
.orderId(orderId)
.executionId(executionId)
.venueTimeNs(venueTimeNs)
.price(price)
.quantity(quantity)
.fee(fee);
            lengthBytes = end(orderPartiallyFilled.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onOrderFilled(final long orderId, final long executionId, final long venueTimeNs, final long price, final long quantity, final long fee) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            orderFilled.wrapAndApplyHeader(buffer, 0, header)
.orderId(orderId)
.executionId(executionId)
.venueTimeNs(venueTimeNs)
.price(price)
.quantity(quantity)
.fee(fee);
            lengthBytes = end(orderFilled.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onOrderCancelled(final long orderId, final long venueTimeNs) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            orderCancelled.wrapAndApplyHeader(buffer, 0, header)
.orderId(orderId)
.venueTimeNs(venueTimeNs);
            lengthBytes = end(orderCancelled.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onOrderExpired(final long orderId, final long venueTimeNs) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            orderExpired.wrapAndApplyHeader(buffer, 0, header)
.orderId(orderId)
.venueTimeNs(venueTimeNs);
            lengthBytes = end(orderExpired.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onOrderReplaced(final long orderId, final long venueTimeNs, final long quantity, final long limitPrice) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            orderReplaced.wrapAndApplyHeader(buffer, 0, header)
.orderId(orderId)
.venueTimeNs(venueTimeNs)
.quantity(quantity)
.limitPrice(limitPrice);
            lengthBytes = end(orderReplaced.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onCancelRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            cancelRejected.wrapAndApplyHeader(buffer, 0, header)
.orderId(orderId)
.venueTimeNs(venueTimeNs)
.reason(RejectCode.get((short) reason.ordinal()));
            lengthBytes = end(cancelRejected.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onReplaceRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            replaceRejected.wrapAndApplyHeader(buffer, 0, header)
.orderId(orderId)
.venueTimeNs(venueTimeNs)
.reason(RejectCode.get((short) reason.ordinal()));
            lengthBytes = end(replaceRejected.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onVenueConnected(final int venueId) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            venueConnected.wrapAndApplyHeader(buffer, 0, header)
.venueId(venueId);
            lengthBytes = end(venueConnected.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onVenueDisconnected(final int venueId) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            venueDisconnected.wrapAndApplyHeader(buffer, 0, header)
.venueId(venueId);
            lengthBytes = end(venueDisconnected.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onAccountReported(final int venueId, final long cash, final String currency) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            accountReported.wrapAndApplyHeader(buffer, 0, header)
.venueId(venueId)
.cash(cash)
.currency(currency);
            lengthBytes = end(accountReported.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onPositionReported(final int venueId, final int instrumentId, final long quantity, final long averagePrice) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            positionReported.wrapAndApplyHeader(buffer, 0, header)
.venueId(venueId)
.instrumentId(instrumentId)
.quantity(quantity)
.averagePrice(averagePrice);
            lengthBytes = end(positionReported.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onStartRequested(final int strategyId) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            startRequested.wrapAndApplyHeader(buffer, 0, header)
.strategyId(strategyId);
            lengthBytes = end(startRequested.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onStopRequested(final int strategyId) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            stopRequested.wrapAndApplyHeader(buffer, 0, header)
.strategyId(strategyId);
            lengthBytes = end(stopRequested.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onHaltRequested() {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            haltRequested.wrapAndApplyHeader(buffer, 0, header);
            lengthBytes = end(haltRequested.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onResumeRequested() {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            resumeRequested.wrapAndApplyHeader(buffer, 0, header);
            lengthBytes = end(resumeRequested.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onClosePositionRequested(final int instrumentId) {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            closePositionRequested.wrapAndApplyHeader(buffer, 0, header)
.instrumentId(instrumentId);
            lengthBytes = end(closePositionRequested.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    @Override
    public void onFlattenAllRequested() {
        final MutableDirectBuffer buffer = outlet.claim();
        int lengthBytes = 0;
        try {
            flattenAllRequested.wrapAndApplyHeader(buffer, 0, header);
            lengthBytes = end(flattenAllRequested.encodedLength());
        } finally {
            outlet.end(lengthBytes);
        }
    }

    private int end(final int blockLengthBytes) {
        header.sequence(0).timeNs(sourceTimeNs);
        return MessageHeaderEncoder.ENCODED_LENGTH + blockLengthBytes;
    }
}
