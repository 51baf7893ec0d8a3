package reprise.indicator;

import java.util.LinkedHashMap;
import java.util.Map;

/** The expression that each reference column is the value of. */
final class GoldenColumns {
    private GoldenColumns() {}

    static Map<String, String> ofMovingAverages() {
        final Map<String, String> columns = new LinkedHashMap<>();
        each(columns, "sma_%d", "sma:%d", 5, 20, 50, 200);
        each(columns, "ema_%d", "ema:%d", 12, 13, 15, 20, 26, 100, 150);
        each(columns, "ema_%d_first", "ema_first:%d", 13, 15, 100, 150);
        columns.put("ema_13_adjust", "ema_adjust:13");
        columns.put("wma_20", "wma:20");
        columns.put("rma_14", "rma:14");
        return columns;
    }

    static Map<String, String> ofMomentum() {
        final Map<String, String> columns = new LinkedHashMap<>();
        each(columns, "rsi_%d", "rsi:%d", 2, 14);
        columns.put("rsi_14_first", "rsi_first:14");
        columns.put("mom_10", "mom:10");
        columns.put("roc_10", "roc:10");
        columns.put("rocp_10", "rocp:10");
        columns.put("stoch_fastk_14", "stochf:14:3.k");
        columns.put("stoch_fastd_14_3", "stochf:14:3.d");
        columns.put("stoch_slowk_14_3", "stoch:14:3:3.k");
        columns.put("stoch_slowd_14_3_3", "stoch:14:3:3.d");
        columns.put("willr_14", "willr:14");
        columns.put("cci_20", "cci:20");
        macd(columns, "macd_talib", "macd");
        macd(columns, "macd_plain", "macd_plain");
        macd(columns, "macd_first", "macd_first");
        return columns;
    }

    private static void macd(final Map<String, String> columns, final String column, final String indicator) {
        columns.put(column, indicator + ":12:26:9");
        columns.put(column + "_signal", indicator + ":12:26:9.signal");
        columns.put(column + "_hist", indicator + ":12:26:9.hist");
    }

    static Map<String, String> ofTrend() {
        final Map<String, String> columns = new LinkedHashMap<>();
        columns.put("tr", "trange");
        each(columns, "atr_%d", "atr:%d", 7, 10, 14);
        columns.put("natr_14", "natr:14");
        each(columns, "plus_di_%d", "plus_di:%d", 7, 14);
        each(columns, "minus_di_%d", "minus_di:%d", 7, 14);
        each(columns, "dx_%d", "dx:%d", 7, 14);
        each(columns, "adx_%d", "adx:%d", 7, 14);
        each(columns, "donchian_%d_high", "donchian:%d.high", 20, 55);
        each(columns, "donchian_%d_low", "donchian:%d.low", 20, 55);
        each(columns, "donchian_%d_mid", "donchian:%d.mid", 20, 55);
        columns.put("donchian_20_high_prev", "donchian_prev:20.high");
        columns.put("donchian_20_low_prev", "donchian_prev:20.low");
        columns.put("keltner_mid", "keltner:20:10:2.mid");
        columns.put("keltner_upper", "keltner:20:10:2.upper");
        columns.put("keltner_lower", "keltner:20:10:2.lower");
        columns.put("body_frac", "body_frac");
        return columns;
    }

    /** Some are per year, so they need the number of bars in a year. */
    static Map<String, String> ofVolatility(final int perYear) {
        final Map<String, String> columns = new LinkedHashMap<>();
        columns.put("var_20_pop", "var:20:0");
        columns.put("std_20_pop", "stddev:20:0");
        columns.put("std_20_samp", "stddev:20:1");
        each(columns, "zscore_%d_pop", "zscore:%d:0", 40, 60, 288);
        each(columns, "zscore_%d_samp", "zscore:%d:1", 40, 60, 288);
        each(columns, "zscore_%d_hl2_pop", "zscore(hl2, %d, 0)", 60, 288);
        each(columns, "zscore_%d_hl2_samp", "zscore(hl2, %d, 1)", 60, 288);
        for (final String output : new String[] {"mid", "upper", "lower", "pctb", "width"}) {
            columns.put("bb_" + output, "bbands:20:2." + output);
        }
        columns.put("logret", "logret");
        columns.put("rv_cc_20", "rv:20:" + perYear);
        for (final String range : new String[] {"parkinson", "garman_klass", "rogers_satchell", "yang_zhang"}) {
            columns.put("rv_" + range + "_20", "rv_" + range + ":20:" + perYear);
        }
        columns.put("rv_ewma94", "rv_ewma:0.94:" + perYear);
        each(columns, "max_close_%d", "max:%d", 20, 55);
        each(columns, "min_close_%d", "min:%d", 20, 55);
        columns.put("median_20", "median:20");
        columns.put("q05_logret_250", "quantile(logret, 250, 0.05)");
        columns.put("skew_logret_60", "skew:60");
        columns.put("kurt_logret_60", "kurt:60");
        columns.put("linreg_slope_14", "linearreg_slope:14");
        columns.put("linreg_intercept_14", "linearreg_intercept:14");
        columns.put("linreg_14", "linearreg:14");
        columns.put("correl_hl_30", "correl(high, low, 30)");
        columns.put("beta_hl_5", "beta(high, low, 5)");
        return columns;
    }

    static Map<String, String> ofVolume() {
        final Map<String, String> columns = new LinkedHashMap<>();
        columns.put("vwap_roll_20", "vwap:20");
        columns.put("vwap_session", "vwap_session");
        columns.put("obv", "obv");
        columns.put("obv_zero", "obv_zero");
        columns.put("mfi_14", "mfi:14");
        columns.put("volume_sma_20", "volume_sma:20");
        return columns;
    }

    private static void each(
            final Map<String, String> columns, final String column, final String expression, final int... periods) {
        for (final int period : periods) {
            columns.put(column.formatted(period), expression.formatted(period));
        }
    }
}
