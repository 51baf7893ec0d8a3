package reprise.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.bar.BarExpression;
import reprise.bar.BarSpec;
import reprise.state.StateHash;

class ParameterRecordsTest {
    enum Sizing {
        DOLLAR_NEUTRAL,
        BETA_NEUTRAL
    }

    record Knobs(
            @Parameter(meaning = "what", kind = Kind.SYMBOL) String instrument,
            @Parameter(meaning = "bars", optional = true) BarSpec bars,

            @Parameter(meaning = "length", value = "15", min = "1", max = "100")
            int length,

            @Parameter(meaning = "level", value = "2.5", min = "0", live = true)
            double level,

            @Parameter(meaning = "worth", kind = Kind.MONEY, value = "1000", min = "5", live = true)
            long worth,

            @Parameter(meaning = "patience", kind = Kind.DURATION, value = "10s", max = "1h")
            long patience,

            @Parameter(meaning = "short", value = "false", live = true)
            boolean allowShort,

            @Parameter(meaning = "sizing", value = "dollar-neutral", live = true)
            Sizing sizing,

            @Parameter(meaning = "all of them", kind = Kind.SYMBOL, optional = true)
            List<String> others) {
        Knobs {
            if (level > length) {
                throw new ParameterException("level", "must not be above length");
            }
        }
    }

    record Undeclared(int length) {}

    record Odd(@Parameter(meaning = "odd") StringBuilder text) {}

    private static Knobs read(final String... namesAndValues) {
        final Map<String, String> values = new HashMap<>(Map.of("instrument", "I0"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ParameterRecords.read(Knobs.class, new MapParameters(values, List.of("I0", "I1")));
    }

    @Test
    void shouldTakeDefaultsWhereNothingIsGiven() {
        assertThat(read())
                .isEqualTo(new Knobs(
                        "I0",
                        null,
                        15,
                        2.5,
                        100_000_000_000L,
                        10_000_000_000L,
                        false,
                        Sizing.DOLLAR_NEUTRAL,
                        List.of()));
    }

    @Test
    void shouldReadEveryType() {
        assertThat(read(
                        "bars",
                        "5m",
                        "length",
                        "7",
                        "level",
                        "1.25",
                        "worth",
                        "5.5",
                        "patience",
                        "500ms",
                        "allowShort",
                        "true",
                        "sizing",
                        "beta-neutral",
                        "others",
                        "I1,I0"))
                .isEqualTo(new Knobs(
                        "I0",
                        BarExpression.parse("5m", 8),
                        7,
                        1.25,
                        550_000_000L,
                        500_000_000L,
                        true,
                        Sizing.BETA_NEUTRAL,
                        List.of("I1", "I0")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "length | 0 | length: 0 is not a whole number from 1 to 100",
                "length | x | length: 'x' is not a whole number from 1 to 100",
                "length | 99999999999 | length: '99999999999' is not a whole number from 1 to 100",
                "level | -1 | level: -1 is not a number from 0 up",
                "level | NaN | level: 'NaN' is not a number from 0 up",
                "level | 1e999 | level: 1e999 is not a number from 0 up",
                "level | 16 | level: must not be above length",
                "worth | 4.99999999 | worth: 4.99999999 is not a number from 5 up",
                "patience | 10 | patience: '10' is not a length of time such as 500ms, 30s, 10m, 2h or 1d up to 1h",
                "patience | 2h | patience: 2h is not a length of time such as 500ms, 30s, 10m, 2h or 1d up to 1h",
                "allowShort | yes | allowShort: 'yes' is not true or false",
                "sizing | neutral | sizing: 'neutral' is not one of dollar-neutral, beta-neutral",
                "instrument | I2 | instrument: 'I2' is not among the instruments; configured: I0, I1",
                "others | I1,I9 | others: 'I9' is not among the instruments; configured: I0, I1"
            })
    void shouldRefuseWhatMakesNoSense(final String name, final String value, final String problem) {
        assertThatThrownBy(() -> read(name, value))
                .isInstanceOf(ParameterException.class)
                .hasMessage(problem);
    }

    @Test
    void shouldDemandWhatHasNoDefault() {
        assertThatThrownBy(() -> ParameterRecords.read(Knobs.class, new MapParameters(Map.of(), List.of())))
                .hasMessage("instrument is missing");
    }

    @Test
    void shouldRefuseADeclarationThatSaysTooLittle() {
        assertThatThrownBy(() -> ParameterSpec.of(Undeclared.class)).hasMessageContaining("length has no @Parameter");
        assertThatThrownBy(() -> ParameterSpec.of(Odd.class)).hasMessageContaining("a type that no parameter has");
    }

    @Test
    void shouldChangeOnlyWhatMayChange() {
        final Knobs before = read();
        assertThat(ParameterRecords.changed(before, "level", "3"))
                .isEqualTo(new Knobs(
                        "I0", null, 15, 3, 100_000_000_000L, 10_000_000_000L, false, Sizing.DOLLAR_NEUTRAL, List.of()));
        assertThatThrownBy(() -> ParameterRecords.changed(before, "length", "3"))
                .hasMessage("is fixed while it runs; these can be changed: level, worth, allowShort, sizing");
        assertThatThrownBy(() -> ParameterRecords.changed(before, "levle", "3"))
                .hasMessageStartingWith("there is no such parameter");
        assertThatThrownBy(() -> ParameterRecords.changed(before, "level", "-3"))
                .hasMessage("-3 is not a number from 0 up");
        assertThatThrownBy(() -> ParameterRecords.changed(before, "level", "99"))
                .hasMessage("must not be above length");
    }

    @Test
    void shouldKnowInTheStateWhatWasChanged() {
        final Knobs before = read();
        final Record after = ParameterRecords.changed(before, "sizing", "beta-neutral");

        assertThat(hash(after)).isNotEqualTo(hash(before));
        assertThat(hash(ParameterRecords.changed(after, "sizing", "dollar-neutral")))
                .isEqualTo(hash(before));
    }

    private static String hash(final Record knobs) {
        return StateHash.of(state -> ParameterRecords.exchange(knobs, state));
    }
}
