package reprise.research.statistics;

/**
 * How many lagged differences the Dickey-Fuller regression takes, so that what it leaves is not correlated in time.
 *
 * @param choice by what.
 * @param most lags tried, or taken with {@link Choice#FIXED}; negative for the default, which grows with the fourth root of the length.
 */
public record LagRule(Choice choice, int most) {
    private static final int DEFAULT = -1;

    /** By what the number is chosen. */
    public enum Choice {
        /** Akaike's criterion, smallest. */
        AIC,
        /** Schwarz's criterion, smallest: fewer lags. */
        BIC,
        /** From the most downwards, until the last lag is significant at 5 % (one-sided). */
        T_STATISTIC,
        /** As told. */
        FIXED
    }

    /**
     * A rule with the default number of lags to try, or with all of them if it is fixed.
     *
     * @param choice by what.
     * @return the rule.
     */
    public static LagRule by(final Choice choice) {
        return new LagRule(choice, DEFAULT);
    }

    /**
     * The same choice among fewer or more.
     *
     * @param lags most lags to try.
     * @return a copy.
     */
    public LagRule upTo(final int lags) {
        return new LagRule(choice, lags);
    }

    /**
     * A number of lags without any choice.
     *
     * @param lags 0 or more.
     * @return the rule.
     */
    public static LagRule fixed(final int lags) {
        return new LagRule(Choice.FIXED, lags);
    }

    /**
     * The most lags for a series: Schwert's {@code ceil(12 (n/100)^(1/4))} by default, and never so many that less than half of the
     * observations would be left.
     *
     * @param length of the series.
     * @param trend that the test allows.
     * @return lags; negative if the series is too short for any regression.
     */
    int mostFor(final int length, final Trend trend) {
        final int room = length / 2 - trend.terms() - 1;
        if (most > room) {
            throw new IllegalArgumentException(
                    most + " lags are too many for " + length + " values; at most " + room + " with trend " + trend);
        }
        return most >= 0 ? most : Math.min(room, (int) StrictMath.ceil(12 * StrictMath.pow(length / 100.0, 0.25)));
    }
}
