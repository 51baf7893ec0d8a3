package reprise.research.screening;

import java.util.List;
import reprise.research.statistics.EngleGrangerResult;
import reprise.research.statistics.HalfLife;

/**
 * By what accepted pairs are ranked: the mean of four marks from 0 to 1. The weights are a convention, no finding.
 *
 * <ul>
 *   <li>evidence: {@code -log10(p) / 6}, at most 1;
 *   <li>persistence: the share of periods whose own p is at most 10 %;
 *   <li>steadiness: 1 for the same hedge ratio in all periods, 0 for one that differs by as much as allowed;
 *   <li>speed: 1 for the shortest half-life allowed, 0 for the longest, by its logarithm.
 * </ul>
 */
final class RankScore {
    private static final double EVIDENCE_DIGITS = 6;
    private static final double PERIOD_P = 0.10;
    private static final int MARKS = 4;

    private RankScore() {}

    static double of(
            final ScreenCriteria criteria,
            final EngleGrangerResult cointegration,
            final HalfLife halfLife,
            final List<PeriodFit> periods) {
        final double evidence = Math.min(1, -StrictMath.log10(cointegration.pValue()) / EVIDENCE_DIGITS);
        final double persistence =
                periods.stream().filter(period -> period.pValue() <= PERIOD_P).count() / (double) periods.size();
        final double steadiness = 1 - drift(cointegration.hedgeRatio(), periods) / criteria.maxDrift();
        final double speed = 1
                - StrictMath.log(halfLife.bars() / criteria.minHalfLife())
                        / StrictMath.log(criteria.maxHalfLife() / criteria.minHalfLife());
        return (evidence + persistence + steadiness + speed) / MARKS;
    }

    /** By how much a period's hedge ratio differs from that of the whole at most, as a fraction of it. */
    static double drift(final double hedgeRatio, final List<PeriodFit> periods) {
        double most = 0;
        for (final PeriodFit period : periods) {
            most = Math.max(most, Math.abs(period.hedgeRatio() / hedgeRatio - 1));
        }
        return most;
    }
}
