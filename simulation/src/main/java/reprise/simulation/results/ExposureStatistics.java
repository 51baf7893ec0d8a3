package reprise.simulation.results;

import reprise.number.Money;

/** How much of the account was in the market, point by point, in constant memory. */
final class ExposureStatistics {
    private final CompensatedSum shares = new CompensatedSum();
    private final WholeSum equitySum = new WholeSum();
    private long points;
    private long pointsHeld;
    private double largest;

    /** So many points that are the same. */
    void add(final long exposure, final long equity, final boolean isHeld, final long times) {
        points += times;
        pointsHeld += isHeld ? times : 0;
        // As precise as a double: what a larger account had beyond that was never in the mean.
        equitySum.add((long) (double) equity, times);
        if (exposure != 0 || equity <= 0) {
            final double share = equity > 0 ? (double) exposure / equity : Double.NaN;
            for (long i = 0; i < times; i++) {
                shares.add(share);
            }
            largest = Math.max(largest, share);
        }
    }

    long points() {
        return points;
    }

    /** Share of points at which a position was held. */
    double timeShare() {
        return points == 0 ? Double.NaN : (double) pointsHeld / points;
    }

    /** Mean of all positions, without sign, over equity; 1 is all of the money. NaN after ruin. */
    double mean() {
        return points == 0 ? Double.NaN : shares.value() / points;
    }

    double largest() {
        return points == 0 ? Double.NaN : largest;
    }

    /** Whole money. */
    double meanEquity() {
        return points == 0 ? Double.NaN : equitySum.value() / points / Money.ONE;
    }
}
