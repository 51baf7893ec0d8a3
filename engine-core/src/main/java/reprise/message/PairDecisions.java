package reprise.message;

import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.order.Side;

/** What became of pairs of two legs, for the record; see {@link EngineDecisions} for units. */
public interface PairDecisions {
    /**
     * A pair is in another state, or did not do what was asked for.
     *
     * @param strategyId whose.
     * @param pairId 1, 2, 3, ... of that strategy.
     * @param instrumentId1 first leg.
     * @param instrumentId2 second leg.
     * @param state where it is now; the same as before where something was refused, or the next part of an opening begins.
     * @param reason why.
     * @param quantity1 held of the first leg, in the direction of the opening.
     * @param quantity2 held of the second leg, in the direction of the opening.
     */
    void pairStateChanged(
            int strategyId,
            int pairId,
            int instrumentId1,
            int instrumentId2,
            PairState state,
            PairReason reason,
            long quantity1,
            long quantity2);

    /**
     * A time in which a pair was without hedge is over.
     *
     * @param strategyId whose.
     * @param pairId 1, 2, 3, ... of that strategy.
     * @param instrumentId1 first leg.
     * @param instrumentId2 second leg.
     * @param notional the most that was without hedge, money.
     * @param lastedNs nanoseconds.
     */
    void pairHedged(int strategyId, int pairId, int instrumentId1, int instrumentId2, long notional, long lastedNs);

    /**
     * A pair is flat again: what one of its legs came to. Comes once a leg.
     *
     * @param strategyId whose.
     * @param pairId 1, 2, 3, ... of that strategy.
     * @param instrumentId the leg.
     * @param side of the entry.
     * @param quantity entered in all.
     * @param entryPrice average, rounded half to even.
     * @param exitPrice likewise.
     * @param pnl money, after fees.
     */
    void pairLegTraded(
            int strategyId,
            int pairId,
            int instrumentId,
            Side side,
            long quantity,
            long entryPrice,
            long exitPrice,
            long pnl);
}
