package reprise.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every indicator that names TA-Lib as its source against TA-Lib itself: all bars from the first value on, one part in a billion of the largest
 * value; these differences are meant:
 *
 * <ul>
 *   <li>Prices are whole ticks here. TA-Lib compares doubles: at prices such as 100.07 the noise of the binary form decides which of two equal
 *       moves is larger, and variances below 1e-8 are nothing to it. Ours see the ticks; {@link #shouldNotLetBinaryNoiseDecide} shows it.
 *   <li>Sums of directional movement begin a bar earlier in TA-Lib; ours come with the true range that they are divided by.
 *   <li>Beta is 0 in TA-Lib where returns hardly vary; ours is the quotient as long as there is one.
 *   <li>Correlation: TA-Lib's sums of squares cancel, and lose two digits more than ours.
 * </ul>
 */
class TalibTest {
    private static final double TOLERANCE = 1e-9;
    private static final Map<String, Double> LOOSER = Map.of("correl(high,low,30)", 1e-8);
    private static final Set<String> LATER_BY_A_BAR = Set.of("dm:14.plus", "dm:14.minus");
    private static final String ZERO_WHERE_HARDLY_MOVED = "beta(high,low,5)";
    private static final Core TALIB = new Core();
    private static final MAType SMA = MAType.Sma;

    /** One of TA-Lib's functions, over all bars; it fills the outputs and says at which bar they begin. */
    @FunctionalInterface
    interface Function {
        RetCode call(Bars bars, int last, MInteger begin, MInteger count, double[] a, double[] b, double[] c);
    }

    private static final Map<String, Function> FUNCTIONS = new LinkedHashMap<>();

    /** The function that fills the outputs of our expressions, which are separated by blanks. */
    private static void compare(final String expressions, final Function function) {
        FUNCTIONS.put(expressions, function);
    }

    static {
        // MACD from the first bar on which it has all: told to begin earlier, the Java edition of TA-Lib reads before
        // an array.
        compare("hl2", (x, n, s, l, a, b, c) -> TALIB.medPrice(0, n, x.high, x.low, s, l, a));
        compare("typical", (x, n, s, l, a, b, c) -> TALIB.typPrice(0, n, x.high, x.low, x.close, s, l, a));
        compare("ohlc4", (x, n, s, l, a, b, c) -> TALIB.avgPrice(0, n, x.open, x.high, x.low, x.close, s, l, a));
        compare("sma:20", (x, n, s, l, a, b, c) -> TALIB.sma(0, n, x.close, 20, s, l, a));
        compare("ema:20", (x, n, s, l, a, b, c) -> TALIB.ema(0, n, x.close, 20, s, l, a));
        compare("wma:20", (x, n, s, l, a, b, c) -> TALIB.wma(0, n, x.close, 20, s, l, a));
        compare("dema:20", (x, n, s, l, a, b, c) -> TALIB.dema(0, n, x.close, 20, s, l, a));
        compare("tema:20", (x, n, s, l, a, b, c) -> TALIB.tema(0, n, x.close, 20, s, l, a));
        compare("kama:30", (x, n, s, l, a, b, c) -> TALIB.kama(0, n, x.close, 30, s, l, a));
        compare("kama:2", (x, n, s, l, a, b, c) -> TALIB.kama(0, n, x.close, 2, s, l, a));
        compare("rsi:14", (x, n, s, l, a, b, c) -> TALIB.rsi(0, n, x.close, 14, s, l, a));
        compare(
                "stochf:14:3.k stochf:14:3.d",
                (x, n, s, l, a, b, c) -> TALIB.stochF(0, n, x.high, x.low, x.close, 14, 3, SMA, s, l, a, b));
        compare(
                "stoch:14:3:3.k stoch:14:3:3.d",
                (x, n, s, l, a, b, c) -> TALIB.stoch(0, n, x.high, x.low, x.close, 14, 3, SMA, 3, SMA, s, l, a, b));
        compare(
                "stoch_k:14",
                (x, n, s, l, a, b, c) -> TALIB.stochF(0, n, x.high, x.low, x.close, 14, 1, SMA, s, l, a, b));
        compare(
                "stochrsi(close,14,14,3).k stochrsi(close,14,14,3).d",
                (x, n, s, l, a, b, c) -> TALIB.stochRsi(0, n, x.close, 14, 14, 3, SMA, s, l, a, b));
        compare("willr:14", (x, n, s, l, a, b, c) -> TALIB.willR(0, n, x.high, x.low, x.close, 14, s, l, a));
        compare("cci:20", (x, n, s, l, a, b, c) -> TALIB.cci(0, n, x.high, x.low, x.close, 20, s, l, a));
        compare("mfi:14", (x, n, s, l, a, b, c) -> TALIB.mfi(0, n, x.high, x.low, x.close, x.volume, 14, s, l, a));
        compare("mom:10", (x, n, s, l, a, b, c) -> TALIB.mom(0, n, x.close, 10, s, l, a));
        compare("roc:10", (x, n, s, l, a, b, c) -> TALIB.roc(0, n, x.close, 10, s, l, a));
        compare("rocp:10", (x, n, s, l, a, b, c) -> TALIB.rocP(0, n, x.close, 10, s, l, a));
        compare("trange", (x, n, s, l, a, b, c) -> TALIB.trueRange(0, n, x.high, x.low, x.close, s, l, a));
        compare("atr:14", (x, n, s, l, a, b, c) -> TALIB.atr(0, n, x.high, x.low, x.close, 14, s, l, a));
        compare("natr:14", (x, n, s, l, a, b, c) -> TALIB.natr(0, n, x.high, x.low, x.close, 14, s, l, a));
        compare("plus_di:14", (x, n, s, l, a, b, c) -> TALIB.plusDI(0, n, x.high, x.low, x.close, 14, s, l, a));
        compare("minus_di:14", (x, n, s, l, a, b, c) -> TALIB.minusDI(0, n, x.high, x.low, x.close, 14, s, l, a));
        compare("dx:14", (x, n, s, l, a, b, c) -> TALIB.dx(0, n, x.high, x.low, x.close, 14, s, l, a));
        compare("adx:14", (x, n, s, l, a, b, c) -> TALIB.adx(0, n, x.high, x.low, x.close, 14, s, l, a));
        compare("dm:14.plus", (x, n, s, l, a, b, c) -> TALIB.plusDM(0, n, x.high, x.low, 14, s, l, a));
        compare("dm:14.minus", (x, n, s, l, a, b, c) -> TALIB.minusDM(0, n, x.high, x.low, 14, s, l, a));
        compare(
                "macd.line macd.signal macd.hist",
                (x, n, s, l, a, b, c) -> TALIB.macd(0, n, x.close, 12, 26, 9, s, l, a, b, c));
        compare("macd_line", (x, n, s, l, a, b, c) -> TALIB.macd(0, n, x.close, 12, 26, 9, s, l, a, b, c));
        compare(
                "bbands:20:2.upper bbands:20:2.mid bbands:20:2.lower",
                (x, n, s, l, a, b, c) -> TALIB.bbands(0, n, x.close, 20, 2, 2, SMA, s, l, a, b, c));
        compare("max:30", (x, n, s, l, a, b, c) -> TALIB.max(0, n, x.close, 30, s, l, a));
        compare("min:30", (x, n, s, l, a, b, c) -> TALIB.min(0, n, x.close, 30, s, l, a));
        compare("sum(volume,20)", (x, n, s, l, a, b, c) -> TALIB.sum(0, n, x.volume, 20, s, l, a));
        compare("var:20:0", (x, n, s, l, a, b, c) -> TALIB.variance(0, n, x.close, 20, 1, s, l, a));
        compare("stddev:20:0", (x, n, s, l, a, b, c) -> TALIB.stdDev(0, n, x.close, 20, 1, s, l, a));
        compare("moments(close,20,0).var", (x, n, s, l, a, b, c) -> TALIB.variance(0, n, x.close, 20, 1, s, l, a));
        compare("linearreg:14", (x, n, s, l, a, b, c) -> TALIB.linearReg(0, n, x.close, 14, s, l, a));
        compare("linreg:14", (x, n, s, l, a, b, c) -> TALIB.linearReg(0, n, x.close, 14, s, l, a));
        compare("linearreg_slope:14", (x, n, s, l, a, b, c) -> TALIB.linearRegSlope(0, n, x.close, 14, s, l, a));
        compare(
                "linearreg_intercept:14",
                (x, n, s, l, a, b, c) -> TALIB.linearRegIntercept(0, n, x.close, 14, s, l, a));
        compare("correl(high,low,30)", (x, n, s, l, a, b, c) -> TALIB.correl(0, n, x.high, x.low, 30, s, l, a));
        compare("beta(high,low,5)", (x, n, s, l, a, b, c) -> TALIB.beta(0, n, x.high, x.low, 5, s, l, a));
        compare("obv", (x, n, s, l, a, b, c) -> TALIB.obv(0, n, x.close, x.volume, s, l, a));
        compare("ad", (x, n, s, l, a, b, c) -> TALIB.ad(0, n, x.high, x.low, x.close, x.volume, s, l, a));
        compare("sar", (x, n, s, l, a, b, c) -> TALIB.sar(0, n, x.high, x.low, 0.02, 0.2, s, l, a));
        compare("sar:0.1:0.5", (x, n, s, l, a, b, c) -> TALIB.sar(0, n, x.high, x.low, 0.1, 0.5, s, l, a));
        compare("aroon:14.down aroon:14.up", (x, n, s, l, a, b, c) -> TALIB.aroon(0, n, x.high, x.low, 14, s, l, a, b));
        compare("aroon:14.osc", (x, n, s, l, a, b, c) -> TALIB.aroonOsc(0, n, x.high, x.low, 14, s, l, a));
        compare("ln", (x, n, s, l, a, b, c) -> TALIB.ln(0, n, x.close, s, l, a));
        compare("add", (x, n, s, l, a, b, c) -> TALIB.add(0, n, x.high, x.low, s, l, a));
        compare("sub", (x, n, s, l, a, b, c) -> TALIB.sub(0, n, x.high, x.low, s, l, a));
        compare("mult", (x, n, s, l, a, b, c) -> TALIB.mult(0, n, x.close, x.volume, s, l, a));
        compare("div", (x, n, s, l, a, b, c) -> TALIB.div(0, n, x.close, x.open, s, l, a));
    }

    static Stream<String> expressions() {
        return FUNCTIONS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void shouldEqualTalibOnRandomBars(final String expressions) {
        for (final long seed : new long[] {1, 2, 3, 4, 5}) {
            compare(expressions, Bars.walk(seed, 3_000).inUnits(), "seed " + seed);
        }
    }

    static Stream<Arguments> expressionsAndSets() {
        return Stream.of("goog_daily", "btcusdt_5m", "ethbtc_5m", "spy_1m_rth").flatMap(set -> {
            final Bars bars = Bars.of(GoldenBars.of(set)).inUnits();
            return expressions().map(expression -> arguments(expression, Named.of(set, bars)));
        });
    }

    @ParameterizedTest
    @MethodSource("expressionsAndSets")
    void shouldEqualTalibOnRealBars(final String expressions, final Bars bars) {
        compare(expressions, bars, "these bars");
    }

    private static void compare(final String expressions, final Bars bars, final String what) {
        final String[] ours = expressions.split(" ");
        final double[][] theirs = talib(expressions, bars);
        for (int k = 0; k < ours.length; k++) {
            final double[] actual = bars.values(ours[k]);
            final double tolerance = LOOSER.getOrDefault(ours[k], TOLERANCE)
                    * DoubleStream.of(theirs[k])
                            .filter(value -> !Double.isNaN(value))
                            .map(Math::abs)
                            .max()
                            .orElseThrow();
            final int begin = firstOf(theirs[k]) + (LATER_BY_A_BAR.contains(ours[k]) ? 1 : 0);
            int passed = 0;
            for (int i = begin; i < bars.count; i++) {
                if (ours[k].equals(ZERO_WHERE_HARDLY_MOVED) && theirs[k][i] == 0) {
                    passed++;
                } else if (!(Math.abs(actual[i] - theirs[k][i]) <= tolerance)) {
                    fail("%s, %s, bar %d: TA-Lib has %s, ours is %s", ours[k], what, i, theirs[k][i], actual[i]);
                }
            }
            assertThat(bars.count - begin - passed).as("bars compared").isGreaterThan(150);
            assertThat(passed).isLessThan(bars.count / 20);
        }
    }

    private static int firstOf(final double[] values) {
        int first = 0;
        while (Double.isNaN(values[first])) {
            first++;
        }
        return first;
    }

    /** The outputs by bar, NaN before the first. */
    private static double[][] talib(final String expressions, final Bars bars) {
        final double[][] outputs = new double[3][bars.count];
        final MInteger begin = new MInteger();
        final MInteger count = new MInteger();
        final RetCode code =
                FUNCTIONS.get(expressions).call(bars, bars.count - 1, begin, count, outputs[0], outputs[1], outputs[2]);
        assertThat(code).isEqualTo(RetCode.Success);
        for (final double[] output : outputs) {
            System.arraycopy(output, 0, output, begin.value, count.value);
            Arrays.fill(output, 0, begin.value, Double.NaN);
        }
        return outputs;
    }

    @Test
    void shouldCompareWhateverNamesTalibAsItsSource() {
        final Set<String> named = new TreeSet<>();
        for (final CatalogPage.Entry entry : CatalogPage.entries(IndicatorCatalog.shipped())) {
            if (entry.source().contains("TA-Lib")) {
                named.add(entry.name());
            }
        }
        // The fast line of MACD; and TA-Lib's regression has no share explained.
        final Set<String> compared = new TreeSet<>(Set.of("ema_from", "linearreg_r2"));
        expressions()
                .flatMap(expressions -> Stream.of(expressions.split(" ")))
                .forEach(expression -> compared.add(Expression.parse(expression).name()));

        assertThat(compared).containsAll(named);
    }

    /** Prices of two decimals and the same in whole ticks: to ours it makes no difference, to TA-Lib it does. */
    @Test
    void shouldNotLetBinaryNoiseDecide() {
        final Bars prices = Bars.walk(1, 3_000);
        final double[] ours = prices.values("adx:14");
        final double[] oursInTicks = prices.inUnits().values("adx:14");
        final double[] theirs = talib("adx:14", prices)[0];
        final double[] theirsInTicks = talib("adx:14", prices.inUnits())[0];
        double ownChange = 0;
        double theirChange = 0;
        for (int i = firstOf(theirs); i < prices.count; i++) {
            ownChange = Math.max(ownChange, Math.abs(ours[i] - oursInTicks[i]));
            theirChange = Math.max(theirChange, Math.abs(theirs[i] - theirsInTicks[i]));
        }
        assertThat(ownChange).isLessThan(1e-9);
        assertThat(theirChange).isGreaterThan(0.1);
    }
}
