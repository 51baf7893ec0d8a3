package reprise.strategies;

import java.util.Arrays;

/**
 * The reversion rules once more, over whole arrays and without any code of the engine: the direction to hold after each bar, 1, 0 or -1.
 * Every window is summed anew, in two passes.
 */
final class ReversionReference {
    private ReversionReference() {}

    static int[] directions(final SharedBars bars, final ReversionStrategy.Parameters p) {
        final double[] z = z(bars, p.lookback());
        final double[] rsi = rsi(bars.close(), p.rsiLength());
        final double[] adx = TrendReference.adx(bars, p.adxLength());
        final int[] direction = new int[bars.count()];
        for (int i = 1; i < direction.length; i++) {
            final int held = direction[i - 1];
            if (Double.isNaN(z[i]) || Double.isNaN(rsi[i]) || Double.isNaN(adx[i])) {
                direction[i] = held;
            } else if (held != 0) {
                final boolean leaves = Math.abs(z[i]) >= p.zStop() || held * z[i] >= -p.zExit();
                direction[i] = leaves ? 0 : held;
            } else if (adx[i] <= p.adxSkip() && Math.abs(z[i]) < p.zStop()) {
                final boolean isLow = z[i] <= -p.zEntry() && rsi[i] <= p.rsiLower();
                final boolean isHigh = p.allowShort() && z[i] >= p.zEntry() && rsi[i] >= p.rsiUpper();
                direction[i] = isLow ? 1 : isHigh ? -1 : 0;
            }
        }
        return direction;
    }

    private static double[] z(final SharedBars bars, final int n) {
        final double[] z = new double[bars.count()];
        Arrays.fill(z, Double.NaN);
        for (int i = n - 1; i < z.length; i++) {
            double mean = 0;
            for (int j = i - n + 1; j <= i; j++) {
                mean += mid(bars, j) / n;
            }
            double squares = 0;
            for (int j = i - n + 1; j <= i; j++) {
                squares += (mid(bars, j) - mean) * (mid(bars, j) - mean);
            }
            z[i] = squares > 0 ? (mid(bars, i) - mean) / Math.sqrt(squares / (n - 1)) : Double.NaN;
        }
        return z;
    }

    private static double mid(final SharedBars bars, final int i) {
        return (bars.high()[i] + bars.low()[i]) / 200.0;
    }

    private static double[] rsi(final long[] close, final int n) {
        final double[] rsi = new double[close.length];
        Arrays.fill(rsi, Double.NaN);
        double up = 0;
        double down = 0;
        for (int i = 1; i < close.length; i++) {
            final double gain = Math.max(0, close[i] - close[i - 1]);
            final double loss = Math.max(0, close[i - 1] - close[i]);
            up = i <= n ? up + gain / n : up + (gain - up) / n;
            down = i <= n ? down + loss / n : down + (loss - down) / n;
            if (i >= n && up + down > 0) {
                rsi[i] = 100 * up / (up + down);
            }
        }
        return rsi;
    }
}
