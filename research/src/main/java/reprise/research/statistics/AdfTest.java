package reprise.research.statistics;

/**
 * The augmented Dickey-Fuller test for a unit root: regress the step {@code x[t] - x[t-1]} on the level {@code x[t-1]}, on earlier steps
 * and on a trend; if the level pulls back, its coefficient is negative. (Dickey and Fuller 1979; lags as in statsmodels.)
 */
public final class AdfTest {
    /** 95 % of the normal distribution lie below. */
    private static final double SIGNIFICANT_T = 1.6448536269514722;

    /** Of the size of a series, what may be left of it by rounding alone. */
    private static final double ROUNDING = 1e-13;

    private AdfTest() {}

    /**
     * Tests a series.
     *
     * @param series in order of time.
     * @param trend that the series may have without a unit root.
     * @param rule for the number of lags.
     * @return statistic and p; NaN both if the series is its trend and nothing else, or follows its own past exactly.
     * @throws IllegalArgumentException if the series is too short for the lags and the trend.
     */
    public static AdfResult test(final double[] series, final Trend trend, final LagRule rule) {
        final int most = rule.mostFor(series.length, trend);
        if (most < 0) {
            throw new IllegalArgumentException(
                    "a series of " + series.length + " values is too short for trend " + trend);
        }
        // The statistic does not change with the trend's coefficients; without them no digits are lost to the level of
        // prices.
        final double[] rest = trend.removedFrom(series);
        if (!(Sums.product(rest, rest) > ROUNDING * ROUNDING * Sums.product(series, series))) {
            return new AdfResult(
                    Double.NaN, Double.NaN, most, series.length - 1 - most, CriticalValues.UNKNOWN, Double.NaN);
        }
        if (rule.choice() == LagRule.Choice.FIXED) {
            return result(rest, trend, most, Double.NaN);
        }
        final Nested nested = new Nested(new LagProducts(rest, trend, most), trend);
        final int lags = nested.choose(rule.choice());
        return result(rest, trend, lags, nested.criterion(lags, rule.choice()));
    }

    private static AdfResult result(final double[] rest, final Trend trend, final int lags, final double criterion) {
        final LagProducts products = new LagProducts(rest, trend, lags);
        final Cholesky regression = new Cholesky(products.levelLast());
        final int level = lags;
        final int freedom = products.observations() - trend.terms() - lags - 1;
        final double statistic = regression.t(level, freedom);
        return new AdfResult(
                statistic,
                MacKinnon.pValue(statistic, trend, 1),
                lags,
                products.observations(),
                MacKinnon.criticalValues(trend, 1, products.observations()),
                criterion);
    }

    /** The regressions with 0, 1, 2, ... lags on the observations of the one with most, all in one decomposition. */
    private static final class Nested {
        private final Cholesky regression;
        private final int observations;
        private final int terms;
        private final int most;

        Nested(final LagProducts products, final Trend trend) {
            regression = new Cholesky(products.levelFirst());
            observations = products.observations();
            terms = trend.terms();
            most = products.lags();
        }

        int choose(final LagRule.Choice choice) {
            if (choice == LagRule.Choice.T_STATISTIC) {
                int lags = most;
                while (lags > 0 && !(criterion(lags, choice) >= SIGNIFICANT_T)) {
                    lags--;
                }
                return lags;
            }
            int best = 0;
            for (int lags = 1; lags <= most; lags++) {
                if (criterion(lags, choice) < criterion(best, choice)) {
                    best = lags;
                }
            }
            return best;
        }

        double criterion(final int lags, final LagRule.Choice choice) {
            final int parameters = terms + lags + 1;
            return switch (choice) {
                case AIC -> deviance(lags) + 2 * parameters;
                case BIC -> deviance(lags) + StrictMath.log(observations) * parameters;
                case T_STATISTIC -> Math.abs(regression.t(lags, observations - parameters));
                case FIXED -> Double.NaN;
            };
        }

        /** Minus twice the logarithm of the likelihood under normal errors. */
        private double deviance(final int lags) {
            return observations
                    * (StrictMath.log(2 * Math.PI) + 1 + StrictMath.log(regression.unexplained(lags) / observations));
        }
    }
}
