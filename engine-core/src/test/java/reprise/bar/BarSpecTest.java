package reprise.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import reprise.calendar.SessionCalendar;

class BarSpecTest {
    private final SessionCalendar stocks = SessionCalendar.usEquities();

    @Test
    void shouldNameItself() {
        assertThat(BarSpec.minutes(5).label()).isEqualTo("5m trades");
        assertThat(BarSpec.hours(36).of(BarInput.QUOTES).label()).isEqualTo("36h quotes");
        assertThat(BarSpec.daily().of(BarInput.BARS).inSessions(stocks).label()).isEqualTo("1d bars us-equities");
        assertThat(BarSpec.seconds(90).inExtendedSessions(stocks).label()).isEqualTo("90s trades us-equities extended");
        assertThat(BarSpec.time(1_500_000).label()).isEqualTo("1500000ns trades");
        assertThat(BarSpec.ticks(500).label()).isEqualTo("500 tick trades");
        assertThat(BarSpec.dollars(7).label()).isEqualTo("7 dollar trades");
    }

    @Test
    void shouldBeEqualWhenItSaysTheSame() {
        assertThat(BarSpec.minutes(60)).isEqualTo(BarSpec.hours(1));
        assertThat(BarSpec.hours(1)).isNotEqualTo(BarSpec.hours(1).inSessions(stocks));
        assertThat(BarSpec.hours(1)).isNotEqualTo(BarSpec.hours(1).withCloseDelay(1));
        assertThat(BarSpec.hours(1).of(BarInput.BARS).closeDelayNs()).isEqualTo(BarSpec.BARS_CLOSE_DELAY_NS);
        assertThat(BarSpec.hours(1).of(BarInput.BARS).of(BarInput.TRADES)).isEqualTo(BarSpec.hours(1));
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        assertThatThrownBy(() -> BarSpec.minutes(0)).hasMessageContaining("size");
        assertThatThrownBy(() -> BarSpec.time(999_999)).hasMessageContaining("length");
        assertThatThrownBy(() -> BarSpec.time(400 * BarBench.DAY)).hasMessageContaining("length");
        assertThatThrownBy(() -> BarSpec.hours(25).inSessions(stocks)).hasMessageContaining("length");
        assertThatThrownBy(() -> BarSpec.ticks(5).inSessions(stocks)).hasMessageContaining("sessions");
        assertThatThrownBy(() -> BarSpec.ticks(5).of(BarInput.BARS)).hasMessageContaining("how many trades");
        assertThatThrownBy(() -> BarSpec.volume(5).of(BarInput.QUOTES)).hasMessageContaining("no volume");
        assertThatThrownBy(() -> BarSpec.minutes(1).withCloseDelay(-1)).hasMessageContaining("closeDelayNs");
        assertThatThrownBy(() -> BarSpec.minutes(1).of(BarInput.BARS).withCloseDelay(0))
                .hasMessageContaining("must wait");
    }

    @Test
    void shouldKnowWhichBarsFillIt() {
        final BarSpec quarters = BarSpec.minutes(15).of(BarInput.BARS);

        assertThat(quarters.isFilledBy(BarBench.MINUTE)).isTrue();
        assertThat(quarters.isFilledBy(5 * BarBench.MINUTE)).isTrue();
        assertThat(quarters.isFilledBy(15 * BarBench.MINUTE)).isTrue();
        assertThat(quarters.isFilledBy(10 * BarBench.MINUTE)).isFalse();
        assertThat(quarters.isFilledBy(30 * BarBench.MINUTE)).isFalse();
        assertThat(BarSpec.volume(5).of(BarInput.BARS).isFilledBy(BarBench.DAY)).isTrue();
    }

    /** A session of 390 minutes is six bars of 65, and so is the bar of a day that is made of them. */
    @Test
    void shouldBeFilledAsASessionByWhateverIsNoLongerThanADay() {
        final BarSpec sessions = BarSpec.daily().of(BarInput.BARS).inSessions(stocks);

        assertThat(sessions.isFilledBy(65 * BarBench.MINUTE)).isTrue();
        assertThat(sessions.isFilledBy(BarBench.DAY)).isTrue();
        assertThat(sessions.isFilledBy(2 * BarBench.DAY)).isFalse();
        assertThat(BarSpec.daily().of(BarInput.BARS).isFilledBy(65 * BarBench.MINUTE))
                .isFalse();
        assertThat(BarSpec.minutes(30).of(BarInput.BARS).inSessions(stocks).isFilledBy(7 * BarBench.MINUTE))
                .isFalse();
    }
}
