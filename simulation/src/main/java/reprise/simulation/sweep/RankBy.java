package reprise.simulation.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import reprise.research.performance.AnnualReturn;

/** The measure by which points are compared; more is better. */
public enum RankBy {
    /** Sharpe ratio of the daily returns, annualised. */
    SHARPE_DAILY("sharpeDaily", PointMeasures::sharpeDaily),
    /** Sharpe ratio of the returns from bar to bar, annualised. */
    SHARPE("sharpe", PointMeasures::sharpe),
    /** Growth a year by the deepest drawdown. */
    CALMAR("calmar", PointMeasures::calmar),
    /** What the account gained. */
    TOTAL_RETURN("totalReturn", PointMeasures::totalReturn),
    /** What trades won by what they lost. */
    PROFIT_FACTOR("profitFactor", PointMeasures::profitFactor);

    private final String word;
    private final ToDoubleFunction<PointMeasures> measure;

    RankBy(final String word, final ToDoubleFunction<PointMeasures> measure) {
        this.word = word;
        this.measure = measure;
    }

    /**
     * Its name on the command line and in the files.
     *
     * @return such as {@code totalReturn}.
     */
    public String word() {
        return word;
    }

    /**
     * All names.
     *
     * @return in order.
     */
    public static List<String> words() {
        return Arrays.stream(values()).map(RankBy::word).toList();
    }

    /**
     * How long a run must be to have a value.
     *
     * @return days; 0 where the length does not matter.
     */
    public int leastDays() {
        return this == CALMAR ? AnnualReturn.LEAST_DAYS : 0;
    }

    /**
     * The value of a result.
     *
     * @param result of a run.
     * @return NaN if it failed, or if the measure is undefined.
     */
    public double of(final PointResult result) {
        return result.isFailed() ? Double.NaN : measure.applyAsDouble(result.measures());
    }
}
