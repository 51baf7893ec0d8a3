package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Means, sums of squared deviations and of products of deviations of the last {@code n} pairs, by anchored sums whose rounding is kept under
 * an account as in {@link RollingMoments}. A leg that does not move is recognised by counting equal values.
 *
 * <p>Amortised constant time: one exact pass of {@code n} steps per window or 256 updates at least. Allocates nothing after construction.
 */
public final class RollingComoments {
    private final Window xs;
    private final Window ys;
    private final int interval;
    private final double inverse;
    private double anchorX;
    private double anchorY;
    private double sumX;
    private double sumY;
    private double squaresX;
    private double squaresY;
    private double products;
    private double peakX;
    private double peakY;
    private int sinceAnew;
    private int undefined;
    private double newestX = Double.NaN;
    private double newestY = Double.NaN;
    private int equalX;
    private int equalY;

    /**
     * Before the first pair.
     *
     * @param length of the window, n.
     */
    public RollingComoments(final int length) {
        xs = new Window(length);
        ys = new Window(length);
        interval = Math.max(length, RollingMoments.LEAST_INTERVAL);
        inverse = 1.0 / length;
    }

    /**
     * Takes the next pair; NaN in either makes everything undefined until it has left the window.
     *
     * @param x the next one.
     * @param y the next one.
     */
    public void add(final double x, final double y) {
        final boolean full = xs.isFull();
        final double oldX = xs.push(x);
        final double oldY = ys.push(y);
        equalX = x == newestX ? equalX + 1 : 1;
        equalY = y == newestY ? equalY + 1 : 1;
        newestX = x;
        newestY = y;
        undefined += (Double.isNaN(x + y) ? 1 : 0) - (Double.isNaN(oldX + oldY) ? 1 : 0);
        sinceAnew++;
        if (!xs.isFull() || undefined > 0) {
            sinceAnew = interval;
        } else if (!full || sinceAnew >= interval) {
            computeAnew();
        } else {
            shift(x - anchorX, y - anchorY, oldX - anchorX, oldY - anchorY);
        }
    }

    private void shift(final double x, final double y, final double oldX, final double oldY) {
        sumX += x - oldX;
        sumY += y - oldY;
        squaresX += x * x - oldX * oldX;
        squaresY += y * y - oldY * oldY;
        products += x * y - oldX * oldY;
        peakX = Math.max(peakX, squaresX);
        peakY = Math.max(peakY, squaresY);
        final double error = RollingMoments.UNIT * sinceAnew;
        final boolean exactX = error * peakX <= RollingMoments.TOLERANCE * xx();
        final boolean exactY = error * peakY <= RollingMoments.TOLERANCE * yy();
        if (!(exactX && exactY)) {
            computeAnew();
        }
    }

    private void computeAnew() {
        final double[] x = xs.storage();
        final double[] y = ys.storage();
        anchorX = mean(x);
        anchorY = mean(y);
        sumX = 0;
        sumY = 0;
        squaresX = 0;
        squaresY = 0;
        products = 0;
        for (int i = 0; i < x.length; i++) {
            final double dx = x[i] - anchorX;
            final double dy = y[i] - anchorY;
            sumX += dx;
            sumY += dy;
            squaresX += dx * dx;
            squaresY += dy * dy;
            products += dx * dy;
        }
        peakX = squaresX;
        peakY = squaresY;
        sinceAnew = 0;
    }

    private double mean(final double[] values) {
        double distance = 0;
        for (final double value : values) {
            distance += value - values[0];
        }
        return values[0] + distance * inverse;
    }

    /**
     * Whether the window is full of pairs.
     *
     * @return false before, and while a NaN is in it; then nothing else means anything.
     */
    public boolean isDefined() {
        return xs.isFull() && undefined == 0;
    }

    boolean isConstantX() {
        return equalX >= xs.length();
    }

    boolean isConstantY() {
        return equalY >= ys.length();
    }

    /**
     * The mean of x.
     *
     * @return of the window.
     */
    public double meanX() {
        return anchorX + sumX * inverse;
    }

    /**
     * The mean of y.
     *
     * @return of the window.
     */
    public double meanY() {
        return anchorY + sumY * inverse;
    }

    /**
     * The sum of squared deviations of x; exactly 0 where x does not move.
     *
     * @return of the window.
     */
    public double xx() {
        return isConstantX() ? 0 : squaresX - sumX * sumX * inverse;
    }

    double yy() {
        return isConstantY() ? 0 : squaresY - sumY * sumY * inverse;
    }

    /**
     * The sum of products of deviations; exactly 0 where either does not move.
     *
     * @return of the window.
     */
    public double xy() {
        return isConstantX() || isConstantY() ? 0 : products - sumX * sumY * inverse;
    }

    /**
     * Saves or restores it.
     *
     * @param state takes or gives the fields.
     */
    public void state(final StateExchange state) {
        xs.state(state);
        ys.state(state);
        anchorX = state.field("anchorX", anchorX);
        anchorY = state.field("anchorY", anchorY);
        sumX = state.field("sumX", sumX);
        sumY = state.field("sumY", sumY);
        squaresX = state.field("squaresX", squaresX);
        squaresY = state.field("squaresY", squaresY);
        products = state.field("products", products);
        peakX = state.field("peakX", peakX);
        peakY = state.field("peakY", peakY);
        sinceAnew = state.field("sinceAnew", sinceAnew);
        undefined = state.field("undefined", undefined);
        newestX = state.field("newestX", newestX);
        newestY = state.field("newestY", newestY);
        equalX = state.field("equalX", equalX);
        equalY = state.field("equalY", equalY);
    }
}
