package reprise.simulation.results;

import java.util.List;

/**
 * How the strategies of a run did beside each other.
 *
 * @param strategies in order of registration.
 * @param overlap how much two of them enter the same: common entries by all entries, where two are common if instrument and side are equal
 *     and they are at most one bar apart; 1 on the diagonal, NaN where both never entered.
 * @param correlation of their daily results (realised, unrealised, fees; days of UTC); NaN where one does not vary.
 */
public record StrategyComparison(
        List<StrategyStatistics> strategies, List<List<Double>> overlap, List<List<Double>> correlation) {}
