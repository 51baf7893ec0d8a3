package reprise.indicator;

import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;

/** Indicators of two instruments against reference columns, each instrument with its own bars. */
class PairGoldenTest {
    private static final int DECIMALS = 10;

    @ParameterizedTest
    @CsvSource({"gld_gdx_daily, 60", "ethusdt_btcusdt_5m, 300", "ethbtc_ltcbtc_5m, 300"})
    void shouldEqualReference(final String pair, final int window) {
        final GoldenTable table = GoldenTable.read("golden/pairs/" + pair + ".csv");
        final Instruments instruments = new Instruments();
        final Instrument a = instruments.define(new InstrumentDefinition(0, 0, "A", "X", "USD", DECIMALS, 0, 1, 1, 0));
        final Instrument b = instruments.define(new InstrumentDefinition(1, 0, "B", "X", "USD", DECIMALS, 0, 1, 1, 0));
        final Indicators indicators = new Indicators(instruments, IndicatorCatalog.shipped());
        final Map<String, Line> lines = new LinkedHashMap<>();
        columns(window).forEach((column, expression) -> lines.put(column, indicators.demand(a, expression)));
        final long[] pricesA = units(table.texts("price_a"));
        final long[] pricesB = units(table.texts("price_b"));
        final Map<String, double[]> actual = new LinkedHashMap<>();
        lines.keySet().forEach(column -> actual.put(column, new double[pricesA.length]));
        for (int i = 0; i < pricesA.length; i++) {
            // Now one, now the other is first.
            close(indicators, i % 2, i, i % 2 == 0 ? pricesA[i] : pricesB[i]);
            close(indicators, 1 - i % 2, i, i % 2 == 0 ? pricesB[i] : pricesA[i]);
            for (final Map.Entry<String, Line> line : lines.entrySet()) {
                actual.get(line.getKey())[i] = line.getValue().raw();
            }
        }
        actual.forEach((column, values) -> compare(pair + " " + column, table.numbers(column), values));
    }

    private static Map<String, String> columns(final int n) {
        final Map<String, String> columns = new LinkedHashMap<>();
        final String regression = "ols(ln(close)@B, ln(close), " + n + ")";
        columns.put("beta_" + n, regression + ".beta");
        columns.put("alpha_" + n, regression + ".alpha");
        columns.put("spread", regression + ".residual");
        columns.put("z_" + n + "_pop", "zscore(" + regression + ".residual, " + n + ", 0)");
        columns.put("z_" + n + "_samp", "zscore(" + regression + ".residual, " + n + ", 1)");
        columns.put("beta_raw_" + n, "ols(close@B, close, " + n + ").beta");
        columns.put("alpha_raw_" + n, "ols(close@B, close, " + n + ").alpha");
        columns.put("corr_logret_" + n, "correl(logret(close), logret(close@B), " + n + ")");
        columns.put("corr_logprice_" + n, "correl(ln(close), ln(close@B), " + n + ")");
        return columns;
    }

    private static long[] units(final String[] prices) {
        final long[] units = new long[prices.length];
        for (int i = 0; i < units.length; i++) {
            units[i] =
                    new BigDecimal(prices[i]).setScale(DECIMALS).unscaledValue().longValueExact();
        }
        return units;
    }

    private static void close(final Indicators indicators, final int id, final int index, final long price) {
        indicators.onHistoricalBar(id, index + 1L, 1, price, price, price, price, 1);
    }

    private static void compare(final String what, final double[] expected, final double[] actual) {
        final double largest = DoubleStream.of(expected)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElse(0);
        for (int i = 0; i < expected.length; i++) {
            final boolean equal = Double.isNaN(expected[i])
                    ? Double.isNaN(actual[i])
                    : Math.abs(actual[i] - expected[i]) <= 1e-9 * largest;
            if (!equal) {
                fail("%s at bar %d: expected %s but was %s, largest %s", what, i, expected[i], actual[i], largest);
            }
        }
    }
}
