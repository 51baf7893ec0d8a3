package reprise.indicator;

import java.util.List;

/** Indicators that need no class of their own: each output is an expression of others. */
final class Compositions {
    private static final String STOCH_RSI = "range_position(rsi(x, period), fastk)";
    private static final String VOLUME_WORTH = "sum(mult(x, volume), period)";

    private Compositions() {}

    static final IndicatorSpec ATR = IndicatorSpec.named("atr", "Average true range")
            .period("period", 14, 1)
            .formula("rma of the true range", "Wilder 1978; TA-Lib ATR")
            .is("rma(trange, period)");

    static final IndicatorSpec NATR = IndicatorSpec.named("natr", "Average true range, in percent of the close")
            .period("period", 14, 1)
            .formula("100 atr / close", "TA-Lib NATR")
            .is("div(atr(period), close, 100)");

    static final IndicatorSpec ADX = IndicatorSpec.named("adx", "Average directional index")
            .period("period", 14, 2)
            .formula("rma of dx", "Wilder 1978; TA-Lib ADX")
            .is("rma(dx(period), period)");

    static final IndicatorSpec MACD_LINE = IndicatorSpec.named("macd_line", "MACD line, as TA-Lib seeds it")
            .input("x", "close")
            .period("fast", 12, 1)
            .period("slow", 26, 1)
            .formula("ema(fast) - ema(slow), both with their first value at bar 'slow'", "Appel; TA-Lib MACD")
            .is("sub(ema_from(x, fast, slow), ema(x, slow))");

    static final IndicatorSpec MACD = macd("macd", "MACD", "macd_line(x, fast, slow)", "ema", "TA-Lib MACD");

    static final IndicatorSpec MACD_PLAIN =
            macd("macd_plain", "MACD of EMAs with own seeds", "sub(ema(x, fast), ema(x, slow))", "ema", "TTR");

    static final IndicatorSpec MACD_FIRST = macd(
            "macd_first",
            "MACD seeded by first values",
            "sub(ema_first(x, fast), ema_first(x, slow))",
            "ema_first",
            "pandas");

    static final IndicatorSpec STOCHF = IndicatorSpec.named("stochf", "Fast stochastic")
            .period("fastk", 14, 1)
            .period("fastd", 3, 1)
            .formula("k = 100 (c-LL)/(HH-LL) over fastk bars, d = sma(k, fastd)", "Lane; TA-Lib STOCHF")
            .output("k", "stoch_k(fastk)")
            .output("d", "sma(stoch_k(fastk), fastd)")
            .composed();

    static final IndicatorSpec STOCH = IndicatorSpec.named("stoch", "Slow stochastic")
            .period("fastk", 14, 1)
            .period("slowk", 3, 1)
            .period("slowd", 3, 1)
            .formula("k = sma(fast k, slowk), d = sma(k, slowd)", "Lane; TA-Lib STOCH")
            .output("k", "sma(stoch_k(fastk), slowk)")
            .output("d", "sma(sma(stoch_k(fastk), slowk), slowd)")
            .composed();

    static final IndicatorSpec STOCH_RSI_SPEC = IndicatorSpec.named("stochrsi", "Stochastic RSI")
            .input("x", "close")
            .period("period", 14, 1)
            .period("fastk", 14, 1)
            .period("fastd", 3, 1)
            .formula(
                    "k = 100 (r-min r)/(max r-min r) over fastk bars, r = rsi; d = sma(k, fastd)",
                    "Chande, Kroll 1994; TA-Lib STOCHRSI")
            .output("k", STOCH_RSI)
            .output("d", "sma(" + STOCH_RSI + ", fastd)")
            .composed();

    static final IndicatorSpec DONCHIAN = IndicatorSpec.named("donchian", "Donchian channel")
            .period("period", 20, 1)
            .formula("high = max(high, n), low = min(low, n), mid between; the current bar included", "Donchian; TTR")
            .output("high", "max(high, period)")
            .output("low", "min(low, period)")
            .output("mid", "mid(max(high, period), min(low, period))")
            .composed();

    static final IndicatorSpec DONCHIAN_PREV = IndicatorSpec.named("donchian_prev", "Donchian channel before the bar")
            .period("period", 20, 1)
            .formula("the channel of the n bars before the current one, for breakouts", "Donchian")
            .output("high", "lag(max(high, period), 1)")
            .output("low", "lag(min(low, period), 1)")
            .composed();

    static final IndicatorSpec VAR = IndicatorSpec.named("var", "Rolling variance")
            .input("x", "close")
            .period("period", 20, 2)
            .integer("ddof", 0, 0, 1)
            .formula("sum (x-mean)^2 / (n-ddof)", "TA-Lib VAR (ddof 0), pandas (ddof 1)")
            .is("moments(x, period, ddof).var");

    static final IndicatorSpec STDDEV = IndicatorSpec.named("stddev", "Rolling standard deviation")
            .input("x", "close")
            .period("period", 20, 2)
            .integer("ddof", 0, 0, 1)
            .formula("sqrt(sum (x-mean)^2 / (n-ddof))", "TA-Lib STDDEV (ddof 0), pandas (ddof 1)")
            .is("moments(x, period, ddof).std");

    static final IndicatorSpec SKEW = IndicatorSpec.named("skew", "Rolling skewness")
            .input("x", "logret")
            .period("period", 60, 4)
            .formula("adjusted Fisher-Pearson G1", "pandas")
            .is("shape(x, period).skew");

    static final IndicatorSpec KURT = IndicatorSpec.named("kurt", "Rolling excess kurtosis")
            .input("x", "logret")
            .period("period", 60, 4)
            .formula("G2, bias corrected", "pandas")
            .is("shape(x, period).kurt");

    static final IndicatorSpec LINEARREG = linear("linearreg", "Linear regression, at the current bar", "value");
    static final IndicatorSpec LINEARREG_SLOPE = linear("linearreg_slope", "Linear regression, slope per bar", "slope");
    static final IndicatorSpec LINEARREG_INTERCEPT =
            linear("linearreg_intercept", "Linear regression, at the oldest bar", "intercept");
    static final IndicatorSpec LINEARREG_R2 = linear("linearreg_r2", "Linear regression, share explained", "r2");

    static final IndicatorSpec CORREL =
            pair("correl", "Rolling correlation", "ols(x, y, period).correl", "TA-Lib CORREL");
    static final IndicatorSpec COV =
            pair("cov", "Rolling covariance, ddof 1", "ols(x, y, period).cov", "pandas rolling cov");
    static final IndicatorSpec BETA = pair(
            "beta", "Rolling beta of y's returns on x's", "ols(rocp(x, 1), rocp(y, 1), period).beta", "TA-Lib BETA");

    static final IndicatorSpec VWAP = IndicatorSpec.named("vwap", "Rolling VWAP")
            .input("x", "typical")
            .period("period", 20, 1)
            .formula("sum(tp v) / sum(v) over n bars", "-")
            .is("div(" + VOLUME_WORTH + ", sum(volume, period))");

    static final IndicatorSpec VWAP_SESSION = IndicatorSpec.named("vwap_session", "Session VWAP")
            .formula("sum(tp v) / sum(v) since the session began", "-")
            .is("vwap_anchored(session, typical)");

    static final IndicatorSpec VOLUME_SMA = IndicatorSpec.named("volume_sma", "Average volume")
            .period("period", 20, 1)
            .formula("sma of the volume", "-")
            .is("sma(volume, period)");

    static final IndicatorSpec AD = IndicatorSpec.named("ad", "Accumulation/distribution")
            .formula("running sum of v ((c-l)-(h-c))/(h-l)", "Chaikin; TA-Lib AD")
            .is("cumulative(money_flow_volume)");

    static final IndicatorSpec CMF = IndicatorSpec.named("cmf", "Chaikin money flow")
            .period("period", 20, 1)
            .formula("sum of v ((c-l)-(h-c))/(h-l) over sum of v", "Chaikin")
            .is("div(sum(money_flow_volume, period), sum(volume, period))");

    static final IndicatorSpec ICHIMOKU = IndicatorSpec.named("ichimoku", "Ichimoku lines")
            .period("conversion", 9, 1)
            .period("base", 26, 1)
            .period("span", 52, 1)
            .formula(
                    "middle of the range of so many bars; span_a, span_b: the cloud over this bar, known 'base' bars ago; lead_a, lead_b: the one drawn as far ahead; lagging: the close, drawn as far back",
                    "Hosoda 1969")
            .output("conversion", "donchian(conversion).mid")
            .output("base", "donchian(base).mid")
            .output("span_a", "lag(mid(donchian(conversion).mid, donchian(base).mid), base)")
            .output("span_b", "lag(donchian(span).mid, base)")
            .output("lead_a", "mid(donchian(conversion).mid, donchian(base).mid)")
            .output("lead_b", "donchian(span).mid")
            .output("lagging", "close")
            .composed();

    static final List<IndicatorSpec> ALL = List.of(
            ICHIMOKU,
            ATR,
            NATR,
            ADX,
            MACD_LINE,
            MACD,
            MACD_PLAIN,
            MACD_FIRST,
            STOCHF,
            STOCH,
            STOCH_RSI_SPEC,
            DONCHIAN,
            DONCHIAN_PREV,
            VAR,
            STDDEV,
            SKEW,
            KURT,
            LINEARREG,
            LINEARREG_SLOPE,
            LINEARREG_INTERCEPT,
            LINEARREG_R2,
            CORREL,
            COV,
            BETA,
            VWAP,
            VWAP_SESSION,
            VOLUME_SMA,
            AD,
            CMF);

    private static IndicatorSpec macd(
            final String name, final String title, final String line, final String average, final String source) {
        final String signal = average + "(" + line + ", signal)";
        return IndicatorSpec.named(name, title)
                .input("x", "close")
                .period("fast", 12, 1)
                .period("slow", 26, 1)
                .period("signal", 9, 1)
                .formula("line = " + line + ", signal = " + average + "(line), hist = line - signal", source)
                .output("line", line)
                .output("signal", signal)
                .output("hist", "sub(" + line + ", " + signal + ")")
                .composed();
    }

    private static IndicatorSpec linear(final String name, final String title, final String output) {
        return IndicatorSpec.named(name, title)
                .input("x", "close")
                .period("period", 14, 2)
                .formula("least squares on 0..n-1, " + output, "TA-Lib LINEARREG")
                .is("linreg(x, period)." + output);
    }

    private static IndicatorSpec pair(
            final String name, final String title, final String expression, final String source) {
        return IndicatorSpec.named(name, title)
                .input("x", "high")
                .input("y", "low")
                .period("period", 30, 2)
                .formula(expression, source)
                .is(expression);
    }
}
