package reprise.indicator;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Parts of {@link Definitions}: what hangs on the whole path of the bars so far. */
final class Paths {
    private static final int HOURS = 24;

    private Paths() {}

    static double[] trueRange(final Bars b) {
        return Windows.each(
                b,
                i -> i == 0
                        ? Double.NaN
                        : Math.max(
                                b.high[i] - b.low[i],
                                Math.max(Math.abs(b.high[i] - b.close[i - 1]), Math.abs(b.low[i] - b.close[i - 1]))));
    }

    static double[] atr(final Bars b, final int n) {
        return Windows.smoothed(trueRange(b), n, 1.0 / n, n);
    }

    static double[] rsi(final double[] close, final int n) {
        final double[] up = new double[close.length];
        final double[] down = new double[close.length];
        for (int i = 1; i < close.length; i++) {
            up[i] = Math.max(0, close[i] - close[i - 1]);
            down[i] = Math.max(0, close[i - 1] - close[i]);
        }
        final double[] rises = Windows.smoothed(up, n, 1.0 / n, n);
        final double[] falls = Windows.smoothed(down, n, 1.0 / n, n);
        final double[] rsi = new double[close.length];
        Arrays.setAll(rsi, i -> 100 * rises[i] / (rises[i] + falls[i]));
        return rsi;
    }

    static double[] kama(final double[] x, final int n) {
        final double[] kama = new double[x.length];
        Arrays.fill(kama, Double.NaN);
        double previous = x[n - 1];
        for (int i = n; i < x.length; i++) {
            double path = 0;
            for (int j = i - n + 1; j <= i; j++) {
                path += Math.abs(x[j] - x[j - 1]);
            }
            final double efficiency = path == 0 ? 1 : Math.min(1, Math.abs(x[i] - x[i - n]) / path);
            final double speed = Windows.square(efficiency * (2.0 / 3 - 2.0 / 31) + 2.0 / 31);
            previous = previous + speed * (x[i] - previous);
            kama[i] = previous;
        }
        return kama;
    }

    static double[][] movement(final Bars b, final int n) {
        final double[][] sums = new double[3][b.count];
        final double[] range = trueRange(b);
        final double[] now = new double[3];
        for (int i = 0; i < b.count; i++) {
            if (i > 0) {
                final long up = Math.round(1e8 * (b.high[i] - b.high[i - 1]));
                final long down = Math.round(1e8 * (b.low[i - 1] - b.low[i]));
                final double[] moves = {
                    up > down && up > 0 ? up / 1e8 : 0, down > up && down > 0 ? down / 1e8 : 0, range[i]
                };
                for (int k = 0; k < 3; k++) {
                    now[k] = i < n ? now[k] + moves[k] : now[k] - now[k] / n + moves[k];
                }
            }
            for (int k = 0; k < 3; k++) {
                sums[k][i] = i < n ? Double.NaN : now[k];
            }
        }
        return sums;
    }

    static double[] anchoredVwap(final Bars b, final IntToDoubleFunction anchor) {
        final double[] price = Windows.typical(b);
        return Windows.each(b, i -> {
            double worth = 0;
            double volume = 0;
            for (int j = i; j >= 0 && anchor.applyAsDouble(j) == anchor.applyAsDouble(i); j--) {
                worth += price[j] * b.volume[j];
                volume += b.volume[j];
            }
            return worth / volume;
        });
    }

    static double[] relativeVolume(final Bars b) {
        return Windows.each(b, i -> {
            if (i < 10 * HOURS) {
                return Double.NaN;
            }
            double past = 0;
            for (int day = 1; day <= 10; day++) {
                past += b.volume[i - day * HOURS];
            }
            return b.volume[i] / (past / 10);
        });
    }

    /** Long and short written out one beside the other, as in Wilder's book. */
    static double[][] parabolic(final Bars b) {
        final double[][] result = new double[2][b.count];
        Arrays.fill(result[0], Double.NaN);
        Arrays.fill(result[1], Double.NaN);
        final double fall = b.low[0] - b.low[1];
        boolean isLong = !(fall > 0 && fall > b.high[1] - b.high[0] + 1e-9);
        double stop = isLong ? b.low[0] : b.high[0];
        double extreme = isLong ? b.high[1] : b.low[1];
        double speed = 0.02;
        for (int i = 1; i < b.count; i++) {
            final int before = i == 1 ? 1 : i - 1;
            final boolean touched = isLong ? b.low[i] <= stop : b.high[i] >= stop;
            if (touched) {
                isLong = !isLong;
                stop = isLong
                        ? Math.min(extreme, Math.min(b.low[before], b.low[i]))
                        : Math.max(extreme, Math.max(b.high[before], b.high[i]));
                extreme = isLong ? b.high[i] : b.low[i];
                speed = 0.02;
            }
            result[0][i] = stop;
            result[1][i] = isLong ? 1 : -1;
            if (!touched && (isLong ? b.high[i] > extreme : b.low[i] < extreme)) {
                extreme = isLong ? b.high[i] : b.low[i];
                speed = Math.min(speed + 0.02, 0.2);
            }
            stop += speed * (extreme - stop);
            stop = isLong
                    ? Math.min(stop, Math.min(b.low[before], b.low[i]))
                    : Math.max(stop, Math.max(b.high[before], b.high[i]));
        }
        return result;
    }

    static double[][] superTrend(final Bars b) {
        final double[][] result = new double[2][b.count];
        final double[] range = atr(b, 10);
        double upper = 0;
        double lower = 0;
        boolean rising = true;
        for (int i = 0; i < b.count; i++) {
            if (i < 10) {
                result[0][i] = Double.NaN;
                result[1][i] = Double.NaN;
                continue;
            }
            final double over = (b.high[i] + b.low[i]) / 2 + 3 * range[i];
            final double under = (b.high[i] + b.low[i]) / 2 - 3 * range[i];
            if (i == 10 || over < upper || b.close[i - 1] > upper) {
                upper = over;
            }
            if (i == 10 || under > lower || b.close[i - 1] < lower) {
                lower = under;
            }
            if (rising && b.close[i] < lower) {
                rising = false;
            } else if (!rising && b.close[i] > upper) {
                rising = true;
            }
            result[0][i] = rising ? lower : upper;
            result[1][i] = rising ? 1 : -1;
        }
        return result;
    }

    static double[] pivots(final Bars b, final int level) {
        return Windows.each(b, i -> {
            final int day = i / HOURS;
            // The first day is not known to be whole.
            if (day < 2) {
                return Double.NaN;
            }
            final int from = (day - 1) * HOURS;
            final double high = Arrays.stream(b.high, from, from + HOURS).max().orElseThrow();
            final double low = Arrays.stream(b.low, from, from + HOURS).min().orElseThrow();
            final double p = (high + low + b.close[from + HOURS - 1]) / 3;
            return new double[] {
                        p,
                        2 * p - low,
                        2 * p - high,
                        p + high - low,
                        p - high + low,
                        high + 2 * (p - low),
                        low - 2 * (high - p)
                    }
                    [level];
        });
    }

    /** High, low and open of the day up to each bar. */
    static double[] sessionRange(final Bars b, final int output) {
        return Windows.each(b, i -> range(b, i / HOURS * HOURS, i + 1)[output]);
    }

    /** High, low and close of the whole day before; the first day is not known to be whole. */
    static double[] priorSession(final Bars b, final int output) {
        return Windows.each(b, i -> {
            final int from = (i / HOURS - 1) * HOURS;
            return from < HOURS
                    ? Double.NaN
                    : output == 2 ? b.close[from + HOURS - 1] : range(b, from, from + HOURS)[output];
        });
    }

    /** High, low and open of the first bars of the day, once these are over. */
    static double[] openingRange(final Bars b, final int bars, final int output) {
        return Windows.each(b, i -> {
            final int from = i / HOURS * HOURS;
            return from == 0 || i - from < bars ? Double.NaN : range(b, from, from + bars)[output];
        });
    }

    private static double[] range(final Bars b, final int from, final int to) {
        return new double[] {
            Arrays.stream(b.high, from, to).max().orElseThrow(),
            Arrays.stream(b.low, from, to).min().orElseThrow(),
            b.open[from]
        };
    }

    static double[] swing(final double[] values, final int left, final int right, final int sign) {
        final double[] result = new double[values.length];
        double last = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            final int top = i - right;
            boolean turned = top >= left;
            for (int j = Math.max(0, top - left); turned && j <= i; j++) {
                turned = j == top
                        || (j < top ? sign * values[j] <= sign * values[top] : sign * values[j] < sign * values[top]);
            }
            last = turned ? values[top] : last;
            result[i] = last;
        }
        return result;
    }

    static double[][] heikinAshi(final Bars b) {
        final double[][] bars = new double[4][b.count];
        for (int i = 0; i < b.count; i++) {
            final double close = (b.open[i] + b.high[i] + b.low[i] + b.close[i]) / 4;
            final double open = i == 0 ? (b.open[0] + b.close[0]) / 2 : (bars[0][i - 1] + bars[3][i - 1]) / 2;
            bars[0][i] = open;
            bars[1][i] = Math.max(b.high[i], Math.max(open, close));
            bars[2][i] = Math.min(b.low[i], Math.min(open, close));
            bars[3][i] = close;
        }
        return bars;
    }

    /** Of the close through its mean over ten bars: all crossings, or 1 for those of one direction. */
    static double[] cross(final Bars b, final int direction) {
        final double[] mean = Windows.rolling(b.close, 10, w -> Windows.sum(w) / 10);
        final double[] result = new double[b.count];
        Arrays.fill(result, Double.NaN);
        int side = 0;
        for (int i = 9; i < b.count; i++) {
            final double difference = b.close[i] - mean[i];
            final int now = Math.abs(difference) < 1e-9 ? side : (int) Math.signum(difference);
            final int crossed = side != 0 && now != side ? now : 0;
            result[i] = direction == 0 ? crossed : crossed == direction ? 1 : 0;
            side = now;
        }
        return result;
    }

    static double rollingAny(final double[] events, final int at, final int n) {
        for (int i = at; i > at - n && i >= 0; i--) {
            if (events[i] != 0 && !Double.isNaN(events[i])) {
                return 1;
            }
        }
        return 0;
    }
}
