package reprise.indicator;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Indicators by heart: straight from their definitions, over whole arrays, every bar from the beginning or from its whole window, without
 * any code of the engine.
 */
final class Definitions {
    private Definitions() {}

    /** Expression to definition, for all that has no reference column. */
    static Map<String, Function<Bars, double[]>> all() {
        final Map<String, Function<Bars, double[]>> all = new LinkedHashMap<>();
        all.put("ohlc4", b -> Windows.each(b, i -> (b.open[i] + b.high[i] + b.low[i] + b.close[i]) / 4));
        all.put("hl2", b -> Windows.each(b, i -> (b.high[i] + b.low[i]) / 2));
        all.put("typical", b -> Windows.typical(b));
        all.put("add", b -> Windows.each(b, i -> b.high[i] + b.low[i]));
        all.put("sub", b -> Windows.each(b, i -> b.high[i] - b.low[i]));
        all.put("mid", b -> Windows.each(b, i -> (b.high[i] + b.low[i]) / 2));
        all.put("mult", b -> Windows.each(b, i -> b.close[i] * b.volume[i]));
        all.put("div(close, open, 3)", b -> Windows.each(b, i -> 3 * b.close[i] / b.open[i]));
        all.put("ln", b -> Windows.each(b, i -> Math.log(b.close[i])));
        all.put("lag:3", b -> Windows.each(b, i -> i < 3 ? Double.NaN : b.close[i - 3]));
        all.put("slope:5", b -> Windows.each(b, i -> i < 5 ? Double.NaN : (b.close[i] - b.close[i - 5]) / 5));
        all.put("sum(volume, 7)", b -> Windows.rolling(b.volume, 7, Windows::sum));
        all.put("cumulative", b -> Windows.each(b, i -> Windows.sum(Arrays.copyOf(b.volume, i + 1))));
        all.put("ema_from(close, 12, 26)", b -> Windows.emaFrom(b.close, 12, 26));
        all.put("macd_line", b -> Windows.minus(Windows.emaFrom(b.close, 12, 26), Windows.ema(b.close, 26)));
        all.put("dema:20", b -> {
            final double[] e1 = Windows.ema(b.close, 20);
            final double[] e2 = Windows.ema(e1, 20);
            return Windows.each(b, i -> 2 * e1[i] - e2[i]);
        });
        all.put("tema:10", b -> {
            final double[] e1 = Windows.ema(b.close, 10);
            final double[] e2 = Windows.ema(e1, 10);
            final double[] e3 = Windows.ema(e2, 10);
            return Windows.each(b, i -> 3 * e1[i] - 3 * e2[i] + e3[i]);
        });
        all.put("kama:10", b -> Paths.kama(b.close, 10));
        all.put("stoch_k:14", b -> Windows.rangePosition(b.close, b.high, b.low, 14));
        all.put("range_position(volume, 9)", b -> Windows.rangePosition(b.volume, b.volume, b.volume, 9));
        all.put(
                "stochrsi.k",
                b -> Windows.rangePosition(Paths.rsi(b.close, 14), Paths.rsi(b.close, 14), Paths.rsi(b.close, 14), 14));
        all.put(
                "stochrsi.d",
                b -> Windows.rolling(
                        Windows.rangePosition(
                                Paths.rsi(b.close, 14), Paths.rsi(b.close, 14), Paths.rsi(b.close, 14), 14),
                        3,
                        w -> Windows.sum(w) / 3));
        all.put("dm:14.plus", b -> Paths.movement(b, 14)[0]);
        all.put("dm:14.minus", b -> Paths.movement(b, 14)[1]);
        all.put("dm:14.range", b -> Paths.movement(b, 14)[2]);
        all.put("moments(close, 20, 1).mean", b -> Windows.rolling(b.close, 20, w -> Windows.sum(w) / 20));
        all.put("moments(close, 20, 1).var", b -> Windows.rolling(b.close, 20, w -> Windows.products(w, w) / 19));
        all.put("moments(close, 20, 1).dev", b -> Windows.rolling(b.close, 20, w -> w[19] - Windows.sum(w) / 20));
        all.put("quantile(close, 20, 0.3)", b -> Windows.rolling(b.close, 20, w -> Windows.quantile(w, 0.3)));
        all.put("shape(close, 30).skew", b -> Windows.rolling(b.close, 30, Windows::skew));
        all.put("shape(close, 30).kurt", b -> Windows.rolling(b.close, 30, Windows::kurtosis));
        all.put("keltner.pctb", b -> {
            final double[] middle = Windows.ema(b.close, 20);
            final double[] range = Paths.atr(b, 10);
            return Windows.each(b, i -> (b.close[i] - (middle[i] - 2 * range[i])) / (4 * range[i]));
        });
        all.put("keltner.width", b -> {
            final double[] middle = Windows.ema(b.close, 20);
            final double[] range = Paths.atr(b, 10);
            return Windows.each(b, i -> 4 * range[i] / middle[i]);
        });
        all.put(
                "moments(close, 20, 1).std",
                b -> Windows.rolling(b.close, 20, w -> Math.sqrt(Windows.products(w, w) / 19)));
        all.put(
                "ols(high, low, 30).cov",
                b -> Windows.rolling(b.high, b.low, 30, (x, y) -> Windows.products(x, y) / 29));
        all.put("linreg:14.slope", b -> Windows.rolling(b.close, 14, Windows::slope));
        all.put(
                "linreg:14.intercept",
                b -> Windows.rolling(b.close, 14, w -> Windows.sum(w) / 14 - 6.5 * Windows.slope(w)));
        all.put(
                "linreg:14.value",
                b -> Windows.rolling(b.close, 14, w -> Windows.sum(w) / 14 + 6.5 * Windows.slope(w)));
        all.put(
                "linreg:14.r2",
                b -> Windows.rolling(b.close, 14, w -> Windows.square(Windows.correlation(Windows.places(14), w))));
        all.put(
                "linearreg_r2:14",
                b -> Windows.rolling(b.close, 14, w -> Windows.square(Windows.correlation(Windows.places(14), w))));
        all.put("cov(high, low, 30)", b -> Windows.rolling(b.high, b.low, 30, (x, y) -> Windows.products(x, y) / 29));
        all.put(
                "ols(high, low, 30).beta",
                b -> Windows.rolling(b.high, b.low, 30, (x, y) -> Windows.products(x, y) / Windows.products(x, x)));
        all.put(
                "ols(high, low, 30).alpha",
                b -> Windows.rolling(
                        b.high,
                        b.low,
                        30,
                        (x, y) -> (Windows.sum(y) - Windows.products(x, y) / Windows.products(x, x) * Windows.sum(x))
                                / 30));
        all.put(
                "ols(high, low, 30).residual",
                b -> Windows.rolling(
                        b.high,
                        b.low,
                        30,
                        (x, y) -> y[29]
                                - Windows.sum(y) / 30
                                - Windows.products(x, y) / Windows.products(x, x) * (x[29] - Windows.sum(x) / 30)));
        all.put("ols(high, low, 30).correl", b -> Windows.rolling(b.high, b.low, 30, Windows::correlation));
        all.put("half_life:60", b -> Windows.halfLife(b.close, 60));
        all.put("hurst(ln, 100, 2, 20)", b -> Windows.hurst(Windows.each(b, i -> Math.log(b.close[i])), 100, 2, 20));
        all.put("money_flow_volume", b -> Windows.each(b, i -> Windows.flow(b, i)));
        all.put("ad", b -> {
            final double[] flow = Windows.each(b, i -> Windows.flow(b, i));
            return Windows.each(b, i -> Windows.sum(Arrays.copyOf(flow, i + 1)));
        });
        all.put(
                "cmf:20",
                b -> Windows.rolling(
                        Windows.each(b, i -> Windows.flow(b, i)),
                        b.volume,
                        20,
                        (flow, volume) ->
                                Windows.sum(volume) == 0 ? Double.NaN : Windows.sum(flow) / Windows.sum(volume)));
        all.put("vwap_anchored(since(360000))", b -> Paths.anchoredVwap(b, i -> i >= 100 ? 1 : 0));
        all.put("since:360000", b -> Windows.each(b, i -> i >= 100 ? 1 : 0));
        all.put("rvol:10", Paths::relativeVolume);
        all.put("sar", b -> Paths.parabolic(b)[0]);
        all.put("sar.direction", b -> Paths.parabolic(b)[1]);
        all.put("supertrend:10:3", b -> Paths.superTrend(b)[0]);
        all.put("supertrend:10:3.direction", b -> Paths.superTrend(b)[1]);
        all.put(
                "aroon:14.up",
                b -> Windows.each(b, i -> i < 14 ? Double.NaN : 100.0 * (14 - Windows.age(b.high, i, 14, 1)) / 14));
        all.put(
                "aroon:14.down",
                b -> Windows.each(b, i -> i < 14 ? Double.NaN : 100.0 * (14 - Windows.age(b.low, i, 14, -1)) / 14));
        all.put(
                "aroon:14.osc",
                b -> Windows.each(
                        b,
                        i -> i < 14
                                ? Double.NaN
                                : 100.0 * (Windows.age(b.low, i, 14, -1) - Windows.age(b.high, i, 14, 1)) / 14));
        all.put("ichimoku.conversion", b -> Windows.middle(b, 9));
        all.put("ichimoku.base", b -> Windows.middle(b, 26));
        all.put("ichimoku.lead_a", b -> Windows.each(b, i -> (Windows.middle(b, 9)[i] + Windows.middle(b, 26)[i]) / 2));
        all.put("ichimoku.lead_b", b -> Windows.middle(b, 52));
        all.put(
                "ichimoku.span_a",
                b -> Windows.lag(Windows.each(b, i -> (Windows.middle(b, 9)[i] + Windows.middle(b, 26)[i]) / 2), 26));
        all.put("ichimoku.span_b", b -> Windows.lag(Windows.middle(b, 52), 26));
        all.put("ichimoku.lagging", b -> b.close);
        for (int level = 0; level < 7; level++) {
            final int output = level;
            all.put(
                    "pivots." + new String[] {"p", "r1", "s1", "r2", "s2", "r3", "s3"}[level],
                    b -> Paths.pivots(b, output));
        }
        for (int edge = 0; edge < 3; edge++) {
            final int output = edge;
            final String[] opens = {"high", "low", "open"};
            all.put("session_range." + opens[edge], b -> Paths.sessionRange(b, output));
            all.put("prior_session." + new String[] {"high", "low", "close"}[edge], b -> Paths.priorSession(b, output));
            all.put("opening_range:180." + opens[edge], b -> Paths.openingRange(b, 3, output));
        }
        all.put("swing_high(high, 5, 3)", b -> Paths.swing(b.high, 5, 3, 1));
        all.put("swing_low(low, 5, 3)", b -> Paths.swing(b.low, 5, 3, -1));
        for (int price = 0; price < 4; price++) {
            final int output = price;
            all.put(
                    "heikin_ashi." + new String[] {"open", "high", "low", "close"}[price],
                    b -> Paths.heikinAshi(b)[output]);
        }
        all.put("cross(close, sma(close, 10))", b -> Paths.cross(b, 0));
        all.put("cross(close, sma(close, 10)).up", b -> Paths.cross(b, 1));
        all.put("cross(close, sma(close, 10)).down", b -> Paths.cross(b, -1));
        all.put("within_last(cross(close, sma(close, 10)), 4)", b -> {
            final double[] cross = Paths.cross(b, 0);
            return Windows.each(b, i -> i < 9 ? Double.NaN : Paths.rollingAny(cross, i, 4));
        });
        return all;
    }
}
