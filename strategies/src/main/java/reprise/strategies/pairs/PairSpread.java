package reprise.strategies.pairs;

import reprise.indicator.RollingComoments;
import reprise.indicator.RollingMoments;
import reprise.state.StateExchange;

/**
 * The spread of the log prices of two legs and its z-score over the last bars, the present one included:
 *
 * <pre>
 *   spread = ln p1 - beta ln p2 [- alpha]
 *   z      = (spread - mean) / deviation
 * </pre>
 *
 * where beta is fixed, or beta and alpha come from a regression over a window of their own and each spread keeps those of its own bar.
 * Undefined (NaN) until the windows are full, and where the spread does not move. Free of drift; allocates nothing per bar.
 */
final class PairSpread {
    private final RollingComoments regression;
    private final RollingMoments moments;
    private final double fixedBeta;
    private final int degrees;
    private double alpha;
    private double beta;
    private double spread = Double.NaN;
    private double z = Double.NaN;

    /**
     * A spread before its first bar.
     *
     * @param mode where beta comes from.
     * @param fixedBeta of mode FIXED.
     * @param betaWindow bars of the regression of mode ROLLING.
     * @param zWindow bars of mean and deviation.
     * @param ddof what is taken off the number of bars in the deviation, 0 or 1.
     */
    PairSpread(final HedgeMode mode, final double fixedBeta, final int betaWindow, final int zWindow, final int ddof) {
        regression = mode == HedgeMode.ROLLING ? new RollingComoments(betaWindow) : null;
        moments = new RollingMoments(zWindow);
        degrees = zWindow - ddof;
        this.fixedBeta = fixedBeta;
        beta = regression == null ? fixedBeta : Double.NaN;
        alpha = regression == null ? 0 : Double.NaN;
    }

    /**
     * Both legs closed a bar at the same time.
     *
     * @param price1 of the first, above 0.
     * @param price2 of the second, above 0.
     */
    void add(final double price1, final double price2) {
        final double y = StrictMath.log(price1);
        final double x = StrictMath.log(price2);
        spread = regression == null ? y - fixedBeta * x : residual(x, y);
        if (regression == null || !Double.isNaN(spread)) {
            moments.add(spread);
        }
        final double deviation = deviation();
        z = deviation > 0 && Double.isFinite(deviation) && !Double.isNaN(spread)
                ? moments.distance(spread) / deviation
                : Double.NaN;
    }

    private double residual(final double x, final double y) {
        regression.add(x, y);
        final double xx = regression.isDefined() ? regression.xx() : 0;
        if (!(xx > 0)) {
            alpha = Double.NaN;
            beta = Double.NaN;
            return Double.NaN;
        }
        beta = regression.xy() / xx;
        alpha = regression.meanY() - beta * regression.meanX();
        return (y - regression.meanY()) - beta * (x - regression.meanX());
    }

    double spread() {
        return spread;
    }

    double alpha() {
        return alpha;
    }

    double beta() {
        return beta;
    }

    double mean() {
        return moments.mean();
    }

    double deviation() {
        return moments.isConstant() ? 0 : Math.sqrt(moments.deviations() / degrees);
    }

    double z() {
        return z;
    }

    void exchange(final StateExchange state) {
        moments.state(state);
        if (regression != null) {
            regression.state(state);
        }
        alpha = state.field("alpha", alpha);
        beta = state.field("beta", beta);
        spread = state.field("spread", spread);
        z = state.field("z", z);
    }
}
