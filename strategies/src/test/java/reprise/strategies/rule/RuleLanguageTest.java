package reprise.strategies.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the constructs of the language mean, bar by bar: T true, F false, ? unknown. */
class RuleLanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    close > 10                                   | 9 10 11             | FFT
                    close >= 10                                  | 9 10 11             | FTT
                    close == 10 or close != 9                    | 9 10 11             | FTT
                    10 < close <= 12                             | 10 11 12 13         | FTTF
                    close > close[1]                             | 5 6 6 7             | ?TFT
                    close > close[2]                             | 5 6 6 7             | ??TT
                    not close > close[1]                         | 5 6 6 7             | ?FTF
                    not not close > 5                            | 5 6                 | FT
                    close > close[1] or close == 5               | 5 6 5               | TTT
                    close > close[1] and close == 5              | 6 7 5               | FFF
                    close > close[1] and close > 5               | 5 6 7               | FTT
                    close crosses above 10                       | 11 9 10 11 12 10 11 | ?FFTFFT
                    close crosses below 10                       | 9 11 10 9 8         | ?FFTF
                    within(3, close > 10)                        | 9 11 9 9 9 9        | ?TTTFF
                    always(3, close > 10)                        | 11 11 11 9 11 11 11 | ??TFFFT
                    not within(2, close > 10)                    | 9 9 11 9 9          | ?TFFT
                    close > 10 then close < 5 within 2           | 11 9 4 4 11 4 4 4   | FFTFFTTF
                    close > 10 then close > 10 within 1          | 11 9 11 11          | ?FFT
                    close > 3 then close < 2 within 2 then close > 8 within 2 | 4 1 9 9 9 | FFTTF
                    bars_since(close > 10) == 2                  | 9 11 9 9 9          | ?FFTF
                    value_when(close > 10, close) == 12          | 9 12 9 11 9         | ?TTFF
                    (close + 1) * 2 - 3 / 3 == 2 * close + 1     | 5 6                 | TT
                    close / (close - 5) > 1                      | 5 6                 | ?T
                    -close + 10 > -(close - 1)                   | 5                   | T
                    abs(close - 10) <= 1                         | 8 9 11 12           | FTTF
                    least(close, 5) == 5 and greatest(close, 5) == 5 | 4 5 6           | FTF
                    round(close, 5) == 10                        | 7 8 12 13           | FTTF
                    floor(close, 5) == 5 and ceil(close, 5) == 10 | 5 6 9 10           | FTTF
                    close > 200 * 5%                             | 10 10.01            | FT
                    ema:2 > 10 and sma(close, 2)[1] < 12         | 10 11 12            | ??T
                    (close > 10)[1]                              | 11 9 12             | ?TF
                    donchian_prev:2.high < close                 | 1 2 3               | ??T
                    """)
    void shouldMean(final String when, final String closes, final String states) {
        final String[] words = closes.split(" ");
        final double[] prices = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            prices[i] = Double.parseDouble(words[i]);
        }

        assertThat(RuleBench.when(when).states(prices)).isEqualTo(states);
    }

    @Test
    void shouldFireOnceWhereItBecomesTrue() {
        final RuleBench bench = RuleBench.when("close > 10");

        assertThat(bench.close(11)).isTrue();
        assertThat(bench.close(12)).isFalse();
        assertThat(bench.close(9)).isFalse();
        assertThat(bench.close(11)).isTrue();
    }

    @Test
    void shouldNameConditionsOnTopOfEachOther() {
        final Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("up", "close > close[1]");
        conditions.put("twice", "up and up[1]");

        assertThat(RuleBench.of(conditions, "twice and not close > 9").states(1, 2, 3, 10))
                .isEqualTo("??TF");
    }

    @Test
    void shouldLookAtAConditionOnceHoweverOftenItIsNamed() {
        final Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("c0", "close > 10");
        for (int i = 1; i < 60; i++) {
            conditions.put("c" + i, "c" + (i - 1) + " and (close > " + i + " or c" + (i - 1) + ")");
        }

        final RuleBench bench = RuleBench.of(conditions, "c59");

        assertThat(bench.rule().size()).isLessThan(300);
        assertThat(bench.close(100)).isTrue();
    }

    @Test
    void shouldKnowNothingOfTheBarsBeforeItForgot() {
        final RuleBench bench = RuleBench.when("within(3, close > 10) or close > close[1]");
        assertThat(bench.states(11, 9, 8)).isEqualTo("TTT");

        bench.rule().forget();

        assertThat(bench.states(7, 6)).isEqualTo("??");
    }

    @Test
    void shouldShowTheLinesItReadsUnderShortNamesOfTheirOwn() {
        final RuleBench bench = RuleBench.when("close > ema:2 and volume > sma(close, 2) "
                + "and macd(close, 12, 26, 9).signal > 1 and macd(close, 12, 26, 8).hist > 1");
        bench.close(5);
        bench.close(7);

        assertThat(bench.rule().name()).isEqualTo("test");
        assertThat(bench.rule().shownCount()).isEqualTo(6);
        assertThat(bench.rule().label(0)).isEqualTo("close");
        assertThat(bench.rule().shown(0)).isEqualTo(7);
        assertThat(bench.rule().label(1)).isEqualTo("ema:2");
        assertThat(bench.rule().shown(1)).isEqualTo(6);
        assertThat(bench.rule().label(4)).isEqualTo("macd(close,12,26");
        assertThat(bench.rule().label(5)).isEqualTo("macd(close,12,~5");
    }
}
