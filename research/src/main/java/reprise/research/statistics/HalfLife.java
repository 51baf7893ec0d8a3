package reprise.research.statistics;

import java.util.Arrays;

/**
 * How fast a spread reverts to its mean: {@code s[t] - s[t-1] = a + b s[t-1] + e} by least squares.
 *
 * @param b the pull; 0 is a random walk, between -1 and 0 reverts, below -1 jumps to the other side.
 * @param bT its t-value.
 */
public record HalfLife(double b, double bT) {
    private static final double LN_2 = StrictMath.log(2);

    /**
     * Measures a spread.
     *
     * @param spread in order of time.
     * @return the pull; NaN if the spread does not vary or has fewer than four values.
     */
    public static HalfLife of(final double[] spread) {
        if (spread.length < 4) {
            return new HalfLife(Double.NaN, Double.NaN);
        }
        final double[] before = Arrays.copyOf(spread, spread.length - 1);
        final double[] steps = new double[before.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = spread[i + 1] - spread[i];
        }
        final LinearFit fit = LinearFit.of(steps, before);
        return new HalfLife(fit.beta(), fit.betaT());
    }

    /**
     * Bars until half of a deviation is gone, as if it decayed in continuous time: {@code -ln 2 / b} (Chan 2013).
     *
     * @return NaN if b is not negative.
     */
    public double bars() {
        return b < 0 ? -LN_2 / b : Double.NaN;
    }

    /**
     * The same in whole steps: {@code -ln 2 / ln(1 + b)}, about 0.35 bars less.
     *
     * @return NaN if b is not between -1 and 0.
     */
    public double barsInSteps() {
        return isReverting() ? -LN_2 / StrictMath.log1p(b) : Double.NaN;
    }

    /**
     * Whether the spread comes back step by step.
     *
     * @return true if b is between -1 and 0.
     */
    public boolean isReverting() {
        return b < 0 && b > -1;
    }
}
