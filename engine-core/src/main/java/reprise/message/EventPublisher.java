package reprise.message;

import org.agrona.MutableDirectBuffer;
import reprise.execution.PairAction;
import reprise.market.Aggressor;
import reprise.message.codec.AccountReportedEncoder;
import reprise.message.codec.CancelRequestedEncoder;
import reprise.message.codec.ClosePositionRequestedEncoder;
import reprise.message.codec.FlattenAllRequestedEncoder;
import reprise.message.codec.ForeignOrderReportedEncoder;
import reprise.message.codec.OrderRequestedEncoder;
import reprise.message.codec.OrderTypeCode;
import reprise.message.codec.PairActionCode;
import reprise.message.codec.PairRequestedEncoder;
import reprise.message.codec.ParameterRequestedEncoder;
import reprise.message.codec.PositionReportedEncoder;
import reprise.message.codec.ReconciliationBeganEncoder;
import reprise.message.codec.ReconciliationEndedEncoder;
import reprise.message.codec.SideCode;
import reprise.message.codec.StartRequestedEncoder;
import reprise.message.codec.StopRequestedEncoder;
import reprise.message.codec.TimeInForceCode;
import reprise.message.codec.TradingScopeCode;
import reprise.message.codec.TradingStateCode;
import reprise.message.codec.TradingStateRequestedEncoder;
import reprise.message.codec.VenueConnectedEncoder;
import reprise.message.codec.VenueDisconnectedEncoder;
import reprise.order.OrderTerms;
import reprise.order.Side;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/**
 * Turns a call into bytes in an {@link Outlet}, unless the outlet takes the call itself. One instance per thread; allocates nothing; writes
 * whole messages or none: what cannot be written is refused before a slot is claimed.
 */
public final class EventPublisher extends OrderReportPublisher implements EngineEvents {
    private final VenueConnectedEncoder venueConnected = new VenueConnectedEncoder();
    private final VenueDisconnectedEncoder venueDisconnected = new VenueDisconnectedEncoder();
    private final AccountReportedEncoder accountReported = new AccountReportedEncoder();
    private final PositionReportedEncoder positionReported = new PositionReportedEncoder();
    private final ReconciliationBeganEncoder reconciliationBegan = new ReconciliationBeganEncoder();
    private final ReconciliationEndedEncoder reconciliationEnded = new ReconciliationEndedEncoder();
    private final ForeignOrderReportedEncoder foreignOrderReported = new ForeignOrderReportedEncoder();
    private final StartRequestedEncoder startRequested = new StartRequestedEncoder();
    private final StopRequestedEncoder stopRequested = new StopRequestedEncoder();
    private final TradingStateRequestedEncoder tradingStateRequested = new TradingStateRequestedEncoder();
    private final ClosePositionRequestedEncoder closePositionRequested = new ClosePositionRequestedEncoder();
    private final FlattenAllRequestedEncoder flattenAllRequested = new FlattenAllRequestedEncoder();
    private final OrderRequestedEncoder orderRequested = new OrderRequestedEncoder();
    private final CancelRequestedEncoder cancelRequested = new CancelRequestedEncoder();
    private final PairRequestedEncoder pairRequested = new PairRequestedEncoder();
    private final ParameterRequestedEncoder parameterRequested = new ParameterRequestedEncoder();
    private long sourceTimeNs;

    /**
     * A publisher for one thread.
     *
     * @param outlet of that thread.
     */
    public EventPublisher(final Outlet outlet) {
        super(outlet);
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
    void stamp(final MutableDirectBuffer record) {
        Envelope.stamp(record, 0, 0, sourceTimeNs);
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
        final PriceEvents prices = outlet.prices(sourceTimeNs);
        if (prices == null) {
            super.onBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
        } else {
            prices.onBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
        }
    }

    @Override
    public void onQuote(
            final int instrumentId,
            final long venueTimeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        final PriceEvents prices = outlet.prices(sourceTimeNs);
        if (prices == null) {
            super.onQuote(instrumentId, venueTimeNs, bidPrice, bidQuantity, askPrice, askQuantity);
        } else {
            prices.onQuote(instrumentId, venueTimeNs, bidPrice, bidQuantity, askPrice, askQuantity);
        }
    }

    @Override
    public void onTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        final PriceEvents prices = outlet.prices(sourceTimeNs);
        if (prices == null) {
            super.onTrade(instrumentId, venueTimeNs, price, quantity, aggressor);
        } else {
            prices.onTrade(instrumentId, venueTimeNs, price, quantity, aggressor);
        }
    }

    @Override
    public void onVenueConnected(final int venueId) {
        begin(venueConnected).venueId(venueId);
        end(venueConnected);
    }

    @Override
    public void onVenueDisconnected(final int venueId) {
        begin(venueDisconnected).venueId(venueId);
        end(venueDisconnected);
    }

    @Override
    public void onAccountReported(final int venueId, final long cash, final String currency) {
        AsciiText.check("currency", currency);
        begin(accountReported).venueId(venueId).cash(cash).currency(currency);
        end(accountReported);
    }

    @Override
    public void onPositionReported(
            final int venueId, final int instrumentId, final long quantity, final long averagePrice) {
        begin(positionReported)
                .venueId(venueId)
                .instrumentId(instrumentId)
                .quantity(quantity)
                .averagePrice(averagePrice);
        end(positionReported);
    }

    @Override
    public void onReconciliationBegan(final int venueId, final long sinceNs) {
        begin(reconciliationBegan).sinceNs(sinceNs).venueId(venueId);
        end(reconciliationBegan);
    }

    @Override
    public void onReconciliationEnded(final int venueId) {
        begin(reconciliationEnded).venueId(venueId);
        end(reconciliationEnded);
    }

    @Override
    public void onForeignOrderReported(
            final int venueId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long limitPrice,
            final String venueOrderId) {
        AsciiText.check("venueOrderId", venueOrderId);
        final SideCode sideCode = SideCode.get((short) side.ordinal());
        begin(foreignOrderReported)
                .quantity(quantity)
                .limitPrice(limitPrice)
                .venueId(venueId)
                .instrumentId(instrumentId)
                .side(sideCode)
                .venueOrderId(venueOrderId);
        end(foreignOrderReported);
    }

    @Override
    public void onStartRequested(final int strategyId) {
        begin(startRequested).strategyId(strategyId);
        end(startRequested);
    }

    @Override
    public void onStopRequested(final int strategyId) {
        begin(stopRequested).strategyId(strategyId);
        end(stopRequested);
    }

    @Override
    public void onTradingStateRequested(final TradingScope scope, final int scopeId, final TradingState state) {
        final TradingScopeCode scopeCode = TradingScopeCode.get((short) scope.ordinal());
        final TradingStateCode stateCode = TradingStateCode.get((short) state.ordinal());
        begin(tradingStateRequested).scope(scopeCode).targetId(scopeId).state(stateCode);
        end(tradingStateRequested);
    }

    @Override
    public void onClosePositionRequested(final int instrumentId) {
        begin(closePositionRequested).instrumentId(instrumentId);
        end(closePositionRequested);
    }

    @Override
    public void onFlattenAllRequested() {
        begin(flattenAllRequested);
        end(flattenAllRequested);
    }

    @Override
    public void onOrderRequested(final int strategyId, final int instrumentId, final OrderTerms terms) {
        final SideCode sideCode = SideCode.get((short) terms.side().ordinal());
        final OrderTypeCode orderTypeCode =
                OrderTypeCode.get((short) terms.type().ordinal());
        final TimeInForceCode timeInForceCode =
                TimeInForceCode.get((short) terms.timeInForce().ordinal());
        begin(orderRequested)
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .side(sideCode)
                .orderType(orderTypeCode)
                .timeInForce(timeInForceCode)
                .quantity(terms.quantity())
                .limitPrice(terms.limitPrice())
                .stopPrice(terms.stopPrice())
                .trailDistance(terms.trailDistance())
                .entryOrderId(terms.entryOrderId());
        end(orderRequested);
    }

    @Override
    public void onCancelRequested(final long orderId) {
        begin(cancelRequested).orderId(orderId);
        end(cancelRequested);
    }

    @Override
    public void onPairRequested(final int strategyId, final int pairId, final PairAction action) {
        final PairActionCode actionCode = PairActionCode.get((short) action.ordinal());
        begin(pairRequested).strategyId(strategyId).pairId(pairId).action(actionCode);
        end(pairRequested);
    }

    @Override
    public void onParameterRequested(final int strategyId, final String name, final String value) {
        AsciiText.check("parameter", name);
        AsciiText.check("value", value);
        begin(parameterRequested).strategyId(strategyId).parameter(name).parameterValue(value);
        end(parameterRequested);
    }
}
