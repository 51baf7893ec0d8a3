package reprise.indicator;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/**
 * Indicators by heart: straight from their definitions, over whole arrays, every bar from the beginning or from its whole window, without
 * any code of the engine.
 */
final class Definitions {
    private static final int HOURS = 24;

    private Definitions() {}

    /** Expression to definition, for all that has no reference column. */
    static Map<String, Function<Bars, double[]>> all() {
        final Map<String, Function<Bars, double[]>> all = new LinkedHashMap<>();
        all.put("ohlc4", b -> each(b, i -> (b.open[i] + b.high[i] + b.low[i] + b.close[i]) / 4));
        all.put("hl2", b -> each(b, i -> (b.high[i] + b.low[i]) / 2));
        all.put("typical", b -> typical(b));
        all.put("add", b -> each(b, i -> b.high[i] + b.low[i]));
        all.put("sub", b -> each(b, i -> b.high[i] - b.low[i]));
        all.put("mid", b -> each(b, i -> (b.high[i] + b.low[i]) / 2));
        all.put("mult", b -> each(b, i -> b.close[i] * b.volume[i]));
        all.put("div(close, open, 3)", b -> each(b, i -> 3 * b.close[i] / b.open[i]));
        all.put("ln", b -> each(b, i -> Math.log(b.close[i])));
        all.put("lag:3", b -> each(b, i -> i < 3 ? Double.NaN : b.close[i - 3]));
        all.put("slope:5", b -> each(b, i -> i < 5 ? Double.NaN : (b.close[i] - b.close[i - 5]) / 5));
        all.put("sum(volume, 7)", b -> rolling(b.volume, 7, Definitions::sum));
        all.put("cumulative", b -> each(b, i -> sum(Arrays.copyOf(b.volume, i + 1))));
        all.put("ema_from(close, 12, 26)", b -> emaFrom(b.close, 12, 26));
        all.put("macd_line", b -> minus(emaFrom(b.close, 12, 26), ema(b.close, 26)));
        all.put("dema:20", b -> {
            final double[] e1 = ema(b.close, 20);
            final double[] e2 = ema(e1, 20);
            return each(b, i -> 2 * e1[i] - e2[i]);
        });
        all.put("tema:10", b -> {
            final double[] e1 = ema(b.close, 10);
            final double[] e2 = ema(e1, 10);
            final double[] e3 = ema(e2, 10);
            return each(b, i -> 3 * e1[i] - 3 * e2[i] + e3[i]);
        });
        all.put("kama:10", b -> kama(b.close, 10));
        all.put("stoch_k:14", b -> rangePosition(b.close, b.high, b.low, 14));
        all.put("range_position(volume, 9)", b -> rangePosition(b.volume, b.volume, b.volume, 9));
        all.put("stochrsi.k", b -> rangePosition(rsi(b.close, 14), rsi(b.close, 14), rsi(b.close, 14), 14));
        all.put(
                "stochrsi.d",
                b -> rolling(
                        rangePosition(rsi(b.close, 14), rsi(b.close, 14), rsi(b.close, 14), 14), 3, w -> sum(w) / 3));
        all.put("dm:14.plus", b -> movement(b, 14)[0]);
        all.put("dm:14.minus", b -> movement(b, 14)[1]);
        all.put("dm:14.range", b -> movement(b, 14)[2]);
        all.put("moments(close, 20, 1).mean", b -> rolling(b.close, 20, w -> sum(w) / 20));
        all.put("moments(close, 20, 1).var", b -> rolling(b.close, 20, w -> products(w, w) / 19));
        all.put("moments(close, 20, 1).dev", b -> rolling(b.close, 20, w -> w[19] - sum(w) / 20));
        all.put("quantile(close, 20, 0.3)", b -> rolling(b.close, 20, w -> quantile(w, 0.3)));
        all.put("shape(close, 30).skew", b -> rolling(b.close, 30, Definitions::skew));
        all.put("shape(close, 30).kurt", b -> rolling(b.close, 30, Definitions::kurtosis));
        all.put("keltner.pctb", b -> {
            final double[] middle = ema(b.close, 20);
            final double[] range = atr(b, 10);
            return each(b, i -> (b.close[i] - (middle[i] - 2 * range[i])) / (4 * range[i]));
        });
        all.put("keltner.width", b -> {
            final double[] middle = ema(b.close, 20);
            final double[] range = atr(b, 10);
            return each(b, i -> 4 * range[i] / middle[i]);
        });
        all.put("moments(close, 20, 1).std", b -> rolling(b.close, 20, w -> Math.sqrt(products(w, w) / 19)));
        all.put("ols(high, low, 30).cov", b -> rolling(b.high, b.low, 30, (x, y) -> products(x, y) / 29));
        all.put("linreg:14.slope", b -> rolling(b.close, 14, Definitions::slope));
        all.put("linreg:14.intercept", b -> rolling(b.close, 14, w -> sum(w) / 14 - 6.5 * slope(w)));
        all.put("linreg:14.value", b -> rolling(b.close, 14, w -> sum(w) / 14 + 6.5 * slope(w)));
        all.put("linreg:14.r2", b -> rolling(b.close, 14, w -> square(correlation(places(14), w))));
        all.put("linearreg_r2:14", b -> rolling(b.close, 14, w -> square(correlation(places(14), w))));
        all.put("cov(high, low, 30)", b -> rolling(b.high, b.low, 30, (x, y) -> products(x, y) / 29));
        all.put("ols(high, low, 30).beta", b -> rolling(b.high, b.low, 30, (x, y) -> products(x, y) / products(x, x)));
        all.put(
                "ols(high, low, 30).alpha",
                b -> rolling(b.high, b.low, 30, (x, y) -> (sum(y) - products(x, y) / products(x, x) * sum(x)) / 30));
        all.put(
                "ols(high, low, 30).residual",
                b -> rolling(
                        b.high,
                        b.low,
                        30,
                        (x, y) -> y[29] - sum(y) / 30 - products(x, y) / products(x, x) * (x[29] - sum(x) / 30)));
        all.put("ols(high, low, 30).correl", b -> rolling(b.high, b.low, 30, Definitions::correlation));
        all.put("half_life:60", b -> halfLife(b.close, 60));
        all.put("hurst(ln, 100, 2, 20)", b -> hurst(each(b, i -> Math.log(b.close[i])), 100, 2, 20));
        all.put("money_flow_volume", b -> each(b, i -> flow(b, i)));
        all.put("ad", b -> {
            final double[] flow = each(b, i -> flow(b, i));
            return each(b, i -> sum(Arrays.copyOf(flow, i + 1)));
        });
        all.put(
                "cmf:20",
                b -> rolling(
                        each(b, i -> flow(b, i)),
                        b.volume,
                        20,
                        (flow, volume) -> sum(volume) == 0 ? Double.NaN : sum(flow) / sum(volume)));
        all.put("vwap_anchored(since(360000))", b -> anchoredVwap(b, i -> i >= 100 ? 1 : 0));
        all.put("since:360000", b -> each(b, i -> i >= 100 ? 1 : 0));
        all.put("rvol:10", Definitions::relativeVolume);
        all.put("sar", b -> parabolic(b)[0]);
        all.put("sar.direction", b -> parabolic(b)[1]);
        all.put("supertrend:10:3", b -> superTrend(b)[0]);
        all.put("supertrend:10:3.direction", b -> superTrend(b)[1]);
        all.put("aroon:14.up", b -> each(b, i -> i < 14 ? Double.NaN : 100.0 * (14 - age(b.high, i, 14, 1)) / 14));
        all.put("aroon:14.down", b -> each(b, i -> i < 14 ? Double.NaN : 100.0 * (14 - age(b.low, i, 14, -1)) / 14));
        all.put(
                "aroon:14.osc",
                b -> each(b, i -> i < 14 ? Double.NaN : 100.0 * (age(b.low, i, 14, -1) - age(b.high, i, 14, 1)) / 14));
        all.put("ichimoku.conversion", b -> middle(b, 9));
        all.put("ichimoku.base", b -> middle(b, 26));
        all.put("ichimoku.lead_a", b -> each(b, i -> (middle(b, 9)[i] + middle(b, 26)[i]) / 2));
        all.put("ichimoku.lead_b", b -> middle(b, 52));
        all.put("ichimoku.span_a", b -> lag(each(b, i -> (middle(b, 9)[i] + middle(b, 26)[i]) / 2), 26));
        all.put("ichimoku.span_b", b -> lag(middle(b, 52), 26));
        all.put("ichimoku.lagging", b -> b.close);
        for (int level = 0; level < 7; level++) {
            final int output = level;
            all.put("pivots." + new String[] {"p", "r1", "s1", "r2", "s2", "r3", "s3"}[level], b -> pivots(b, output));
        }
        all.put("swing_high(high, 5, 3)", b -> swing(b.high, 5, 3, 1));
        all.put("swing_low(low, 5, 3)", b -> swing(b.low, 5, 3, -1));
        for (int price = 0; price < 4; price++) {
            final int output = price;
            all.put("heikin_ashi." + new String[] {"open", "high", "low", "close"}[price], b -> heikinAshi(b)[output]);
        }
        all.put("cross(close, sma(close, 10))", b -> cross(b, 0));
        all.put("cross(close, sma(close, 10)).up", b -> cross(b, 1));
        all.put("cross(close, sma(close, 10)).down", b -> cross(b, -1));
        all.put("within_last(cross(close, sma(close, 10)), 4)", b -> {
            final double[] cross = cross(b, 0);
            return each(b, i -> i < 9 ? Double.NaN : rollingAny(cross, i, 4));
        });
        return all;
    }

    // ---- parts

    static double[] each(final Bars bars, final IntToDoubleFunction value) {
        final double[] values = new double[bars.count];
        Arrays.setAll(values, value);
        return values;
    }

    private static double[] typical(final Bars b) {
        return each(b, i -> (b.high[i] + b.low[i] + b.close[i]) / 3);
    }

    private interface OfWindow {
        double of(double[] window);
    }

    private interface OfWindows {
        double of(double[] x, double[] y);
    }

    private static double[] rolling(final double[] values, final int n, final OfWindow of) {
        final double[] result = new double[values.length];
        Arrays.setAll(result, i -> i < n - 1 ? Double.NaN : of.of(Arrays.copyOfRange(values, i - n + 1, i + 1)));
        return result;
    }

    private static double[] rolling(final double[] x, final double[] y, final int n, final OfWindows of) {
        final double[] result = new double[x.length];
        Arrays.setAll(
                result,
                i -> i < n - 1
                        ? Double.NaN
                        : of.of(Arrays.copyOfRange(x, i - n + 1, i + 1), Arrays.copyOfRange(y, i - n + 1, i + 1)));
        return result;
    }

    private static double sum(final double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double square(final double x) {
        return x * x;
    }

    /** Sum of products of deviations, in two passes. */
    private static double products(final double[] x, final double[] y) {
        final double meanX = sum(x) / x.length;
        final double meanY = sum(y) / y.length;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum;
    }

    private static double correlation(final double[] x, final double[] y) {
        return products(x, y) / Math.sqrt(products(x, x) * products(y, y));
    }

    private static double slope(final double[] window) {
        final double[] places = places(window.length);
        return products(places, window) / products(places, places);
    }

    private static double[] places(final int n) {
        final double[] places = new double[n];
        Arrays.setAll(places, i -> i);
        return places;
    }

    private static double quantile(final double[] window, final double q) {
        final double[] sorted = window.clone();
        Arrays.sort(sorted);
        final double place = (sorted.length - 1) * q;
        final int below = (int) Math.floor(place);
        final int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static double centralMoment(final double[] window, final int power) {
        final double mean = sum(window) / window.length;
        double sum = 0;
        for (final double value : window) {
            sum += Math.pow(value - mean, power);
        }
        return sum / window.length;
    }

    private static double skew(final double[] w) {
        final double n = w.length;
        return Math.sqrt(n * (n - 1)) / (n - 2) * centralMoment(w, 3) / Math.pow(centralMoment(w, 2), 1.5);
    }

    private static double kurtosis(final double[] w) {
        final double n = w.length;
        final double g2 = centralMoment(w, 4) / square(centralMoment(w, 2)) - 3;
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6);
    }

    private static double[] minus(final double[] x, final double[] y) {
        final double[] result = new double[x.length];
        Arrays.setAll(result, i -> x[i] - y[i]);
        return result;
    }

    private static double[] lag(final double[] x, final int n) {
        final double[] result = new double[x.length];
        Arrays.setAll(result, i -> i < n ? Double.NaN : x[i - n]);
        return result;
    }

    private static int firstDefined(final double[] values) {
        int first = 0;
        while (first < values.length && Double.isNaN(values[first])) {
            first++;
        }
        return first;
    }

    private static double[] smoothed(final double[] values, final int n, final double weight, final int seedEnd) {
        final double[] result = new double[values.length];
        Arrays.fill(result, Double.NaN);
        for (int i = seedEnd; i < values.length; i++) {
            result[i] = i == seedEnd
                    ? sum(Arrays.copyOfRange(values, seedEnd - n + 1, seedEnd + 1)) / n
                    : (1 - weight) * result[i - 1] + weight * values[i];
        }
        return result;
    }

    private static double[] ema(final double[] values, final int n) {
        return smoothed(values, n, 2.0 / (n + 1), firstDefined(values) + n - 1);
    }

    private static double[] emaFrom(final double[] values, final int n, final int first) {
        return smoothed(values, n, 2.0 / (n + 1), first - 1);
    }

    private static double[] trueRange(final Bars b) {
        return each(
                b,
                i -> i == 0
                        ? Double.NaN
                        : Math.max(
                                b.high[i] - b.low[i],
                                Math.max(Math.abs(b.high[i] - b.close[i - 1]), Math.abs(b.low[i] - b.close[i - 1]))));
    }

    private static double[] atr(final Bars b, final int n) {
        return smoothed(trueRange(b), n, 1.0 / n, n);
    }

    private static double[] rsi(final double[] close, final int n) {
        final double[] up = new double[close.length];
        final double[] down = new double[close.length];
        for (int i = 1; i < close.length; i++) {
            up[i] = Math.max(0, close[i] - close[i - 1]);
            down[i] = Math.max(0, close[i - 1] - close[i]);
        }
        final double[] rises = smoothed(up, n, 1.0 / n, n);
        final double[] falls = smoothed(down, n, 1.0 / n, n);
        final double[] rsi = new double[close.length];
        Arrays.setAll(rsi, i -> 100 * rises[i] / (rises[i] + falls[i]));
        return rsi;
    }

    private static double[] rangePosition(final double[] x, final double[] high, final double[] low, final int n) {
        final double[] top = rolling(high, n, w -> Arrays.stream(w).max().orElseThrow());
        final double[] bottom = rolling(low, n, w -> Arrays.stream(w).min().orElseThrow());
        final double[] result = new double[x.length];
        Arrays.setAll(result, i -> 100 * (x[i] - bottom[i]) / (top[i] - bottom[i]));
        return result;
    }

    private static double[] middle(final Bars b, final int n) {
        final double[] top = rolling(b.high, n, w -> Arrays.stream(w).max().orElseThrow());
        final double[] bottom = rolling(b.low, n, w -> Arrays.stream(w).min().orElseThrow());
        return each(b, i -> (top[i] + bottom[i]) / 2);
    }

    private static double[] kama(final double[] x, final int n) {
        final double[] kama = new double[x.length];
        Arrays.fill(kama, Double.NaN);
        double previous = x[n - 1];
        for (int i = n; i < x.length; i++) {
            double path = 0;
            for (int j = i - n + 1; j <= i; j++) {
                path += Math.abs(x[j] - x[j - 1]);
            }
            final double efficiency = path == 0 ? 1 : Math.min(1, Math.abs(x[i] - x[i - n]) / path);
            final double speed = square(efficiency * (2.0 / 3 - 2.0 / 31) + 2.0 / 31);
            previous = previous + speed * (x[i] - previous);
            kama[i] = previous;
        }
        return kama;
    }

    private static double[][] movement(final Bars b, final int n) {
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

    private static double[] halfLife(final double[] x, final int n) {
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

    private static double flow(final Bars b, final int i) {
        final double range = b.high[i] - b.low[i];
        return range == 0 ? 0 : b.volume[i] * (2 * b.close[i] - b.low[i] - b.high[i]) / range;
    }

    private static double[] anchoredVwap(final Bars b, final IntToDoubleFunction anchor) {
        final double[] price = typical(b);
        return each(b, i -> {
            double worth = 0;
            double volume = 0;
            for (int j = i; j >= 0 && anchor.applyAsDouble(j) == anchor.applyAsDouble(i); j--) {
                worth += price[j] * b.volume[j];
                volume += b.volume[j];
            }
            return worth / volume;
        });
    }

    private static double[] relativeVolume(final Bars b) {
        return each(b, i -> {
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
    private static double[][] parabolic(final Bars b) {
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

    private static double[][] superTrend(final Bars b) {
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

    private static int age(final double[] values, final int at, final int n, final int sign) {
        int best = at;
        for (int i = at; i >= at - n; i--) {
            if (sign * values[i] > sign * values[best]) {
                best = i;
            }
        }
        return at - best;
    }

    private static double[] pivots(final Bars b, final int level) {
        return each(b, i -> {
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

    private static double[] swing(final double[] values, final int left, final int right, final int sign) {
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

    private static double[][] heikinAshi(final Bars b) {
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
    private static double[] cross(final Bars b, final int direction) {
        final double[] mean = rolling(b.close, 10, w -> sum(w) / 10);
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

    private static double rollingAny(final double[] events, final int at, final int n) {
        for (int i = at; i > at - n && i >= 0; i--) {
            if (events[i] != 0 && !Double.isNaN(events[i])) {
                return 1;
            }
        }
        return 0;
    }
}
