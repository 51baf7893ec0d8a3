package reprise.execution;

import reprise.number.Decimals;
import reprise.number.Rounding;

/** What two legs hold against each other. Without state of its own. */
final class PairHedge {
    private final PairLegs legs;
    private final PairRatio ratio;

    PairHedge(final PairLegs legs, final PairRatio ratio) {
        this.legs = legs;
        this.ratio = ratio;
    }

    /** In how many parts the whole must go so that no leg of a part is worth more. */
    long partsOfAtMost(final long notional) {
        final long largest = Math.max(worth(0, ratio.whole(0)), worth(1, ratio.whole(1)));
        return Math.max(Decimals.multiplyDivide(largest, 1, notional, Rounding.CEILING), 1);
    }

    /** The smallest part that one leg does not go beyond: down to there the other leg has no counterpart. */
    long smallestPartReached(final long parts) {
        long part = 0;
        ratio.part(part, parts);
        while (part < parts
                && ratio.matched(0) < legs.get(0).held()
                && ratio.matched(1) < legs.get(1).held()) {
            part++;
            ratio.part(part, parts);
        }
        return part;
    }

    boolean isMatched() {
        ratio.match(legs.get(0).held(), legs.get(1).held());
        return isNear(0, ratio.matched(0)) && isNear(1, ratio.matched(1));
    }

    boolean isNear(final int leg, final long quantity) {
        return legs.get(leg).isNear(quantity);
    }

    /** The worth of what one leg has beyond the other's counterpart, of the leg where it is more. */
    long unhedgedNotional() {
        ratio.match(legs.get(0).held(), legs.get(1).held());
        return Math.max(unhedged(0), unhedged(1));
    }

    private long unhedged(final int leg) {
        return isNear(leg, ratio.matched(leg))
                ? 0
                : worth(leg, Math.abs(legs.get(leg).held() - ratio.matched(leg)));
    }

    private long worth(final int leg, final long quantity) {
        return legs.get(leg).instrument().notional(legs.get(leg).instrument().markPrice(), quantity);
    }
}
