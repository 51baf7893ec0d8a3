package reprise.research.statistics;

/**
 * What chance makes of the Dickey-Fuller statistic when there is a unit root, or, for the residuals of a regression, no cointegration.
 * Response surfaces by J. G. MacKinnon: p-values of "Approximate asymptotic distribution functions for unit-root and cointegration tests"
 * (1994), critical values of "Critical values for cointegration tests" (2010).
 */
public final class MacKinnon {
    private static final int MOST_SERIES = 3;
    private static final int LEAST = 0;
    private static final int CHANGE = 1;
    private static final int MOST = 2;
    private static final int SMALL_FROM = 3;
    private static final int LARGE_FROM = 6;
    private static final int P_LENGTH = 10;

    // For one, two and three series: p is 0 below the first, 1 above the third, and the normal distribution of a
    // polynomial between, whose
    // coefficients, constant first, are the next three up to the second and the last four beyond it.
    private static final double[][] P_NONE = {
        {-19.04, -1.04, Double.POSITIVE_INFINITY, 0.6344, 1.2378, 0.032496, 0.4797, 0.93557, -0.06999, 0.033066},
        {-19.62, -1.53, 1.51, 1.9129, 1.3857, 0.035322, 1.5578, 0.8558, -0.2083, -0.033549},
        {-21.21, -2.68, 0.86, 2.7648, 1.4502, 0.034186, 2.2268, 0.68093, -0.32362, -0.054448},
    };
    private static final double[][] P_CONSTANT = {
        {-18.83, -1.61, 2.74, 2.1659, 1.4412, 0.038269, 1.7339, 0.93202, -0.12745, -0.010368},
        {-18.86, -2.62, 0.92, 2.92, 1.5012, 0.039796, 2.1945, 0.64695, -0.29198, -0.042377},
        {-23.48, -3.13, 0.55, 3.4699, 1.4856, 0.03164, 2.5893, 0.45168, -0.36529, -0.050074},
    };
    private static final double[][] P_LINEAR = {
        {-16.18, -2.89, 0.7, 3.2512, 1.6047, 0.049588, 2.5261, 0.61654, -0.37956, -0.060285},
        {-21.15, -3.19, 0.63, 3.6646, 1.5419, 0.036448, 2.85, 0.5272, -0.36622, -0.051695},
        {-25.37, -3.5, 0.71, 4.0983, 1.5173, 0.029898, 3.221, 0.5255, -0.32685, -0.041501},
    };
    private static final double[][] P_QUADRATIC = {
        {-17.17, -3.21, 0.54, 4.0003, 1.658, 0.048288, 3.0778, 0.49529, -0.41477, -0.059359},
        {-21.1, -3.51, 0.79, 4.3534, 1.6016, 0.037947, 3.4713, 0.5967, -0.32507, -0.042286},
        {-24.33, -3.81, 1.08, 4.7343, 1.5768, 0.032396, 3.8637, 0.67852, -0.26286, -0.031381},
    };

    // For one, two and three series, at 1, 5 and 10 %: the coefficients of a polynomial in 1 / observations, constant
    // first.
    private static final double[][][] CRITICAL_NONE = {
        {{-2.56574, -2.2358, -3.627, 0.0}, {-1.941, -0.2686, -3.365, 31.223}, {-1.61682, 0.2656, -2.714, 25.364}},
    };
    private static final double[][][] CRITICAL_CONSTANT = {
        {{-3.43035, -6.5393, -16.786, -79.433}, {-2.86154, -2.8903, -4.234, -40.04}, {-2.56677, -1.5384, -2.809, 0.0}},
        {{-3.89644, -10.9519, -33.527, 0.0}, {-3.33613, -6.1101, -6.823, 0.0}, {-3.04445, -4.2412, -2.72, 0.0}},
        {{-4.29374, -14.4354, -33.195, 47.433}, {-3.74066, -8.5632, -10.852, 27.982}, {-3.45218, -6.2143, -3.718, 0.0}},
    };
    private static final double[][][] CRITICAL_LINEAR = {
        {
            {-3.95877, -9.0531, -28.428, -134.155},
            {-3.41049, -4.3904, -9.036, -45.374},
            {-3.12705, -2.5856, -3.925, -22.38}
        },
        {{-4.32762, -15.4387, -35.679, 0.0}, {-3.78057, -9.5106, -12.074, 0.0}, {-3.49631, -7.0815, -7.538, 21.892}},
        {
            {-4.66305, -18.7688, -49.793, 104.244},
            {-4.1189, -11.8922, -19.031, 77.332},
            {-3.83511, -9.0723, -8.504, 35.403}
        },
    };
    private static final double[][][] CRITICAL_QUADRATIC = {
        {
            {-4.37113, -11.5882, -35.819, -334.047},
            {-3.83239, -5.9057, -12.49, -118.284},
            {-3.55326, -3.6596, -5.293, -63.559}
        },
        {
            {-4.69276, -20.2284, -64.919, 88.884},
            {-4.15387, -13.3114, -28.402, 72.741},
            {-3.87346, -10.4637, -17.408, 66.313}
        },
        {
            {-4.99071, -23.5873, -76.924, 184.782},
            {-4.45311, -15.7732, -32.316, 122.705},
            {-4.1728, -12.4909, -17.912, 83.285}
        },
    };

    private MacKinnon() {}

    /**
     * The chance of a statistic as low or lower.
     *
     * @param statistic of the test.
     * @param trend that the test allows.
     * @param series in the regression: 1 for a unit root, 2 for a pair.
     * @return 0 to 1; NaN for NaN.
     */
    public static double pValue(final double statistic, final Trend trend, final int series) {
        final double[] row = pRows(trend)[checked(series)];
        if (statistic < row[LEAST]) {
            return 0;
        }
        if (statistic > row[MOST]) {
            return 1;
        }
        return NormalDistribution.below(
                statistic <= row[CHANGE]
                        ? polynomial(row, SMALL_FROM, LARGE_FROM, statistic)
                        : polynomial(row, LARGE_FROM, P_LENGTH, statistic));
    }

    /**
     * Critical values.
     *
     * @param trend that the test allows.
     * @param series in the regression: 1 for a unit root, 2 for a pair.
     * @param observations of the regression.
     * @return NaN each where there is no table: without a trend for more than one series.
     */
    public static CriticalValues criticalValues(final Trend trend, final int series, final int observations) {
        final double[][][] tables = criticalTables(trend);
        if (checked(series) >= tables.length) {
            return CriticalValues.UNKNOWN;
        }
        final double[][] table = tables[series - 1];
        final double x = 1.0 / observations;
        return new CriticalValues(
                polynomial(table[0], 0, table[0].length, x),
                polynomial(table[1], 0, table[1].length, x),
                polynomial(table[2], 0, table[2].length, x));
    }

    private static int checked(final int series) {
        if (series < 1 || series > MOST_SERIES) {
            throw new IllegalArgumentException("1 to " + MOST_SERIES + " series expected, got " + series);
        }
        return series - 1;
    }

    private static double polynomial(final double[] coefficients, final int from, final int to, final double x) {
        double value = 0;
        for (int i = to - 1; i >= from; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }

    private static double[][] pRows(final Trend trend) {
        return switch (trend) {
            case NONE -> P_NONE;
            case CONSTANT -> P_CONSTANT;
            case LINEAR -> P_LINEAR;
            case QUADRATIC -> P_QUADRATIC;
        };
    }

    private static double[][][] criticalTables(final Trend trend) {
        return switch (trend) {
            case NONE -> CRITICAL_NONE;
            case CONSTANT -> CRITICAL_CONSTANT;
            case LINEAR -> CRITICAL_LINEAR;
            case QUADRATIC -> CRITICAL_QUADRATIC;
        };
    }
}
