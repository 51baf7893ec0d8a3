package reprise.strategies.rule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that cannot be understood is refused with the place and with what would be right there. */
class RuleErrorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    close > emma:9              | column 9: 'emma' is no indicator, function or condition of this rule; did you mean 'ema'?
                    close > ema:0               | column 9: ema: period must be a whole number from 1 to 100000, not 0
                    close > ema(clos, 9)       | column 9: no indicator 'clos'; did you mean 'close'?
                    close > macd.sgnal          | column 9: macd has no output 'sgnal'; it has: line, signal, hist
                    withn(3, close > 1)         | did you mean 'within'?
                    within(close > 1)           | column 8: expected a number of bars from 1 to 1000
                    within(3 close > 1)         | column 10: expected ','; within(BARS, condition), found 'c'
                    within(3, close)            | column 11: 'within(BARS, condition)' needs a condition here, not a number
                    within(1001, close > 1)     | column 8: expected a number of bars from 1 to 1000
                    close                       | column 1: is a number, not a condition: compare it
                    close > 1 + (close > 2)     | column 9: 'arithmetic' needs a number here, not a condition
                    close and close > 1         | column 1: 'and' needs a condition here, not a number
                    not close                   | column 5: 'not' needs a condition here, not a number
                    close > 1 then close > 2    | column 25: expected 'within' and a number of bars
                    close crosses ema:9         | column 15: expected 'above' or 'below'
                    close > 1)                  | column 10: expected 'and', 'or', 'then', a comparison or the end, found ')'
                    (close > 1                  | column 11: expected ')', found the end
                    close > ema(close, 9        | column 9: ')' is missing
                    close >                     | column 8: expected a number, an indicator
                    close[1.5] > 1              | column 7: expected a number of bars from 0 to 1000
                    close[1 > 1                 | column 9: expected ']', found '>'
                    close = 1                   | column 7: expected 'and', 'or', 'then', a comparison or the end, found '='
                    and > 1                     | column 1: expected a number, an indicator
                    """)
    void shouldSayWhereAndWhat(final String when, final String message) {
        assertThatThrownBy(() -> RuleBench.when(when))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith("when: ")
                .hasMessageContaining(message);
    }

    @Test
    void shouldNameTheConditionAndItsNearest() {
        final Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("held", "close > 1");
        conditions.put("turned", "hold and close > 2");

        assertThatThrownBy(() -> RuleBench.of(conditions, "turned"))
                .hasMessageStartingWith("conditions.turned: column 1: 'hold' is no indicator")
                .hasMessageContaining("did you mean 'held'?");
    }

    @Test
    void shouldLetConditionsNameOnlyThoseAbove() {
        final Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("first", "second");
        conditions.put("second", "first");

        assertThatThrownBy(() -> RuleBench.of(conditions, "first"))
                .hasMessage("conditions.first: column 1: condition 'second' comes further down; put it above this one"
                        + " (in: second)");
    }

    @ParameterizedTest
    @CsvSource({"within,a word of the language", "ema,the name of an indicator", "2nd,is a letter and up to 39"})
    void shouldRefuseNamesThatMeanSomethingElse(final String name, final String problem) {
        assertThatThrownBy(() -> RuleBench.of(Map.of(name, "close > 1"), "close > 1"))
                .hasMessageStartingWith("conditions." + name + ": ")
                .hasMessageContaining(problem);
    }

    @Test
    void shouldLimitDepthLengthAndMemory() {
        assertThatThrownBy(() -> RuleBench.when("(".repeat(60) + "close > 1" + ")".repeat(60)))
                .hasMessageContaining("nested deeper than 40");
        assertThatThrownBy(() -> RuleBench.when("close > 1 ".repeat(200)))
                .hasMessageContaining("a condition has at most 1000 characters, this one has 2000");
        final StringBuilder much = new StringBuilder("close > 1");
        for (int i = 0; i < 12; i++) {
            much.append(" and close > close[").append(980 + i).append(']');
        }
        assertThatThrownBy(() -> RuleBench.when(much.toString()))
                .hasMessageContaining("values of the past; at most 10000");
    }
}
