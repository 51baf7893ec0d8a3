package reprise.simulation.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepAxisTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5:30:5        | 5 10 15 20 25 30",
                "5:29:5        | 5 10 15 20 25",
                "3:6           | 3 4 5 6",
                "0.5:0.8       | 0.5 0.6 0.7 0.8",
                "0.1:0.7:0.2   | 0.1 0.3 0.5 0.7",
                "-2:2:2        | -2 0 2",
                "1:2:0.25      | 1.00 1.25 1.50 1.75 2.00",
                "7:7           | 7",
                "60,20, 40     | 20 40 60",
                "1.5,0.5       | 0.5 1.5",
            })
    void shouldReadNumbersInAscendingOrder(final String text, final String values) {
        final SweepAxis axis = SweepAxis.parse("strategies.trend.emaFast", text);

        assertThat(axis.values()).containsExactly(values.split(" "));
        assertThat(axis.numeric()).isTrue();
        assertThat(axis.shortKey()).isEqualTo("emaFast");
    }

    @Test
    void shouldKeepOtherValuesAsTheyWereGiven() {
        final SweepAxis axis = SweepAxis.parse("bars", "1h,15m,4h");

        assertThat(axis.values()).containsExactly("1h", "15m", "4h");
        assertThat(axis.numeric()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5:30:0      | the step 0 is not above 0",
                "5:30:-5     | the step -5 is not above 0",
                "30:5:5      | the range ends at 5, before it begins at 30",
                "0:1:0.00001 | 100001 values; at most 100000 are allowed",
                "5,,7        | expected from:to:step, such as 5:30:5, or values such as 20,40,60",
                "''          | expected from:to:step, such as 5:30:5, or values such as 20,40,60",
                "5,5.0       | 5.0 is given twice",
                "1h,1h       | 1h is given twice",
            })
    void shouldSayWhatIsWrong(final String text, final String message) {
        assertThatThrownBy(() -> SweepAxis.parse("key", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
