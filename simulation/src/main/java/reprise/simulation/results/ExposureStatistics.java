package reprise.simulation.results;

import reprise.number.Money;

/** How much of the account was in the market, point by point, in constant memory. */
final class ExposureStatistics {
    private final CompensatedSum shares = new CompensatedSum();
    private final CompensatedSum equitySum = new CompensatedSum();
    private long points;
    private long pointsHeld;
    private double largest;

    void add(final long exposure, final long equity, final boolean isHeld) {
        points++;
        pointsHeld += isHeld ? 1 : 0;
        equitySum.add(equity);
        if (exposure != 0 || equity <= 0) {
            final double share = equity > 0 ? (double) exposure / equity : Double.NaN;
            shares.add(share);
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
