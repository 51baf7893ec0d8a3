package reprise.signal;

import reprise.number.Money;
import reprise.state.StateExchange;

/**
 * Pearson's correlation of two strategies' daily results over the last 60 days, in two passes over the window. A day without trades is a
 * result of zero. 0 before there are enough days and where a strategy's results do not vary.
 */
final class PnlCorrelation {
    static final int DAYS = 60;

    private final int minDays;
    private final long[] today;
    private final long[] results;
    private int next;
    private int days;

    PnlCorrelation(final ArbiterConfig config) {
        minDays = config.minDays();
        today = new long[config.maxStrategies()];
        results = new long[config.maxStrategies() * DAYS];
    }

    void onPnl(final int strategyId, final long pnl) {
        today[strategyId] = Math.addExact(today[strategyId], pnl);
    }

    void onDayClosed() {
        for (int i = 0; i < today.length; i++) {
            results[i * DAYS + next] = today[i];
            today[i] = 0;
        }
        next = (next + 1) % DAYS;
        days = Math.min(DAYS, days + 1);
    }

    double between(final int a, final int b) {
        if (a == b) {
            return 1;
        }
        if (days < minDays) {
            return 0;
        }
        final double meanA = mean(a);
        final double meanB = mean(b);
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < days; i++) {
            final double da = Money.toDouble(results[a * DAYS + i]) - meanA;
            final double db = Money.toDouble(results[b * DAYS + i]) - meanB;
            aa += da * da;
            bb += db * db;
            ab += da * db;
        }
        final double correlation = ab / Math.sqrt(aa * bb);
        return isConstant(a) || isConstant(b) || Double.isNaN(correlation) ? 0 : correlation;
    }

    private double mean(final int strategyId) {
        double sum = 0;
        for (int i = 0; i < days; i++) {
            sum += Money.toDouble(results[strategyId * DAYS + i]);
        }
        return sum / days;
    }

    /** Exactly, where the sum of squares would only be small. */
    private boolean isConstant(final int strategyId) {
        for (int i = 1; i < days; i++) {
            if (results[strategyId * DAYS + i] != results[strategyId * DAYS]) {
                return false;
            }
        }
        return true;
    }

    void state(final StateExchange state) {
        state.field("today", today);
        state.field("results", results);
        next = state.field("next", next);
        days = state.field("days", days);
    }
}
