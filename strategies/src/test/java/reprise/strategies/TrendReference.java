package reprise.strategies;

import java.util.Arrays;

/**
 * The trend rules once more, over whole arrays and without any code of the engine: the direction to hold after each bar, 1, 0 or -1. Moves
 * are compared as integers, so ties are exact.
 */
final class TrendReference {
    private TrendReference() {}

    static int[] directions(final SharedBars bars, final TrendStrategy.Parameters p) {
        final double[] fast = ema(bars.close(), p.emaFast());
        final double[] slow = ema(bars.close(), p.emaSlow());
        final double[] adx = adx(bars, p.adxLength());
        final int[] direction = new int[bars.count()];
        for (int i = 1; i < direction.length; i++) {
            final int trend = Double.isNaN(slow[i]) ? 0 : (int) Math.signum(fast[i] - slow[i]);
            final boolean strong = !Double.isNaN(adx[i]) && adx[i] >= p.adxMin();
            final boolean allowed = trend > 0 || p.allowShort();
            if (direction[i - 1] != 0 && direction[i - 1] != -trend) {
                direction[i] = direction[i - 1];
            } else if (strong && allowed && gate(bars, i, trend, p)) {
                direction[i] = trend;
            }
        }
        return direction;
    }

    private static boolean gate(final SharedBars bars, final int i, final int trend, final TrendStrategy.Parameters p) {
        final long move = trend * (bars.close()[i] - bars.open()[i]);
        final long range = bars.high()[i] - bars.low()[i];
        return !p.priceActionFilter() || move > 0 && move >= p.priceActionMinBody() * range;
    }

    private static double[] ema(final long[] cents, final int n) {
        final double[] ema = nan(cents.length);
        double sum = 0;
        for (int i = 0; i < cents.length; i++) {
            sum += cents[i];
            if (i == n - 1) {
                ema[i] = sum / n;
            } else if (i >= n) {
                ema[i] = (2.0 * cents[i] + (n - 1) * ema[i - 1]) / (n + 1);
            }
        }
        return ema;
    }

    static double[] adx(final SharedBars bars, final int n) {
        final double[] dx = dx(bars, n);
        final double[] adx = nan(bars.count());
        double sum = 0;
        for (int i = n; i < adx.length; i++) {
            sum += dx[i];
            if (i == 2 * n - 1) {
                adx[i] = sum / n;
            } else if (i >= 2 * n) {
                adx[i] = adx[i - 1] + (dx[i] - adx[i - 1]) / n;
            }
        }
        return adx;
    }

    private static double[] dx(final SharedBars bars, final int n) {
        final double[] plus = new double[bars.count()];
        final double[] minus = new double[bars.count()];
        for (int i = 1; i < plus.length; i++) {
            final long up = bars.high()[i] - bars.high()[i - 1];
            final long down = bars.low()[i - 1] - bars.low()[i];
            plus[i] = up > down && up > 0 ? up : 0;
            minus[i] = down > up && down > 0 ? down : 0;
        }
        // The true range divides both and so drops out of their relation.
        final double[] plusSum = wilderSum(plus, n);
        final double[] minusSum = wilderSum(minus, n);
        final double[] dx = nan(bars.count());
        for (int i = n; i < dx.length; i++) {
            dx[i] = 100 * Math.abs(plusSum[i] - minusSum[i]) / (plusSum[i] + minusSum[i]);
        }
        return dx;
    }

    private static double[] wilderSum(final double[] values, final int n) {
        final double[] sums = new double[values.length];
        for (int i = 1; i < values.length; i++) {
            sums[i] = i < n ? sums[i - 1] + values[i] : sums[i - 1] * (n - 1) / n + values[i];
        }
        return sums;
    }

    private static double[] nan(final int length) {
        final double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
