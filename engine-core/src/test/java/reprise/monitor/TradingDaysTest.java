package reprise.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.monitor.MonitorBench.DAY;
import static reprise.monitor.MonitorBench.HOUR;
import static reprise.monitor.MonitorBench.MINUTE;
import static reprise.monitor.MonitorBench.SECOND;
import static reprise.monitor.MonitorBench.T0;
import static reprise.monitor.MonitorBench.limit;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.calendar.SessionCalendar;
import reprise.number.Money;

/** When a day's loss is over. */
class TradingDaysTest {
    private static final MonitorLimits HUNDRED = limit(RiskMeasure.DAILY_LOSS, Money.parse("100"), MonitorAction.HALT);

    private static long newYork(final String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("America/New_York")).toEpochSecond() * SECOND;
    }

    @Test
    void shouldCountTheLossOfADayFromMidnight() {
        final MonitorBench bench = MonitorBench.of(HUNDRED);
        bench.at(12 * HOUR).evaluate("1000");
        bench.at(DAY - 1);
        assertThat(bench.evaluate("899")).hasSize(1);
        bench.at(DAY);
        assertThat(bench.monitor.isBreached(MonitorScope.ACCOUNT, 0, RiskMeasure.DAILY_LOSS))
                .isFalse();

        assertThat(bench.evaluate("799")).isEmpty();
        assertThat(bench.value(RiskMeasure.DAILY_LOSS)).isEqualTo(Money.parse("100"));
        assertThat(bench.evaluate("798")).containsExactly("ACCOUNT 0 DAILY_LOSS 10100000000>10000000000 HALT");
        assertThat(bench.monitor.nextTimerNs()).isLessThanOrEqualTo(T0 + 2 * DAY);
    }

    @Test
    void shouldBeginEachDayWithTheEquityThatTheLastEndedWith() {
        final MonitorBench bench = MonitorBench.of(HUNDRED);
        bench.evaluate("1000");
        bench.at(5 * DAY).evaluate("950");
        assertThat(bench.value(RiskMeasure.DAILY_LOSS)).isEqualTo(Money.parse("50"));

        bench.equity(0, "900").at(6 * DAY);
        assertThat(bench.value(RiskMeasure.DAILY_LOSS)).isZero();
        bench.evaluate("890");

        assertThat(bench.value(RiskMeasure.DAILY_LOSS)).isEqualTo(Money.parse("10"));
    }

    /** Events without timers between them: the night's loss belongs to the new day. */
    @Test
    void shouldBeginADayLateFromWhatWasMeasuredLast() {
        final MonitorBench bench = MonitorBench.of(HUNDRED);
        bench.evaluate("1000");
        bench.evaluate("900");
        bench.nowNs = T0 + DAY + 1;

        assertThat(bench.evaluate("800")).isEmpty();

        assertThat(bench.value(RiskMeasure.DAILY_LOSS)).isEqualTo(Money.parse("100"));
    }

    @ParameterizedTest
    @CsvSource({
        // a time in New York and when its day ends: post-markets end at 20:00, on half days at 17:00
        "2024-01-08T04:00:00, 2024-01-08T20:00:00",
        "2024-01-08T12:00:00, 2024-01-08T20:00:00",
        "2024-01-08T19:59:59, 2024-01-08T20:00:00",
        "2024-01-08T20:00:00, 2024-01-09T20:00:00",
        "2024-01-12T20:00:00, 2024-01-16T20:00:00",
        "2024-03-08T12:00:00, 2024-03-08T20:00:00",
        "2024-03-09T12:00:00, 2024-03-11T20:00:00",
        "2024-11-01T21:00:00, 2024-11-04T20:00:00",
        "2024-11-29T12:00:00, 2024-11-29T17:00:00",
        "2024-11-29T17:00:00, 2024-12-02T20:00:00",
    })
    void shouldEndDaysWithThePostMarketWhereTheMarketIs(final String time, final String end) {
        final TradingDays days = new TradingDays(SessionCalendar.usEquities());

        days.begin(newYork(time));

        assertThat(days.endNs()).isEqualTo(newYork(end));
    }

    /** The weekends on which clocks change: a day more or less of an hour must neither lose nor double a day. */
    @ParameterizedTest
    @CsvSource({"2024-03-08T10:00:00, 2024-03-12T10:00:00", "2024-11-01T10:00:00, 2024-11-05T10:00:00"})
    void shouldBeginThreeDaysFromFridayToTuesday(final String friday, final String tuesday) {
        final MonitorBench bench =
                new MonitorBench(VarSettings.DEFAULT, HUNDRED, MonitorLimits.NONE, SessionCalendar.usEquities());
        bench.at(newYork(friday) - T0).evaluate("1000");
        int days = 0;
        for (long t = newYork(friday); t < newYork(tuesday); t += 30 * MINUTE) {
            bench.at(t - T0);
            final long equity = bench.equities[0] - Money.ONE;
            bench.equity(0, Money.format(equity)).evaluate();
            // One is lost at each step: the first step of a day finds a loss of one.
            days += bench.value(RiskMeasure.DAILY_LOSS) == Money.ONE ? 1 : 0;
        }

        assertThat(days).isEqualTo(3);
    }
}
