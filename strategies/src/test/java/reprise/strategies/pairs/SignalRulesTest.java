package reprise.strategies.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.testkit.SharedFiles;

class SignalRulesTest {
    private static final SignalRules RULES = new SignalRules(2.0, 0.5, 3.0);
    private static final long HALF_LIFE_NS = Math.round(18.4 * 3.6e12);

    private static String field(final String json, final String name) {
        final Matcher matcher =
                Pattern.compile("\"" + name + "\":\\s*\"?([^,\"\\n}]+)").matcher(json);
        return matcher.find() ? matcher.group(1).trim() : "";
    }

    @Test
    void shouldDecideEveryWorkedCase() {
        final String[] cases = String.join("\n", SharedFiles.lines("golden/s1/signal_table.json"))
                .split("\"name\":");
        assertThat(cases.length).isGreaterThan(35);
        for (int i = 1; i < cases.length; i++) {
            final SpreadSide held = SpreadSide.valueOf(field(cases[i], "position"));
            final long heldNs = Math.round(Double.parseDouble(field(cases[i], "held_hours")) * 3.6e12);

            assertThat(RULES.decide(
                            held,
                            Double.parseDouble(field(cases[i], "z")),
                            held != SpreadSide.FLAT && heldNs > 3 * HALF_LIFE_NS,
                            SpreadSide.FLAT))
                    .as(cases[i].lines().findFirst().orElseThrow())
                    .isEqualTo(PairSignal.valueOf(field(cases[i], "expected")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-2.5, LONG_SPREAD, NONE",
        "2.5, LONG_SPREAD, SHORT_SPREAD",
        "2.5, SHORT_SPREAD, NONE",
        "-2.5, SHORT_SPREAD, LONG_SPREAD"
    })
    void shouldNotEnterTheSideThatIsBlocked(final double z, final SpreadSide blocked, final PairSignal expected) {
        assertThat(RULES.decide(SpreadSide.FLAT, z, false, blocked)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-2.5, LONG_SPREAD, false",
        "-2.0, LONG_SPREAD, true",
        "5, LONG_SPREAD, true",
        "NaN, LONG_SPREAD, false",
        "2.5, SHORT_SPREAD, false",
        "2.0, SHORT_SPREAD, true",
        "NaN, SHORT_SPREAD, false"
    })
    void shouldLetASideBeEnteredAgainOnceInsideTheBand(final double z, final SpreadSide side, final boolean expected) {
        assertThat(RULES.isBack(z, side)).isEqualTo(expected);
    }
}
