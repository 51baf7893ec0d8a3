package reprise.research.statistics;

import java.util.List;

/**
 * The test of Engle and Granger (1987) for cointegration of two series: regress one on the other, and ask whether what is left has a unit
 * root. Whatever regression leaves looks more like mean reversion than it is, because the regression made it as small as it could; that is
 * why p comes from MacKinnon's distribution for two series, not from that of the plain Dickey-Fuller test. Which series explains which
 * makes a difference; test both.
 */
public final class EngleGranger {
    /** Closer than this to 1, and the residual is rounding, or both are the same thing by two names. */
    private static final double COLLINEAR_R2 = 1 - 100 * Math.sqrt(Math.ulp(1.0));

    private final Trend trend;
    private final double hedgeRatio;
    private final double r2;
    private final double[] spread;

    /** From the series as they are, and without the trend. */
    private EngleGranger(final double[] y, final double[] x, final double[] ys, final double[] xs, final Trend trend) {
        this.trend = trend;
        hedgeRatio = Sums.isConstant(x) ? Double.NaN : Sums.product(xs, ys) / Sums.product(xs, xs);
        spread = new double[ys.length];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = ys[i] - hedgeRatio * xs[i];
        }
        final double[] total = trend.terms() < 2 ? ys : Sums.centered(y);
        r2 = 1 - Sums.product(spread, spread) / Sums.product(total, total);
    }

    /**
     * Regresses y on x and a trend.
     *
     * @param y explained, such as log prices of the first leg.
     * @param x explaining, as long.
     * @param trend of the regression.
     * @return the regression, to be tested.
     */
    public static EngleGranger regress(final double[] y, final double[] x, final Trend trend) {
        Sums.requireEqualLength(y, x);
        return new EngleGranger(y, x, trend.removedFrom(y), trend.removedFrom(x), trend);
    }

    /**
     * Regresses each on the other, with less work than one after the other.
     *
     * @param a one series.
     * @param b other series, as long.
     * @param trend of both regressions.
     * @return a on b, then b on a.
     */
    public static List<EngleGranger> regressBoth(final double[] a, final double[] b, final Trend trend) {
        Sums.requireEqualLength(a, b);
        final double[] as = trend.removedFrom(a);
        final double[] bs = trend.removedFrom(b);
        return List.of(new EngleGranger(a, b, as, bs, trend), new EngleGranger(b, a, bs, as, trend));
    }

    /**
     * Tests what the regression left.
     *
     * @param rule for the number of lags.
     * @return statistic and p; minus infinity and 0 if the series are collinear, NaN both if either is constant.
     * @throws IllegalArgumentException if the series are too short for the lags.
     */
    public EngleGrangerResult test(final LagRule rule) {
        final CriticalValues critical = MacKinnon.criticalValues(trend, 2, spread.length - 1);
        if (isCollinear()) {
            return new EngleGrangerResult(hedgeRatio, r2, Double.NEGATIVE_INFINITY, 0, 0, critical);
        }
        if (Double.isNaN(r2)) {
            return new EngleGrangerResult(hedgeRatio, r2, Double.NaN, Double.NaN, 0, critical);
        }
        final AdfResult adf = AdfTest.test(spread, Trend.NONE, rule);
        final double p = MacKinnon.pValue(adf.statistic(), trend, 2);
        return new EngleGrangerResult(hedgeRatio, r2, adf.statistic(), p, adf.lags(), critical);
    }

    /**
     * Whether the series are one and the same but for rounding.
     *
     * @return true if r2 is closer to 1 than 1.5e-6.
     */
    public boolean isCollinear() {
        return r2 >= COLLINEAR_R2;
    }

    /**
     * Slope of y on x.
     *
     * @return NaN if x is constant.
     */
    public double hedgeRatio() {
        return hedgeRatio;
    }

    /**
     * What the regression left, {@code y - hedgeRatio x} less its trend.
     *
     * @return a copy.
     */
    public double[] spread() {
        return spread.clone();
    }
}
