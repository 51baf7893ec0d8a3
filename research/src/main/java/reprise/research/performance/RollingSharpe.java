package reprise.research.performance;

import java.util.Arrays;

/** The Sharpe ratio of the last so many returns, as it moved. */
public final class RollingSharpe {
    private RollingSharpe() {}

    /**
     * Every window anew, so that nothing drifts: the work is returns times window.
     *
     * @param returns simple returns.
     * @param window how many, at least 2.
     * @param periodsPerYear returns a year.
     * @return one value a return, of the window that ends there; NaN before the first full window and where returns do not vary.
     */
    public static double[] of(final double[] returns, final int window, final double periodsPerYear) {
        if (window < 2) {
            throw new IllegalArgumentException("a window of at least 2 returns expected, got " + window);
        }
        final double[] rolling = new double[returns.length];
        Arrays.fill(rolling, 0, Math.min(window - 1, rolling.length), Double.NaN);
        for (int end = window; end <= returns.length; end++) {
            rolling[end - 1] = ReturnStatistics.of(Arrays.copyOfRange(returns, end - window, end), periodsPerYear)
                    .sharpe();
        }
        return rolling;
    }
}
