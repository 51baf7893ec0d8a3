package reprise.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.guard.GuardBench.HOUR;
import static reprise.guard.GuardBench.MINUTE;
import static reprise.guard.GuardBench.SECOND;
import static reprise.guard.GuardBench.T0;

import org.junit.jupiter.api.Test;
import reprise.calendar.SessionCalendar;

/** With the defaults for minutes: quotes after a minute, trades after two, bars three minutes and five seconds after the last closed. */
class StalenessTest {
    private final GuardBench bench = GuardBench.strict(false);

    @Test
    void shouldNotMissWhatNeverCame() {
        assertThat(bench.guard.nextTimerNs()).isEqualTo(Long.MAX_VALUE);

        bench.at(24 * HOUR);

        assertThat(bench.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void shouldFailEachStreamAtItsOwnTime() {
        bench.quote(10_000, 10_001);
        bench.trade(10_000);
        bench.bar(0, 10_000);

        bench.at(MINUTE - 1);
        assertThat(bench.told()).isEmpty();
        bench.at(MINUTE);
        assertThat(bench.told()).containsExactly("STALE_QUOTE FAIL 60000000000/60000000000");
        bench.at(2 * MINUTE);
        assertThat(bench.told()).containsExactly("STALE_TRADE FAIL 120000000000/120000000000");
        bench.at(3 * MINUTE + 5 * SECOND - 1);
        assertThat(bench.told()).isEmpty();
        bench.at(3 * MINUTE + 5 * SECOND);
        assertThat(bench.told()).containsExactly("STALE_BAR FAIL 185000000000/185000000000");
        assertThat(bench.guard.nextTimerNs()).as("nothing left to watch").isEqualTo(Long.MAX_VALUE);

        bench.quote(10_000, 10_001);
        bench.trade(10_000);
        bench.bar(10_000);
        assertThat(bench.told()).hasSize(4).allMatch(line -> line.contains(" OK ") || line.startsWith("GAP WARN"));
    }

    @Test
    void shouldStayFreshWhileInputsCome() {
        for (int i = 0; i < 1_000; i++) {
            bench.at(i * 59 * SECOND).quote(10_000, 10_001);
        }

        assertThat(bench.count(GuardCheck.STALE_QUOTE)).isZero();
    }

    @Test
    void shouldNotTakeOldNewsForFresh() {
        bench.at(10 * MINUTE).bar(MINUTE, 10_000);

        assertThat(bench.verdict(GuardCheck.STALE_BAR)).isEqualTo(Verdict.FAIL);
        bench.bar(2 * MINUTE, 10_000);
        assertThat(bench.verdict(GuardCheck.STALE_BAR)).as("history, still").isEqualTo(Verdict.FAIL);
        bench.bar(9 * MINUTE, 10_000);
        assertThat(bench.verdict(GuardCheck.STALE_BAR)).isEqualTo(Verdict.OK);
    }

    @Test
    void shouldNotAgeWhileTheMarketIsClosed() {
        final GuardBench stock =
                new GuardBench(GuardLimits.forBars(MINUTE), TradingHours.regular(SessionCalendar.usEquities()));
        stock.at(21 * HOUR - 30 * SECOND).quote(10_000, 10_001);

        stock.at(38 * HOUR + 30 * MINUTE + 30 * SECOND - 1);
        assertThat(stock.verdict()).isEqualTo(Verdict.OK);
        stock.at(38 * HOUR + 30 * MINUTE + 30 * SECOND);

        assertThat(stock.told()).containsExactly("STALE_QUOTE FAIL 60000000000/60000000000");
    }

    @Test
    void shouldGiveDailyBarsOfStocksTheirSessions() {
        final OpenTime time = new OpenTime(TradingHours.regular(SessionCalendar.usEquities()));

        assertThat(time.within(24 * HOUR)).isEqualTo(6 * HOUR + 30 * MINUTE);
        assertThat(time.within(7 * 24 * HOUR)).isEqualTo(5 * (6 * HOUR + 30 * MINUTE));
        assertThat(time.within(HOUR)).isEqualTo(HOUR);
        assertThat(time.after(T0 + 21 * HOUR, 6 * HOUR + 30 * MINUTE))
                .as("Monday's close and a session: Tuesday's close")
                .isEqualTo(T0 + 45 * HOUR);
    }

    @Test
    void shouldBeSilentWhereItIsOff() {
        final GuardLimits d = GuardLimits.forBars(MINUTE);
        final GuardBench off = new GuardBench(
                new GuardLimits(
                        false,
                        d.maxSpreadBps(),
                        d.jumpWarnBps(),
                        d.jumpFailBps(),
                        d.gapWarnBars(),
                        d.gapFailBars(),
                        d.healBars(),
                        d.healTrades(),
                        0,
                        0,
                        0,
                        d.barDelayNs(),
                        d.maxDisorderNs(),
                        d.maxAheadNs()),
                TradingHours.ALWAYS);
        off.quote(10_000, 10_001);
        off.trade(10_000);
        off.bar(0, 10_000);

        assertThat(off.guard.nextTimerNs()).isEqualTo(Long.MAX_VALUE);
        off.at(1_000 * HOUR);
        off.guard.onTimer(T0 + 1_000 * HOUR);
        assertThat(off.told()).isEmpty();
    }
}
