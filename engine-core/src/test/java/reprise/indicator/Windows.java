package reprise.indicator;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Parts of {@link Definitions}: what a window of values says, each window from its beginning. */
final class Windows {
    private Windows() {}

    static double[] each(final Bars bars, final IntToDoubleFunction value) {
        final double[] values = new double[bars.count];
        Arrays.setAll(values, value);
        return values;
    }

    static double[] typical(final Bars b) {
        return each(b, i -> (b.high[i] + b.low[i] + b.close[i]) / 3);
    }

    interface OfWindow {
        double of(double[] window);
    }

    interface OfWindows {
        double of(double[] x, double[] y);
    }

    static double[] rolling(final double[] values, final int n, final OfWindow of) {
        final double[] result = new double[values.length];
        Arrays.setAll(result, i -> i < n - 1 ? Double.NaN : of.of(Arrays.copyOfRange(values, i - n + 1, i + 1)));
        return result;
    }

    static double[] rolling(final double[] x, final double[] y, final int n, final OfWindows of) {
        final double[] result = new double[x.length];
        Arrays.setAll(
                result,
                i -> i < n - 1
                        ? Double.NaN
                        : of.of(Arrays.copyOfRange(x, i - n + 1, i + 1), Arrays.copyOfRange(y, i - n + 1, i + 1)));
        return result;
    }

    static double sum(final double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += value;
        }
        return sum;
    }

    static double square(final double x) {
        return x * x;
    }

    /** Sum of products of deviations, in two passes. */
    static double products(final double[] x, final double[] y) {
        final double meanX = sum(x) / x.length;
        final double meanY = sum(y) / y.length;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum;
    }

    static double correlation(final double[] x, final double[] y) {
        return products(x, y) / Math.sqrt(products(x, x) * products(y, y));
    }

    static double slope(final double[] window) {
        final double[] places = places(window.length);
        return products(places, window) / products(places, places);
    }

    static double[] places(final int n) {
        final double[] places = new double[n];
        Arrays.setAll(places, i -> i);
        return places;
    }

    static double quantile(final double[] window, final double q) {
        final double[] sorted = window.clone();
        Arrays.sort(sorted);
        final double place = (sorted.length - 1) * q;
        final int below = (int) Math.floor(place);
        final int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    static double centralMoment(final double[] window, final int power) {
        final double mean = sum(window) / window.length;
        double sum = 0;
        for (final double value : window) {
            sum += Math.pow(value - mean, power);
        }
        return sum / window.length;
    }

    static double skew(final double[] w) {
        final double n = w.length;
        return Math.sqrt(n * (n - 1)) / (n - 2) * centralMoment(w, 3) / Math.pow(centralMoment(w, 2), 1.5);
    }

    static double kurtosis(final double[] w) {
        final double n = w.length;
        final double g2 = centralMoment(w, 4) / square(centralMoment(w, 2)) - 3;
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6);
    }

    static double[] minus(final double[] x, final double[] y) {
        final double[] result = new double[x.length];
        Arrays.setAll(result, i -> x[i] - y[i]);
        return result;
    }

    static double[] lag(final double[] x, final int n) {
        final double[] result = new double[x.length];
        Arrays.setAll(result, i -> i < n ? Double.NaN : x[i - n]);
        return result;
    }

    static int firstDefined(final double[] values) {
        int first = 0;
        while (first < values.length && Double.isNaN(values[first])) {
            first++;
        }
        return first;
    }

    static double[] smoothed(final double[] values, final int n, final double weight, final int seedEnd) {
        final double[] result = new double[values.length];
        Arrays.fill(result, Double.NaN);
        for (int i = seedEnd; i < values.length; i++) {
            result[i] = i == seedEnd
                    ? sum(Arrays.copyOfRange(values, seedEnd - n + 1, seedEnd + 1)) / n
                    : (1 - weight) * result[i - 1] + weight * values[i];
        }
        return result;
    }

    static double[] ema(final double[] values, final int n) {
        return smoothed(values, n, 2.0 / (n + 1), firstDefined(values) + n - 1);
    }

    static double[] emaFrom(final double[] values, final int n, final int first) {
        return smoothed(values, n, 2.0 / (n + 1), first - 1);
    }

    static double[] rangePosition(final double[] x, final double[] high, final double[] low, final int n) {
        final double[] top = rolling(high, n, w -> Arrays.stream(w).max().orElseThrow());
        final double[] bottom = rolling(low, n, w -> Arrays.stream(w).min().orElseThrow());
        final double[] result = new double[x.length];
        Arrays.setAll(result, i -> 100 * (x[i] - bottom[i]) / (top[i] - bottom[i]));
        return result;
    }

    static double[] middle(final Bars b, final int n) {
        final double[] top = rolling(b.high, n, w -> Arrays.stream(w).max().orElseThrow());
        final double[] bottom = rolling(b.low, n, w -> Arrays.stream(w).min().orElseThrow());
        return each(b, i -> (top[i] + bottom[i]) / 2);
    }

    static double[] halfLife(final double[] x, final int n) {
        final double[] level = lag(x, 1);
        final double[] change = minus(x, level);
        final double[] result = new double[x.length];
        Arrays.fill(result, Double.NaN);
        for (int i = n; i < x.length; i++) {
            final double[] s = Arrays.copyOfRange(level, i - n + 1, i + 1);
            final double slope = products(s, Arrays.copyOfRange(change, i - n + 1, i + 1)) / products(s, s);
            result[i] = slope < 0 && slope > -1 ? -Math.log(2) / slope : Double.NaN;
        }
        return result;
    }

    static double[] hurst(final double[] x, final int n, final int minLag, final int maxLag) {
        return rolling(x, n, w -> {
            final double[] logLag = new double[maxLag - minLag + 1];
            final double[] logSpread = new double[logLag.length];
            for (int k = minLag; k <= maxLag; k++) {
                final double[] d = minus(Arrays.copyOfRange(w, k, n), Arrays.copyOf(w, n - k));
                logLag[k - minLag] = Math.log(k);
                logSpread[k - minLag] = Math.log(Math.sqrt(products(d, d) / d.length));
            }
            return products(logLag, logSpread) / products(logLag, logLag);
        });
    }

    static double flow(final Bars b, final int i) {
        final double range = b.high[i] - b.low[i];
        return range == 0 ? 0 : b.volume[i] * (2 * b.close[i] - b.low[i] - b.high[i]) / range;
    }

    static int age(final double[] values, final int at, final int n, final int sign) {
        int best = at;
        for (int i = at; i >= at - n; i--) {
            if (sign * values[i] > sign * values[best]) {
                best = i;
            }
        }
        return at - best;
    }
}
