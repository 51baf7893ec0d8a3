package reprise.simulation.sweep;

import java.util.ArrayList;
import java.util.List;
import reprise.research.performance.EquityCurve;
import reprise.research.performance.Performance;

/**
 * The tests of a walk-forward as one account that goes from window to window: each begins with what the one before has left, and earns the
 * returns that its own run has earned. A window without a test leaves the account as it is. An account that a test has ruined ends with that
 * test: on less than nothing a gain would be a loss.
 *
 * @param windows number of the window of each point; 0 for the first point.
 * @param performance of the account, by days.
 */
public record JoinedTests(int[] windows, Performance performance) {
    /**
     * Joins.
     *
     * @param results in order of time.
     * @param daysPerYear for annual figures.
     * @return the account; null if no window was tested.
     */
    public static JoinedTests of(final List<WindowResult> results, final double daysPerYear) {
        final List<WindowResult> tested =
                results.stream().filter(WindowResult::isTested).toList();
        if (tested.isEmpty()) {
            return null;
        }
        final List<Long> times = new ArrayList<>();
        final List<Double> equity = new ArrayList<>();
        final List<Integer> windows = new ArrayList<>();
        final EquityCurve first = tested.get(0).test().daily();
        times.add(first.timeNs(0));
        equity.add(first.equity(0));
        windows.add(0);
        for (final WindowResult each : tested) {
            if (equity.get(equity.size() - 1) <= 0) {
                break;
            }
            final EquityCurve curve = each.test().daily();
            final double factor = equity.get(equity.size() - 1) / curve.equity(0);
            for (int i = 1; i < curve.size(); i++) {
                times.add(curve.timeNs(i));
                equity.add(curve.equity(i) * factor);
                windows.add(each.window().number());
            }
        }
        final EquityCurve joined = EquityCurve.of(
                times.stream().mapToLong(Long::longValue).toArray(),
                equity.stream().mapToDouble(Double::doubleValue).toArray());
        return new JoinedTests(
                windows.stream().mapToInt(Integer::intValue).toArray(), Performance.of(joined, daysPerYear));
    }
}
