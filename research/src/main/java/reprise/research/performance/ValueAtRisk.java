package reprise.research.performance;

import reprise.research.statistics.Moments;
import reprise.research.statistics.NormalDistribution;
import reprise.research.statistics.Quantiles;

/**
 * What may be lost in one period, as positive fractions: the loss that all but a share of the periods stay below (VaR), and the mean of the
 * losses beyond it (CVaR, or expected shortfall).
 *
 * @param level confidence, such as 0.95.
 * @param historical negated quantile of the sample, type 7.
 * @param historicalTail negated mean of the returns at or below that quantile.
 * @param normal of a normal distribution with the sample's mean and deviation (n - 1).
 * @param normalTail mean of that distribution beyond it.
 * @param zeroMean of a normal distribution with mean 0.
 * @param cornishFisher of a normal distribution bent by the sample's skewness and kurtosis [Favre and Galeano 2002].
 * @param cornishFisherZ the bent quantile, in standard deviations.
 * @param isCornishFisherValid whether the bend keeps the order of quantiles up to this level; if not, {@code cornishFisher} means
 *     nothing.
 */
public record ValueAtRisk(
        double level,
        double historical,
        double historicalTail,
        double normal,
        double normalTail,
        double zeroMean,
        double cornishFisher,
        double cornishFisherZ,
        boolean isCornishFisherValid) {
    /**
     * Of returns.
     *
     * @param returns simple returns of equal periods.
     * @param level confidence, more than 0.5 and less than 1.
     * @return what may be lost in one period; NaN without returns or with one that is NaN.
     */
    public static ValueAtRisk of(final double[] returns, final double level) {
        if (!(level > 0.5 && level < 1)) {
            throw new IllegalArgumentException("a level between 0.5 and 1 expected, such as 0.95; got " + level);
        }
        final double tail = 1 - level;
        final double quantile = Quantiles.of(returns).at(tail);
        final Moments moments = Moments.of(returns);
        final double deviation = moments.deviation();
        final double z = NormalDistribution.quantile(tail);
        // Taken from 0, because the negative of a zero is a negative zero, which is a loss of nothing with a sign.
        final double bent = bent(z, moments.skew(), moments.excessKurtosis());
        return new ValueAtRisk(
                level,
                0 - quantile,
                0 - meanUpTo(returns, quantile),
                0 - (moments.mean() + z * deviation),
                -moments.mean() + deviation * NormalDistribution.density(z) / tail,
                0 - z * deviation,
                0 - (moments.mean() + bent * deviation),
                bent,
                keepsOrder(z, moments.skew(), moments.excessKurtosis()));
    }

    /**
     * The historical loss of one period, scaled to several by the root of their number, as if returns were independent.
     *
     * @param periods how many.
     * @return a positive fraction.
     */
    public double historicalOver(final int periods) {
        return historical * Math.sqrt(periods);
    }

    private static double meanUpTo(final double[] returns, final double limit) {
        double sum = 0;
        int count = 0;
        for (final double value : returns) {
            if (value <= limit) {
                sum += value;
                count++;
            }
        }
        return Ratio.of(sum, count);
    }

    private static double bent(final double z, final double skew, final double excess) {
        final double square = z * z;
        return z + (square - 1) * skew / 6 + z * (square - 3) * excess / 24 - z * (2 * square - 5) * skew * skew / 36;
    }

    /**
     * Whether the expansion grows with z from the quantile to its mirror image: whether its derivative, a parabola, is nowhere negative there.
     */
    private static boolean keepsOrder(final double z, final double skew, final double excess) {
        final double squareTerm = excess / 8 - skew * skew / 6;
        final double linearTerm = skew / 3;
        final double constant = 1 - excess / 8 + 5 * skew * skew / 36;
        final double lowest = -linearTerm / (2 * squareTerm);
        final boolean isLowestInside = squareTerm > 0 && Math.abs(lowest) < Math.abs(z);
        final double atLowest = isLowestInside ? constant + linearTerm * lowest / 2 : 0;
        final double atEnds = constant + squareTerm * z * z - Math.abs(linearTerm * z);
        return atEnds >= 0 && atLowest >= 0;
    }
}
