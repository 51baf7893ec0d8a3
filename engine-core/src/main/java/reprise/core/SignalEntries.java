package reprise.core;

import java.util.Arrays;
import reprise.signal.Decision;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * From which signals positions come, so that their results can be told to the arbiter: what was accepted last waits until its book opens, and
 * then stands for the position until that is closed or turned. Owned by the core; part of replayed state.
 */
final class SignalEntries implements Snapshotable {
    private static final int NONE = -1;

    private final int bookCount;
    private double[][] waitingConfidence = {};
    private long[][] waitingRisk = {};
    private double[][] confidence = {};
    private long[][] risk = {};

    SignalEntries(final int bookCount) {
        this.bookCount = bookCount;
    }

    void define() {
        waitingConfidence = grown(waitingConfidence);
        waitingRisk = grown(waitingRisk);
        confidence = grown(confidence);
        risk = grown(risk);
    }

    private double[][] grown(final double[][] values) {
        final double[][] more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = new double[bookCount];
        Arrays.fill(more[values.length], NONE);
        return more;
    }

    private long[][] grown(final long[][] values) {
        final long[][] more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = new long[bookCount];
        return more;
    }

    /** A signal was accepted that risks so much money; 0 where it has no stop. */
    void accepted(final Decision decision, final long riskedMoney) {
        final int instrumentId = decision.signal().instrumentId();
        final int strategyId = decision.signal().strategyId();
        waitingConfidence[instrumentId][strategyId] = decision.signal().confidence();
        waitingRisk[instrumentId][strategyId] = riskedMoney;
    }

    /** The confidence of the signal from which a position came; negative if it came from none. */
    double confidence(final int strategyId, final int instrumentId) {
        return confidence[instrumentId][strategyId];
    }

    /** A result in multiples of what was risked; without a stop, won is one and lost is one. */
    double multiple(final int strategyId, final int instrumentId, final long pnl) {
        final long risked = risk[instrumentId][strategyId];
        return risked > 0 ? (double) pnl / risked : Long.signum(pnl);
    }

    void closed(final int strategyId, final int instrumentId) {
        confidence[instrumentId][strategyId] = NONE;
        risk[instrumentId][strategyId] = 0;
    }

    /** A book holds something: whatever waited for it stands for it, if nothing does. */
    void opened(final int strategyId, final int instrumentId) {
        if (confidence[instrumentId][strategyId] < 0 && waitingConfidence[instrumentId][strategyId] >= 0) {
            confidence[instrumentId][strategyId] = waitingConfidence[instrumentId][strategyId];
            risk[instrumentId][strategyId] = waitingRisk[instrumentId][strategyId];
            waitingConfidence[instrumentId][strategyId] = NONE;
        }
    }

    @Override
    public void exchange(final StateExchange state) {
        for (int i = 0; i < confidence.length; i++) {
            state.section("signalEntries", i);
            for (int book = 0; book < bookCount; book++) {
                waitingConfidence[i][book] = state.field("waitingConfidence", waitingConfidence[i][book]);
                waitingRisk[i][book] = state.field("waitingRisk", waitingRisk[i][book]);
                confidence[i][book] = state.field("confidence", confidence[i][book]);
                risk[i][book] = state.field("risk", risk[i][book]);
            }
        }
    }
}
