package reprise.monitor;

/**
 * Value at risk and conditional value at risk of a sample of returns; a loss is positive. With {@code q} the quantile of one less the
 * confidence, {@code m} the mean, {@code s} the standard deviation (ddof 1), {@code S} and {@code K} the skewness and the excess kurtosis
 * (biased) and {@code z} the normal quantile:
 *
 * <pre>
 *   historical      -q, interpolated between its neighbours (type 7)
 *   conditional     the mean of the returns that are not above q, with the other sign
 *   parametric      -(m + z s)
 *   Cornish-Fisher  -(m + w s),  w = z + (z^2-1) S/6 + (z^3-3z) K/24 - (2z^3-5z) S^2/36      [Favre, Galeano 2002]
 * </pre>
 *
 * <p>The last is a quantile only where {@code w} grows with {@code z} everywhere, or a larger confidence could give a smaller loss:
 * with {@code a = K/8 - S^2/6} and {@code c = 1 - K/8 + 5 S^2/36}, where {@code a, c >= 0} and {@code S^2/9 <= 4 a c} [Maillard 2012]. Outside, which is common for returns of a minute, its value
 * is of no use, often far too small; {@link #isCornishFisherValid} says so.
 *
 * <p>Estimates anew each time: {@code n log k} steps at worst, {@code k} being the share of the sample beyond the quantile. Allocates nothing
 * after construction; keeps only the last results; sums in the order given, so that equal samples give equal bits.
 */
public final class VarEstimator {
    private static final double PLACE_TOLERANCE = 1e-9;

    private final double tail;
    private final double z;
    private final LowestValues lowest;
    private double historical;
    private double conditional;
    private double parametric;
    private double cornishFisher;
    private boolean valid;

    /**
     * An estimator without results.
     *
     * @param confidence 0.5 to 0.9999.
     * @param capacity the largest sample.
     */
    public VarEstimator(final double confidence, final int capacity) {
        tail = 1 - confidence;
        z = NormalQuantile.of(tail);
        lowest = new LowestValues((int) (tail * capacity) + 2);
        undefined();
    }

    /**
     * Estimates from a sample. Everything is undefined (NaN) if it has fewer than two values or one that is not finite.
     *
     * @param sample returns, or results in money.
     * @param count how many of them, from the first on.
     */
    public void estimate(final double[] sample, final int count) {
        undefined();
        if (count >= 2 && isFinite(sample, count)) {
            takeQuantile(sample, count);
            takeMoments(sample, count);
        }
    }

    private void undefined() {
        historical = Double.NaN;
        conditional = Double.NaN;
        parametric = Double.NaN;
        cornishFisher = Double.NaN;
        valid = false;
    }

    private static boolean isFinite(final double[] sample, final int count) {
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(sample[i])) {
                return false;
            }
        }
        return true;
    }

    private void takeQuantile(final double[] sample, final int count) {
        final double place = snapped((count - 1) * tail);
        final int below = (int) place;
        lowest.begin(Math.min(below + 2, count));
        for (int i = 0; i < count; i++) {
            lowest.add(sample[i]);
        }
        final double low = lowest.secondHighest();
        final double quantile = low + (place - below) * (lowest.highest() - low);
        double sum = 0;
        int beyond = 0;
        for (int i = 0; i < count; i++) {
            if (sample[i] <= quantile) {
                sum += sample[i];
                beyond++;
            }
        }
        historical = 0.0 - quantile;
        conditional = 0.0 - sum / beyond;
    }

    /** A place that is meant to be a value's own must not miss it by the rounding of one less the confidence. */
    private static double snapped(final double place) {
        final double nearest = Math.rint(place);
        return Math.abs(place - nearest) < PLACE_TOLERANCE ? nearest : place;
    }

    private void takeMoments(final double[] sample, final int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sample[i] - sample[0];
        }
        final double mean = sample[0] + sum / count;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = 0; i < count; i++) {
            final double distance = sample[i] - mean;
            final double square = distance * distance;
            second += square;
            third += square * distance;
            fourth += square * square;
        }
        final double deviation = Math.sqrt(second / (count - 1));
        parametric = 0.0 - (mean + z * deviation);
        correct(count, mean, deviation, second / count, third / count, fourth / count);
    }

    private void correct(
            final int count,
            final double mean,
            final double deviation,
            final double m2,
            final double m3,
            final double m4) {
        final double square = m2 * m2;
        if (!(square > 0)) {
            // Equal values, or differences too small to have a shape.
            cornishFisher = parametric;
            valid = true;
            return;
        }
        final double skewness = m3 / (m2 * Math.sqrt(m2));
        final double kurtosis = m4 / square - 3;
        cornishFisher = 0.0 - (mean + corrected(skewness, kurtosis) * deviation);
        valid = isMonotone(skewness, kurtosis) && Double.isFinite(cornishFisher);
    }

    private double corrected(final double skewness, final double kurtosis) {
        final double cube = z * z * z;
        return z
                + (z * z - 1) * skewness / 6
                + (cube - 3 * z) * kurtosis / 24
                - (2 * cube - 5 * z) * skewness * skewness / 36;
    }

    private static boolean isMonotone(final double skewness, final double kurtosis) {
        final double square = skewness * skewness;
        final double bend = kurtosis / 8 - square / 6;
        final double level = 1 - kurtosis / 8 + 5 * square / 36;
        return bend >= 0 && level >= 0 && square / 9 - 4 * bend * level <= 0;
    }

    /**
     * By the returns as they were.
     *
     * @return the loss that is exceeded with a probability of one less the confidence; NaN if undefined.
     */
    public double historical() {
        return historical;
    }

    /**
     * The mean of the losses that are not below {@link #historical}.
     *
     * @return the expected loss beyond it; NaN if undefined.
     */
    public double conditional() {
        return conditional;
    }

    /**
     * By a normal distribution.
     *
     * @return the loss; NaN if undefined.
     */
    public double parametric() {
        return parametric;
    }

    /**
     * By the Cornish-Fisher expansion, be it valid or not.
     *
     * @return the loss; NaN if undefined.
     */
    public double cornishFisher() {
        return cornishFisher;
    }

    /**
     * Whether the expansion is monotone, so that {@link #cornishFisher} is a quantile.
     *
     * @return whether to use it.
     */
    public boolean isCornishFisherValid() {
        return valid;
    }

    /**
     * The value to compare with a limit.
     *
     * @param method chosen; for {@link VarMethod#CORNISH_FISHER} outside its domain the larger of the other two.
     * @return the loss; NaN if undefined.
     */
    public double value(final VarMethod method) {
        switch (method) {
            case HISTORICAL:
                return historical;
            case PARAMETRIC:
                return parametric;
            default:
                return valid ? cornishFisher : Math.max(historical, parametric);
        }
    }
}
