package reprise.message;

import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.message.codec.PairHedgedEncoder;
import reprise.message.codec.PairLegTradedEncoder;
import reprise.message.codec.PairReasonCode;
import reprise.message.codec.PairStateChangedEncoder;
import reprise.message.codec.PairStateCode;
import reprise.message.codec.SideCode;
import reprise.order.Side;
import reprise.time.EngineClock;

/** The part of the core's publisher that puts pairs on record. */
abstract class PairPublisher extends StrategyPublisher implements PairDecisions {
    private final PairStateChangedEncoder pairStateChanged = new PairStateChangedEncoder();
    private final PairHedgedEncoder pairHedged = new PairHedgedEncoder();
    private final PairLegTradedEncoder pairLegTraded = new PairLegTradedEncoder();

    PairPublisher(final Outlet outlet, final EngineClock clock) {
        super(outlet, clock);
    }

    @Override
    public void pairStateChanged(
            final int strategyId,
            final int pairId,
            final int instrumentId1,
            final int instrumentId2,
            final PairState state,
            final PairReason reason,
            final long quantity1,
            final long quantity2) {
        final PairStateCode stateCode = PairStateCode.get((short) state.ordinal());
        final PairReasonCode reasonCode = PairReasonCode.get((short) reason.ordinal());
        begin(pairStateChanged)
                .causeSequence(cause())
                .quantity1(quantity1)
                .quantity2(quantity2)
                .strategyId(strategyId)
                .pairId(pairId)
                .instrumentId1(instrumentId1)
                .instrumentId2(instrumentId2)
                .state(stateCode)
                .reason(reasonCode);
        end(pairStateChanged);
    }

    @Override
    public void pairHedged(
            final int strategyId,
            final int pairId,
            final int instrumentId1,
            final int instrumentId2,
            final long notional,
            final long lastedNs) {
        begin(pairHedged)
                .causeSequence(cause())
                .notional(notional)
                .lastedNs(lastedNs)
                .strategyId(strategyId)
                .pairId(pairId)
                .instrumentId1(instrumentId1)
                .instrumentId2(instrumentId2);
        end(pairHedged);
    }

    @Override
    public void pairLegTraded(
            final int strategyId,
            final int pairId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long entryPrice,
            final long exitPrice,
            final long pnl) {
        final SideCode sideCode = SideCode.get((short) side.ordinal());
        begin(pairLegTraded)
                .causeSequence(cause())
                .quantity(quantity)
                .entryPrice(entryPrice)
                .exitPrice(exitPrice)
                .pnl(pnl)
                .strategyId(strategyId)
                .pairId(pairId)
                .instrumentId(instrumentId)
                .side(sideCode);
        end(pairLegTraded);
    }
}
