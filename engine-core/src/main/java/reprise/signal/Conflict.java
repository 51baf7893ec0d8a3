package reprise.signal;

import reprise.order.Side;

/**
 * Step 4: both sides of a symbol. The best signal of each side stands for it. Of equal priority and with scores that differ by no more than
 * the tolerance times the larger, none is traded; otherwise the better side wins, and all signals of the other lose to its best one. What is
 * left and stands against an open position suggests to leave it: its own strategy's position if there is one, or else that of the lowest
 * strategy that has one; unless the strategy may reverse.
 */
final class Conflict {
    private final ArbiterConfig config;
    private final StrategyTerms[] terms;
    private final ArbitrationContext context;

    Conflict(final ArbiterConfig config, final StrategyTerms[] terms, final ArbitrationContext context) {
        this.config = config;
        this.terms = terms;
        this.context = context;
    }

    /** Takes the symbol whose best living signal is at an index. Call for every index in order of rank. */
    void settle(final Decision[] ranked, final int count, final int index) {
        final Decision best = ranked[index];
        if (!best.isAlive() || !isFirst(ranked, index)) {
            return;
        }
        final Decision rival = bestAgainst(ranked, count, index);
        if (rival != null) {
            final boolean tie = isTie(best, rival);
            for (int i = index + 1; i < count; i++) {
                final Decision other = ranked[i];
                if (other != rival && other.isAlive() && other.meets(best)) {
                    lose(other, best, rival, tie);
                }
            }
            rival.refuse(tie ? ArbitrationReason.CONFLICT_TIE : ArbitrationReason.CONFLICT_LOST, best);
            if (tie) {
                best.refuse(ArbitrationReason.CONFLICT_TIE, rival);
            }
        }
    }

    private static void lose(final Decision other, final Decision best, final Decision rival, final boolean tie) {
        final boolean onBestSide = other.signal.side() == best.signal.side();
        if (tie) {
            other.refuse(ArbitrationReason.CONFLICT_TIE, onBestSide ? rival : best);
        } else if (!onBestSide) {
            other.refuse(ArbitrationReason.CONFLICT_LOST, best);
        }
    }

    /** Whether no better signal of the symbol is alive or was alive when its conflict was settled. */
    private static boolean isFirst(final Decision[] ranked, final int index) {
        for (int i = 0; i < index; i++) {
            if (ranked[i].isAlive() && ranked[i].meets(ranked[index])) {
                return false;
            }
        }
        return true;
    }

    private static Decision bestAgainst(final Decision[] ranked, final int count, final int index) {
        for (int i = index + 1; i < count; i++) {
            if (ranked[i].isAlive()
                    && ranked[i].meets(ranked[index])
                    && ranked[i].signal.side() != ranked[index].signal.side()) {
                return ranked[i];
            }
        }
        return null;
    }

    private boolean isTie(final Decision a, final Decision b) {
        final double larger = Math.max(Math.abs(a.score), Math.abs(b.score));
        return a.signal.priority() == b.signal.priority()
                && Math.abs(a.score - b.score) <= config.tieTolerance() * larger;
    }

    void suggestExit(final Decision decision) {
        final Signal signal = decision.signal;
        if (terms[signal.strategyId()].allowsReversal()) {
            return;
        }
        if (isAgainst(signal, signal.strategyId())) {
            suggest(decision, signal.strategyId());
            return;
        }
        for (int i = 0; i < terms.length; i++) {
            if (terms[i] != null && isAgainst(signal, i)) {
                suggest(decision, i);
                return;
            }
        }
    }

    private boolean isAgainst(final Signal signal, final int strategyId) {
        final long held = context.position(strategyId, signal.instrumentId());
        return signal.side() == Side.BUY ? held < 0 : held > 0;
    }

    private void suggest(final Decision decision, final int strategyId) {
        decision.refuse(ArbitrationReason.EXIT_SUGGESTED, 0, 0);
        decision.otherStrategyId = strategyId;
        decision.quantity = Math.abs(context.position(strategyId, decision.signal.instrumentId()));
    }
}
