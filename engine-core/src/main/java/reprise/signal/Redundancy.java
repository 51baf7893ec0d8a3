package reprise.signal;

import reprise.number.Money;
import reprise.order.Side;
import reprise.state.StateExchange;

/**
 * Step 3: is the signal more of the same. In order of rank, each is compared with every open position and every better signal still alive in
 * its symbol and direction: with an overlap of entries or a correlation of results at the limit or above it is redundant, otherwise its size
 * shrinks by the larger of the two. A strategy is the same as itself. What a signal is redundant to may itself fail at a later step; it stays
 * redundant, because steps are taken once and in order.
 */
final class Redundancy {
    private final ArbiterConfig config;
    private final StrategyTerms[] terms;
    private final ArbitrationContext context;
    private final EntryOverlap overlaps;
    private final PnlCorrelation correlations;

    Redundancy(final ArbiterConfig config, final StrategyTerms[] terms, final ArbitrationContext context) {
        this.config = config;
        this.terms = terms;
        this.context = context;
        overlaps = new EntryOverlap(config);
        correlations = new PnlCorrelation(config);
    }

    EntryOverlap overlaps() {
        return overlaps;
    }

    PnlCorrelation correlations() {
        return correlations;
    }

    void check(final Decision[] ranked, final int index) {
        final Decision decision = ranked[index];
        final Signal signal = decision.signal;
        for (int i = 0; i < terms.length && decision.isAlive(); i++) {
            if (terms[i] != null && isHeld(i, signal)) {
                compare(decision, i, Decision.NO_SIGNAL);
            }
        }
        for (int i = 0; i < index && decision.isAlive(); i++) {
            final Decision better = ranked[i];
            if (better.isAlive() && better.meets(decision) && better.signal.side() == signal.side()) {
                compare(decision, better.signal.strategyId(), better.signal.id());
            }
        }
    }

    private boolean isHeld(final int strategyId, final Signal signal) {
        final long held = context.position(strategyId, signal.instrumentId());
        return signal.side() == Side.BUY ? held > 0 : held < 0;
    }

    private void compare(final Decision decision, final int strategyId, final long signalId) {
        final double overlap = overlaps.between(decision.signal.strategyId(), strategyId);
        final double correlation = correlations.between(decision.signal.strategyId(), strategyId);
        decision.overlap = Math.max(decision.overlap, overlap);
        decision.correlation = Math.max(decision.correlation, correlation);
        if (overlap >= config.maxOverlap() || correlation >= config.maxCorrelation()) {
            decision.refuse(ArbitrationReason.REDUNDANT, 0, 0);
            decision.otherSignalId = signalId;
            decision.otherStrategyId = strategyId;
        }
    }

    /** The part of the size that remains, in units of 1e-8. */
    static long remainder(final Decision decision) {
        return Rates.floor(1 - Math.max(decision.overlap, decision.correlation), Money.ONE);
    }

    void state(final StateExchange state) {
        overlaps.state(state);
        correlations.state(state);
    }
}
