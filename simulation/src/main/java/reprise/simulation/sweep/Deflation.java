package reprise.simulation.sweep;

import java.util.List;
import reprise.research.performance.SharpeInference;

/**
 * What the number of tries takes from the best of them [Bailey and Lopez de Prado 2014]. Daily Sharpe ratios, not annualised.
 *
 * @param trials runs whose Sharpe ratio is defined.
 * @param variance of their ratios, with n - 1; 0 for fewer than two.
 */
public record Deflation(int trials, double variance) {
    /**
     * Of all runs from which one is chosen.
     *
     * @param points those that did not fail.
     * @return how many there are, and how they scatter.
     */
    public static Deflation of(final List<RankedPoint> points) {
        final double[] ratios = points.stream()
                .mapToDouble(point -> point.result().measures().daily().sharpe())
                .filter(Double::isFinite)
                .toArray();
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < ratios.length; i++) {
            final double deviation = ratios[i] - mean;
            mean += deviation / (i + 1);
            squares += deviation * (ratios[i] - mean);
        }
        return new Deflation(ratios.length, ratios.length < 2 ? 0 : squares / (ratios.length - 1));
    }

    /**
     * The best ratio that so many tries without any skill would have shown.
     *
     * @return of one day; NaN without a trial.
     */
    public double expectedBest() {
        return trials == 0 ? Double.NaN : SharpeInference.expectedBest(trials, variance);
    }

    /**
     * How probable it is that a point is better than that.
     *
     * @param result of a run that did not fail.
     * @return the deflated Sharpe ratio, 0 to 1; NaN where the run's own is undefined.
     */
    public double deflated(final PointResult result) {
        return trials == 0 ? Double.NaN : result.measures().daily().deflated(trials, variance);
    }
}
