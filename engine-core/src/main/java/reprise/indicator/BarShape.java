package reprise.indicator;

import reprise.market.Bar;

/** What the shape of a single bar tells. Stateless; allocates nothing. */
public final class BarShape {
    private BarShape() {}

    /**
     * How much of the bar's range lies between its open and its close.
     *
     * @param bar to look at.
     * @return 0 to 1, exact to the last digit; NaN for a bar without range.
     */
    public static double bodyFraction(final Bar bar) {
        final long range = bar.high() - bar.low();
        return range == 0 ? Double.NaN : (double) Math.abs(bar.close() - bar.open()) / range;
    }
}
