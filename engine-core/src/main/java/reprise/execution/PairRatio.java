package reprise.execution;

import reprise.market.SplitRatio;
import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.state.StateExchange;

/**
 * Which quantities of two legs belong together. The leg of fewer lots is the coarse one; to each quantity of it belongs its share of the fine
 * leg, floored to the lot:
 *
 * <pre>
 *   fine(c)      = floorToLot(c * wholeFine / wholeCoarse)
 *   matched(c,f) = the largest c' &lt;= c with fine(c') &lt;= f, and fine(c')
 * </pre>
 */
final class PairRatio {
    private final long[] lots;
    private final long[] whole = {0, 0};
    private final long[] matched = {0, 0};
    private int coarse;

    PairRatio(final long lot1, final long lot2) {
        lots = new long[] {lot1, lot2};
    }

    void set(final long quantity1, final long quantity2) {
        whole[0] = quantity1;
        whole[1] = quantity2;
        coarse = quantity1 / lots[0] <= quantity2 / lots[1] ? 0 : 1;
    }

    private int fine() {
        return 1 - coarse;
    }

    private long fineFor(final long coarseQuantity) {
        return floorToLot(
                fine(),
                Decimals.multiplyDivide(coarseQuantity, whole[fine()], Math.max(whole[coarse], 1), Rounding.FLOOR));
    }

    private long floorToLot(final int leg, final long quantity) {
        return quantity - Math.floorMod(quantity, lots[leg]);
    }

    /** Works out what of two held quantities belongs together. */
    void match(final long held1, final long held2) {
        final long heldCoarse = floorToLot(coarse, Math.max(coarse == 0 ? held1 : held2, 0));
        final long heldFine = floorToLot(fine(), Math.max(coarse == 0 ? held2 : held1, 0));
        // fine(c) <= f for all c below (f + lot) * wholeCoarse / wholeFine.
        final long beyond = Decimals.multiplyDivide(
                heldFine + lots[fine()], whole[coarse], Math.max(whole[fine()], 1), Rounding.CEILING);
        final long most = floorToLot(coarse, Math.max(beyond - 1, 0));
        final long coarseMatched = fineFor(Math.min(heldCoarse, most)) == 0 ? 0 : Math.min(heldCoarse, most);
        matched[coarse] = coarseMatched;
        matched[fine()] = fineFor(coarseMatched);
    }

    /** Works out the first of so many equal parts. */
    void part(final long count, final long parts) {
        matched[coarse] = floorToLot(coarse, Decimals.multiplyDivide(whole[coarse], count, parts, Rounding.FLOOR));
        matched[fine()] = fineFor(matched[coarse]);
    }

    /** The units of a leg changed. */
    void onSplit(final int leg, final SplitRatio ratio) {
        set(leg == 0 ? ratio.quantity(whole[0]) : whole[0], leg == 1 ? ratio.quantity(whole[1]) : whole[1]);
    }

    /** What was last worked out for a leg. */
    long matched(final int leg) {
        return matched[leg];
    }

    long whole(final int leg) {
        return whole[leg];
    }

    void state(final StateExchange state) {
        state.field("wholeQuantity", whole);
        coarse = state.field("coarseLeg", coarse);
    }
}
