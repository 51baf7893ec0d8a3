package reprise.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.bar.BarExpression;
import reprise.number.Money;
import reprise.parameter.MapParameters;
import reprise.parameter.ParameterRecords;
import reprise.parameter.ParameterSpec;
import reprise.strategy.StrategyKind;

class StrategyCatalogTest {
    private static MapParameters with(final String... namesAndValues) {
        final Map<String, String> values = new HashMap<>(Map.of("instrument", "BTCUSDT"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new MapParameters(values, List.of("BTCUSDT"));
    }

    private static TrendStrategy.Parameters trend(final MapParameters source) {
        return ParameterRecords.read(TrendStrategy.Parameters.class, source);
    }

    @Test
    void shouldDeclareEveryParameterOfEveryKind() {
        for (final StrategyKind<?> kind : StrategyCatalog.shipped()) {
            assertThat(ParameterSpec.of(kind.parameters())).as(kind.name()).isNotEmpty();
            assertThat(kind.summary()).endsWith(".");
        }
        assertThat(StrategyCatalog.shipped()).extracting(StrategyKind::name).doesNotHaveDuplicates();
    }

    @Test
    void shouldReadTrendDefaults() {
        assertThat(trend(with()))
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
        assertThat(trend(configured))
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
        assertThatThrownBy(() -> trend(with(name, value)))
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining(" is not a ");
    }

    @ParameterizedTest
    @CsvSource({"bracketStop, 0.01", "bracketTarget, 0.01"})
    void shouldRefuseHalfABracket(final String name, final String value) {
        assertThatThrownBy(() -> trend(with(name, value))).hasMessageContaining("belong together");
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "15, 14"})
    void shouldRefuseAFastAverageThatIsNotFaster(final String fast, final String slow) {
        assertThatThrownBy(() -> trend(with("emaFast", fast, "emaSlow", slow)))
                .hasMessage("emaFast: must be less than emaSlow: emaFast=" + fast + ", emaSlow=" + slow);
    }

    @Test
    void shouldDemandAnInstrument() {
        assertThatThrownBy(() -> trend(new MapParameters(Map.of(), List.of()))).hasMessage("instrument is missing");
    }
}
