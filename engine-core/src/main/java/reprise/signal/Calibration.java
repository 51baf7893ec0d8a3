package reprise.signal;

import reprise.state.StateExchange;

/**
 * Step 2: what confidence was worth so far. Of the last 200 outcomes of a strategy, those of the signal's confidence decile give the
 * calibrated confidence {@code c = (wins + 20 * prior) / (k + 20)}; all 200 give mean win and mean loss, or the prior where there is none
 * yet. Then {@code ev = c * win - (1 - c) * loss - cost}, and the score is {@code ev * c}.
 *
 * <p>A win is an outcome above zero. Means are computed anew each time, in the order of the ring, so that nothing drifts.
 */
final class Calibration {
    static final int LENGTH = 200;
    private static final int PRIOR_WEIGHT = 20;

    private final StrategyTerms[] terms;
    private final boolean logOnly;
    private final double[] outcomes;
    private final long[] deciles;
    private final int[] next;
    private final int[] count;

    Calibration(final ArbiterConfig config, final StrategyTerms[] terms) {
        this.terms = terms;
        logOnly = config.logOnly();
        outcomes = new double[config.maxStrategies() * LENGTH];
        deciles = new long[outcomes.length];
        next = new int[config.maxStrategies()];
        count = new int[config.maxStrategies()];
    }

    static int decile(final double confidence) {
        return Math.min(9, (int) (confidence * 10));
    }

    void onOutcome(final int strategyId, final double confidence, final double result) {
        if (!(confidence >= 0 && confidence <= 1) || Double.isNaN(result) || Double.isInfinite(result)) {
            throw new IllegalArgumentException("impossible outcome: strategyId=" + strategyId + ", confidence="
                    + confidence + ", result=" + result);
        }
        final int index = strategyId * LENGTH + next[strategyId];
        outcomes[index] = result;
        deciles[index] = decile(confidence);
        next[strategyId] = (next[strategyId] + 1) % LENGTH;
        count[strategyId] = Math.min(LENGTH, count[strategyId] + 1);
    }

    void weigh(final Decision decision) {
        final int strategyId = decision.signal.strategyId();
        final StrategyTerms own = terms[strategyId];
        final int decile = decile(decision.signal.confidence());
        int inDecile = 0;
        int winsInDecile = 0;
        int wins = 0;
        double won = 0;
        double lost = 0;
        final int first = strategyId * LENGTH;
        for (int i = first; i < first + count[strategyId]; i++) {
            final boolean win = outcomes[i] > 0;
            wins += win ? 1 : 0;
            won += win ? outcomes[i] : 0;
            lost -= win ? 0 : outcomes[i];
            inDecile += deciles[i] == decile ? 1 : 0;
            winsInDecile += win && deciles[i] == decile ? 1 : 0;
        }
        final int losses = count[strategyId] - wins;
        final double win = wins > 0 ? won / wins : own.priorWin();
        final double loss = losses > 0 ? lost / losses : own.priorLoss();
        final double c = (winsInDecile + PRIOR_WEIGHT * own.priorWinRate()) / (inDecile + PRIOR_WEIGHT);
        decision.calibrated = c;
        decision.payoff = win / loss;
        decision.expectedValue = c * win - (1 - c) * loss - own.cost();
        decision.score = decision.expectedValue * c;
        if (!logOnly && !(decision.expectedValue > 0)) {
            decision.refuse(ArbitrationReason.NO_EXPECTED_VALUE, 0, 0);
        }
    }

    void state(final StateExchange state) {
        state.field("outcomes", outcomes);
        state.field("deciles", deciles);
        for (int i = 0; i < next.length; i++) {
            next[i] = state.field("next", next[i]);
            count[i] = state.field("count", count[i]);
        }
    }
}
