package reprise.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.calendar.SessionCalendar;
import reprise.number.Money;

class BarExpressionTest {
    @Test
    void shouldReadWhatPeopleWrite() {
        final SessionCalendar stocks = SessionCalendar.usEquities();
        assertThat(BarExpression.parse("5m", 0)).isEqualTo(BarSpec.minutes(5).of(BarInput.BARS));
        assertThat(BarExpression.parse("90s", 0)).isEqualTo(BarSpec.seconds(90).of(BarInput.BARS));
        assertThat(BarExpression.parse("1h@24/7", 0)).isEqualTo(BarSpec.hours(1).of(BarInput.BARS));
        assertThat(BarExpression.parse("1w", 0).size()).isEqualTo(7 * BarBench.DAY);
        assertThat(BarExpression.parse("1d@us-equities", 0))
                .isEqualTo(BarSpec.daily().inSessions(stocks).of(BarInput.BARS));
        assertThat(BarExpression.parse("30m@us-equities-extended", 0))
                .isEqualTo(BarSpec.minutes(30).inExtendedSessions(stocks).of(BarInput.BARS));
        assertThat(BarExpression.parse("volume:2.5", 5))
                .isEqualTo(BarSpec.volume(250_000).of(BarInput.BARS));
        assertThat(BarExpression.parse("dollar:1e6", 5))
                .isEqualTo(BarSpec.dollars(1_000_000 * Money.ONE).of(BarInput.BARS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "m",
                "5x",
                "0m",
                "-5m",
                "400d",
                "5m@",
                "5m@mars",
                "25h@us-equities",
                "volume",
                "volume:",
                "volume:0",
                "volume:1.5",
                "volume:1.2.3",
                "dollar:1e19",
                "ticks:500",
                "volume:5@us-equities"
            })
    void shouldSayWhatIsAllowed(final String text) {
        assertThatThrownBy(() -> BarExpression.parse(text, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bars '" + text + "': ")
                .hasMessageEndingWith("allowed: " + BarExpression.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ticks:500 | do not say how many trades",
                "volume:1.5 | more than 0 decimals",
                "5m@mars | mars",
                "0m | size must be positive"
            })
    void shouldSayWhatIsWrong(final String text, final String problem) {
        assertThatThrownBy(() -> BarExpression.parse(text, 0)).hasMessageContaining(problem);
    }
}
