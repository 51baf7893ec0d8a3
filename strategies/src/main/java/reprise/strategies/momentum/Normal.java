package reprise.strategies.momentum;

/** The standard normal distribution, the same on every machine. */
final class Normal {
    private static final double[] TERMS = {0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429};
    private static final double SCALE = 0.3275911;

    private Normal() {}

    /** Abramowitz and Stegun 7.1.26, to 1.5e-7. */
    static double cumulative(final double x) {
        final double y = Math.abs(x) / Math.sqrt(2);
        final double t = 1 / (1 + SCALE * y);
        double series = 0;
        for (int i = TERMS.length - 1; i >= 0; i--) {
            series = (series + TERMS[i]) * t;
        }
        final double half = (1 - series * StrictMath.exp(-y * y)) / 2;
        return x >= 0 ? 0.5 + half : 0.5 - half;
    }
}
