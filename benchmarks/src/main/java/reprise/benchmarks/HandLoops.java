package reprise.benchmarks;

/** Indicators as one writes them for one array: the least that the arithmetic can cost. Each gives its last value. */
final class HandLoops {
    private HandLoops() {}

    static double ema(final double[] x, final int n) {
        final double weight = 2.0 / (n + 1);
        double average = x[0];
        for (int i = 1; i < x.length; i++) {
            average += weight * (x[i] - average);
        }
        return average;
    }

    static double rsi(final double[] x, final int n) {
        double rise = 0;
        double fall = 0;
        double rsi = 0;
        for (int i = 1; i < x.length; i++) {
            final double change = x[i] - x[i - 1];
            rise = (rise * (n - 1) + Math.max(change, 0)) / n;
            fall = (fall * (n - 1) + Math.max(-change, 0)) / n;
            rsi += 100 * rise / (rise + fall);
        }
        return rsi;
    }

    static double atr(final double[] high, final double[] low, final double[] close, final int n) {
        double average = 0;
        for (int i = 1; i < close.length; i++) {
            final double range = Math.max(high[i], close[i - 1]) - Math.min(low[i], close[i - 1]);
            average = (average * (n - 1) + range) / n;
        }
        return average;
    }

    static double adx(final double[] high, final double[] low, final double[] close, final int n) {
        double plus = 0;
        double minus = 0;
        double range = 0;
        double average = 0;
        for (int i = 1; i < close.length; i++) {
            final double up = high[i] - high[i - 1];
            final double down = low[i - 1] - low[i];
            plus = plus - plus / n + (up > down && up > 0 ? up : 0);
            minus = minus - minus / n + (down > up && down > 0 ? down : 0);
            range = range - range / n + Math.max(high[i], close[i - 1]) - Math.min(low[i], close[i - 1]);
            final double plusDi = 100 * plus / range;
            final double minusDi = 100 * minus / range;
            average = (average * (n - 1) + 100 * Math.abs(plusDi - minusDi) / (plusDi + minusDi)) / n;
        }
        return average;
    }

    /** By plain sums, which drift. */
    static double deviation(final double[] x, final int n) {
        double sum = 0;
        double squares = 0;
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
            squares += x[i] * x[i];
            if (i >= n) {
                sum -= x[i - n];
                squares -= x[i - n] * x[i - n];
                total += Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n)));
            }
        }
        return total;
    }
}
