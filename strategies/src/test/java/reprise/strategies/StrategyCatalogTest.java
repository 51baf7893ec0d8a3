package reprise.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.bar.BarExpression;
import reprise.number.Money;

class StrategyCatalogTest {
    private static MapParameters with(final String... namesAndValues) {
        final Map<String, String> values = new HashMap<>(Map.of("instrument", "BTCUSDT"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new MapParameters(values);
    }

    @Test
    void shouldCreateEveryKindItNames() {
        for (final String kind : StrategyCatalog.kinds()) {
            assertThat(StrategyCatalog.create(kind, with())).as(kind).isNotNull();
        }
    }

    @Test
    void shouldNameTheKindsWhenAskedForAnother() {
        assertThatThrownBy(() -> StrategyCatalog.create("trned", with()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no strategy of kind 'trned'; there are: trend");
    }

    @Test
    void shouldReadTrendDefaults() {
        assertThat(TrendStrategy.Parameters.read(with()))
                .isEqualTo(new TrendStrategy.Parameters(
                        "BTCUSDT", null, 1_000 * Money.ONE, 15, 100, 14, 20, true, 0.5, false, 0, 0));
    }

    @Test
    void shouldReadWhatWasConfigured() {
        final MapParameters configured = with(
                "bars", "15m",
                "orderNotional", "250.5",
                "emaFast", "13",
                "emaSlow", "150",
                "adxLength", "7",
                "adxMin", "26",
                "priceActionFilter", "false",
                "priceActionMinBody", "0.25",
                "allowShort", "true",
                "bracketStop", "0.01",
                "bracketTarget", "0.02");
        assertThat(TrendStrategy.Parameters.read(configured))
                .isEqualTo(new TrendStrategy.Parameters(
                        "BTCUSDT",
                        BarExpression.parse("15m", 5),
                        25_050_000_000L,
                        13,
                        150,
                        7,
                        26,
                        false,
                        0.25,
                        true,
                        1_000_000,
                        2_000_000));
    }

    @ParameterizedTest
    @CsvSource({
        "orderNotional, 0",
        "emaFast, 0",
        "emaFast, -1",
        "emaSlow, 1",
        "emaSlow, 10001",
        "adxLength, 1",
        "adxMin, -0.1",
        "adxMin, 100.1",
        "adxMin, NaN",
        "priceActionMinBody, -0.1",
        "priceActionMinBody, 1.1",
        "bracketStop, 0.91",
        "bracketTarget, 0.91"
    })
    void shouldRefuseWhatIsOutOfRange(final String name, final String value) {
        assertThatThrownBy(() -> TrendStrategy.Parameters.read(with(name, value)))
                .hasMessageStartingWith(name + " must be from");
    }

    @ParameterizedTest
    @CsvSource({"bracketStop, 0.01", "bracketTarget, 0.01"})
    void shouldRefuseHalfABracket(final String name, final String value) {
        assertThatThrownBy(() -> TrendStrategy.Parameters.read(with(name, value)))
                .hasMessageContaining("belong together");
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "15, 14"})
    void shouldRefuseAFastAverageThatIsNotFaster(final String fast, final String slow) {
        assertThatThrownBy(() -> TrendStrategy.Parameters.read(with("emaFast", fast, "emaSlow", slow)))
                .hasMessage("emaFast must be less than emaSlow: emaFast=" + fast + ", emaSlow=" + slow);
    }

    @Test
    void shouldDemandAnInstrument() {
        assertThatThrownBy(() -> TrendStrategy.Parameters.read(new MapParameters(Map.of())))
                .hasMessage("instrument is missing");
    }
}
