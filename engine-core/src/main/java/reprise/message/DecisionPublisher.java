package reprise.message;

import reprise.message.codec.MessageHeaderEncoder;
import reprise.message.codec.OrderRefusedEncoder;
import reprise.message.codec.RejectCode;
import reprise.message.codec.SideCode;
import reprise.message.codec.StateCauseCode;
import reprise.message.codec.TradingScopeCode;
import reprise.message.codec.TradingStateChangedEncoder;
import reprise.message.codec.TradingStateCode;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.time.EngineClock;

/** The part of the core's publisher that puts decisions on record. */
abstract class DecisionPublisher extends RecordWriter implements EngineDecisions {
    private final OrderRefusedEncoder orderRefused = new OrderRefusedEncoder();
    private final TradingStateChangedEncoder tradingStateChanged = new TradingStateChangedEncoder();
    private final EngineClock clock;
    private long sequence;

    DecisionPublisher(final Outlet outlet, final EngineClock clock) {
        super(outlet);
        this.clock = clock;
    }

    /**
     * How many commands and decisions were published.
     *
     * @return count, which is the sequence of the last one.
     */
    public final long sequence() {
        return sequence;
    }

    final long cause() {
        return clock.sequence();
    }

    @Override
    final void stamp(final MessageHeaderEncoder envelope) {
        envelope.sequence(++sequence).timeNs(clock.timeNs());
    }

    @Override
    public void orderRefused(
            final int strategyId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long price,
            final RejectReason reason,
            final long value,
            final long limit) {
        final SideCode sideCode = SideCode.get((short) side.ordinal());
        final RejectCode reasonCode = RejectCode.get((short) reason.ordinal());
        orderRefused
                .wrapAndApplyHeader(claim(), 0, header)
                .causeSequence(cause())
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .side(sideCode)
                .quantity(quantity)
                .price(price)
                .reason(reasonCode)
                .value(value)
                .limitValue(limit);
        end(orderRefused);
    }

    @Override
    public void tradingStateChanged(
            final TradingScope scope, final int scopeId, final TradingState state, final StateCause cause) {
        final TradingScopeCode scopeCode = TradingScopeCode.get((short) scope.ordinal());
        final TradingStateCode stateCode = TradingStateCode.get((short) state.ordinal());
        final StateCauseCode causeCode = StateCauseCode.get((short) cause.ordinal());
        tradingStateChanged
                .wrapAndApplyHeader(claim(), 0, header)
                .causeSequence(cause())
                .scope(scopeCode)
                .targetId(scopeId)
                .state(stateCode)
                .cause(causeCode);
        end(tradingStateChanged);
    }
}
