package reprise.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reprise.monitor.MonitorBench.MINUTE;
import static reprise.monitor.MonitorBench.SECOND;
import static reprise.monitor.MonitorBench.limit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.calendar.SessionCalendar;
import reprise.number.Money;

class RiskMonitorTest {
    private static final VarSettings THREE = new VarSettings(0.8, 5, 3, MINUTE, VarMethod.HISTORICAL);

    @ParameterizedTest
    @CsvSource({
        // measure, limit, equity at the limit, equity beyond, value told
        "DRAWDOWN, 10000000, 900, 899.99999999, 10000001",
        "DAILY_LOSS, 10000000000, 900, 899.99999999, 10000000001",
        "DAILY_LOSS_SHARE, 10000000, 900, 899.99999999, 10000001",
        "DRAWDOWN, 100000000, 0, -0.00000001, 100000001",
        "DAILY_LOSS_SHARE, 1, 1000, 999.99, 1000",
    })
    void shouldTellOfALossBeyondTheLimitAndNotAtIt(
            final RiskMeasure measure, final long limit, final String within, final String beyond, final long value) {
        final MonitorBench bench = MonitorBench.of(limit(measure, limit, MonitorAction.FLATTEN));
        bench.evaluate("1000");

        assertThat(bench.evaluate(within)).isEmpty();
        assertThat(bench.monitor.isBreached(MonitorScope.ACCOUNT, 0, measure)).isFalse();
        assertThat(bench.evaluate(beyond))
                .containsExactly("ACCOUNT 0 " + measure + " " + value + ">" + limit + " FLATTEN");
        assertThat(bench.monitor.isBreached(MonitorScope.ACCOUNT, 0, measure)).isTrue();
        assertThat(bench.value(measure)).isEqualTo(value);
    }

    @Test
    void shouldTellOfExposureBeyondTheLimitLongAndShortTogether() {
        final MonitorBench bench =
                MonitorBench.of(limit(RiskMeasure.GROSS_EXPOSURE, Money.parse("500"), MonitorAction.REDUCE_ONLY));

        assertThat(bench.hold(0, 0, "300").hold(0, 1, "-200").evaluate("1000")).isEmpty();
        assertThat(bench.hold(0, 2, "-0.00000001").evaluate())
                .containsExactly("ACCOUNT 0 GROSS_EXPOSURE 50000000001>50000000000 REDUCE_ONLY");
    }

    @Test
    void shouldTellAgainOnlyAfterItWasWithin() {
        final MonitorBench bench = MonitorBench.of(limit(RiskMeasure.DRAWDOWN, 10_000_000, MonitorAction.HALT));
        bench.evaluate("1000");
        assertThat(bench.evaluate("800")).hasSize(1);

        assertThat(bench.evaluate("700")).isEmpty();
        assertThat(bench.evaluate("899")).isEmpty();
        assertThat(bench.evaluate("900")).as("within again").isEmpty();

        assertThat(bench.evaluate("899")).containsExactly("ACCOUNT 0 DRAWDOWN 10100000>10000000 HALT");
    }

    @Test
    void shouldMeasureTheDrawdownFromTheHighestEquity() {
        final MonitorBench bench = MonitorBench.of(limit(RiskMeasure.DRAWDOWN, 10_000_000, MonitorAction.HALT));
        bench.evaluate("1000");
        bench.evaluate("2000");

        assertThat(bench.evaluate("1799")).containsExactly("ACCOUNT 0 DRAWDOWN 10050000>10000000 HALT");
        assertThat(bench.monitor.peakEquity(MonitorScope.ACCOUNT, 0)).isEqualTo(Money.parse("2000"));
        bench.evaluate("2001");
        assertThat(bench.value(RiskMeasure.DRAWDOWN)).isZero();
    }

    @ParameterizedTest
    @EnumSource(MonitorAction.class)
    void shouldSayWhatIsToBeDoneAndWhetherItIs(final MonitorAction action) {
        for (final boolean enforce : new boolean[] {true, false}) {
            final MonitorBench bench = MonitorBench.of(limit(RiskMeasure.DRAWDOWN, 1, action, enforce));
            bench.evaluate("1000");

            assertThat(bench.evaluate("500"))
                    .containsExactly("ACCOUNT 0 DRAWDOWN 50000000>1 " + action + (enforce ? "" : " not enforced"));
        }
    }

    @Test
    void shouldSayNothingWithoutLimits() {
        final MonitorBench bench = MonitorBench.of(MonitorLimits.NONE);
        bench.evaluate("1000");
        bench.hold(0, 0, "1000000").evaluate("-5");
        for (int i = 0; i < 100; i++) {
            bench.monitor.onTradeClosed(bench.nowNs, 1, -1);
        }

        assertThat(bench.told()).isEmpty();
        assertThat(bench.value(RiskMeasure.CONSECUTIVE_LOSSES)).isEqualTo(100);
        assertThat(bench.value(RiskMeasure.DAILY_LOSS)).isEqualTo(Money.parse("1005"));
    }

    @Test
    void shouldWatchEachStrategyByItsBook() {
        final MonitorBench bench = new MonitorBench(
                VarSettings.DEFAULT,
                MonitorLimits.NONE,
                limit(RiskMeasure.DRAWDOWN, 10_000_000, MonitorAction.FLATTEN),
                SessionCalendar.utcDays());
        bench.equity(0, "1000").equity(1, "400").equity(2, "600").evaluate();

        assertThat(bench.equity(0, "900").equity(1, "400").equity(2, "500").evaluate())
                .containsExactly("STRATEGY 2 DRAWDOWN 16666667>10000000 FLATTEN");
        assertThat(bench.monitor.value(MonitorScope.STRATEGY, 1, RiskMeasure.DRAWDOWN))
                .isZero();
    }

    @Test
    void shouldCountLossesInARowOfTheAccountAndOfEachStrategy() {
        final MonitorLimits three = limit(RiskMeasure.CONSECUTIVE_LOSSES, 3, MonitorAction.HALT);
        final MonitorBench bench = new MonitorBench(VarSettings.DEFAULT, three, three, SessionCalendar.utcDays());
        final RiskMonitor monitor = bench.monitor;
        monitor.onTradeClosed(bench.nowNs, 1, -1);
        monitor.onTradeClosed(bench.nowNs, 2, -1);
        monitor.onTradeClosed(bench.nowNs, 1, -1);
        assertThat(bench.told()).as("at the limit").isEmpty();

        monitor.onTradeClosed(bench.nowNs, 1, -1);
        assertThat(bench.told()).containsExactly("ACCOUNT 0 CONSECUTIVE_LOSSES 4>3 HALT");
        monitor.onTradeClosed(bench.nowNs, 1, 0);
        monitor.onTradeClosed(bench.nowNs, 1, -1);
        assertThat(bench.told()).containsExactly("STRATEGY 1 CONSECUTIVE_LOSSES 4>3 HALT");

        monitor.onTradeClosed(bench.nowNs, 2, 1);
        assertThat(bench.value(RiskMeasure.CONSECUTIVE_LOSSES)).isZero();
        assertThat(monitor.value(MonitorScope.STRATEGY, 1, RiskMeasure.CONSECUTIVE_LOSSES))
                .isEqualTo(4);
        assertThat(monitor.value(MonitorScope.STRATEGY, 2, RiskMeasure.CONSECUTIVE_LOSSES))
                .isZero();
    }

    @Test
    void shouldCountNobodysTradesForTheAccountOnly() {
        final MonitorBench bench = MonitorBench.of(MonitorLimits.NONE);

        bench.monitor.onTradeClosed(bench.nowNs, 0, -1);

        assertThat(bench.value(RiskMeasure.CONSECUTIVE_LOSSES)).isOne();
        assertThat(bench.monitor.value(MonitorScope.STRATEGY, 1, RiskMeasure.CONSECUTIVE_LOSSES))
                .isZero();
    }

    @Test
    void shouldBeginAnewWhenTheOperatorSaysSo() {
        final MonitorBench bench = MonitorBench.of(limit(RiskMeasure.DRAWDOWN, 10_000_000, MonitorAction.HALT));
        bench.evaluate("1000");
        bench.evaluate("800");
        bench.monitor.onTradeClosed(bench.nowNs, 1, -1);
        bench.told();

        bench.monitor.acknowledge(MonitorScope.ACCOUNT, 0);

        assertThat(bench.monitor.isBreached(MonitorScope.ACCOUNT, 0, RiskMeasure.DRAWDOWN))
                .isFalse();
        assertThat(bench.value(RiskMeasure.CONSECUTIVE_LOSSES)).isZero();
        assertThat(bench.evaluate("720")).isEmpty();
        assertThat(bench.evaluate("719")).hasSize(1);
    }

    @Test
    void shouldNotTakeMoneyPaidInOrOutForResults() {
        final MonitorBench bench = MonitorBench.of(limit(RiskMeasure.DRAWDOWN, 25_000_000, MonitorAction.HALT));
        bench.pay(0, "1000").evaluate();
        bench.evaluate("800");
        assertThat(bench.value(RiskMeasure.DRAWDOWN)).isEqualTo(20_000_000);

        assertThat(bench.pay(0, "-700").evaluate()).isEmpty();
        assertThat(bench.value(RiskMeasure.DRAWDOWN)).isEqualTo(20_000_000);
        assertThat(bench.value(RiskMeasure.DAILY_LOSS)).isEqualTo(Money.parse("200"));
        bench.pay(0, "99900").evaluate();
        assertThat(bench.value(RiskMeasure.DRAWDOWN)).isEqualTo(20_000_000);
        assertThat(bench.value(RiskMeasure.DAILY_LOSS)).isEqualTo(Money.parse("200"));

        assertThat(bench.equity(0, "90000").evaluate()).hasSize(1);
    }

    @Test
    void shouldBeginWithTheFirstMoneyPaidIn() {
        final MonitorBench bench = MonitorBench.of(limit(RiskMeasure.DRAWDOWN, 1, MonitorAction.HALT));
        bench.evaluate();

        assertThat(bench.pay(0, "1000").evaluate()).isEmpty();

        assertThat(bench.monitor.peakEquity(MonitorScope.ACCOUNT, 0)).isEqualTo(Money.parse("1000"));
        assertThat(bench.value(RiskMeasure.DAILY_LOSS)).isZero();
    }

    @Test
    void shouldCallTheLossOfWhatWasNeverThereUnbounded() {
        final MonitorBench bench = MonitorBench.of(limit(RiskMeasure.DRAWDOWN, 1, MonitorAction.HALT));
        bench.evaluate("0");

        assertThat(bench.evaluate("-1")).containsExactly("ACCOUNT 0 DRAWDOWN " + RiskMonitor.UNBOUNDED + ">1 HALT");
    }

    @Test
    void shouldSurviveDustBeforeALargePayment() {
        final MonitorBench bench = MonitorBench.of(MonitorLimits.NONE);
        bench.evaluate("90000000000");
        bench.evaluate("0.00000001");

        bench.pay(0, "1000").evaluate();

        assertThat(bench.value(RiskMeasure.DRAWDOWN)).isBetween(99_999_998L, 100_000_000L);
    }

    @Test
    void shouldPlayTheLastMinutesOnceMoreWithPresentPositions() {
        final MonitorBench bench =
                new MonitorBench(THREE, limit(RiskMeasure.VALUE_AT_RISK, 1_000_000, MonitorAction.FLATTEN));
        bench.equity(0, "1000").hold(0, 0, "500").hold(0, 1, "-2000");
        final long[][] prices = {{1_000, 1_000}, {1_010, 1_000}, {1_010, 1_010}, {909, 1_010}, {909, 909}};
        for (int i = 0; i < prices.length; i++) {
            bench.at(i * MINUTE + SECOND).mark(0, prices[i][0]).mark(1, prices[i][1]);
            bench.at((i + 1) * MINUTE);
            assertThat(bench.told()).hasSize(i == 3 ? 1 : 0);
        }

        // 500 x 1 %, -2000 x 1 %, 500 x -10 %, -2000 x -10 %: 5, -20, -50, 200; place 3 x 0.2 of -50, -20.
        assertThat(bench.var(VarMethod.HISTORICAL)).isCloseTo(0.032, within(1e-15));
        assertThat(bench.monitor.conditionalValueAtRisk(MonitorScope.ACCOUNT, 0))
                .isCloseTo(0.05, within(1e-15));
        assertThat(bench.value(RiskMeasure.VALUE_AT_RISK)).isEqualTo(3_200_000);
        assertThat(bench.monitor.isBreached(MonitorScope.ACCOUNT, 0, RiskMeasure.VALUE_AT_RISK))
                .isTrue();

        bench.hold(0, 0, "0").hold(0, 1, "0").evaluate();
        bench.at(6 * MINUTE);
        assertThat(bench.value(RiskMeasure.VALUE_AT_RISK)).as("nothing held").isZero();
        assertThat(bench.monitor.isBreached(MonitorScope.ACCOUNT, 0, RiskMeasure.VALUE_AT_RISK))
                .isFalse();
        bench.hold(0, 0, "500").equity(0, "0").evaluate();
        bench.at(7 * MINUTE);
        assertThat(bench.told())
                .containsExactly("ACCOUNT 0 VALUE_AT_RISK " + RiskMonitor.UNBOUNDED + ">1000000 FLATTEN");
        assertThat(bench.var(VarMethod.HISTORICAL)).isNaN();
    }

    @Test
    void shouldNotSampleMinutesWithoutNews() {
        final MonitorBench bench = new MonitorBench(THREE, MonitorLimits.NONE);
        bench.equity(0, "1000").hold(0, 0, "1000");
        final long[] prices = {1_000, 990, 980, 970};
        for (int i = 0; i < prices.length; i++) {
            bench.at(i * 600 * MINUTE).mark(0, prices[i]);
        }
        assertThat(bench.monitor.nextTimerNs()).isEqualTo(bench.nowNs + MINUTE);
        bench.at(4 * 600 * MINUTE);

        // Three returns of about -1 % and none of 0: place 2 x 0.2.
        final double worst = -10.0 / 980;
        final double next = -10.0 / 990;
        assertThat(bench.var(VarMethod.HISTORICAL)).isCloseTo(-(worst + 0.4 * (next - worst)), within(1e-15));
    }

    @Test
    void shouldCountOnlyMinutesInWhichAllThatIsHeldHadAPrice() {
        final MonitorBench bench = new MonitorBench(THREE, MonitorLimits.NONE);
        bench.equity(0, "1000").hold(0, 0, "500").hold(0, 1, "500");
        for (int i = 0; i < 8; i++) {
            bench.at(i * MINUTE).mark(0, 1_000 + i);
            if (i >= 4) {
                bench.mark(1, 1_000 - i);
            }
            bench.at((i + 1) * MINUTE);
            if (i < 7) {
                assertThat(bench.var(VarMethod.HISTORICAL)).isNaN();
                assertThat(bench.value(RiskMeasure.VALUE_AT_RISK)).isZero();
            }
        }

        assertThat(bench.var(VarMethod.HISTORICAL)).isNotNaN();
    }

    @Test
    void shouldRefreshAsOftenAsConfiguredAndOnlyWhenAnythingHappened() {
        final MonitorBench bench =
                new MonitorBench(new VarSettings(0.8, 5, 3, 10 * SECOND, VarMethod.HISTORICAL), MonitorLimits.NONE);
        bench.equity(0, "1000").hold(0, 0, "1000");
        for (int i = 0; i < 4; i++) {
            bench.at(i * MINUTE).mark(0, 1_000 - i);
        }
        bench.at(5 * MINUTE);
        final double before = bench.var(VarMethod.HISTORICAL);

        bench.at(5 * MINUTE + SECOND).hold(0, 0, "2000").evaluate();
        bench.at(5 * MINUTE + 10 * SECOND - 1);
        assertThat(bench.var(VarMethod.HISTORICAL)).isEqualTo(before);
        bench.at(5 * MINUTE + 10 * SECOND);

        assertThat(bench.var(VarMethod.HISTORICAL)).isCloseTo(2 * before, within(1e-15));
        assertThat(bench.monitor.nextTimerNs()).as("midnight").isEqualTo(MonitorBench.T0 + MonitorBench.DAY);
    }

    @Test
    void shouldRefuseImpossibleSettings() {
        assertThatThrownBy(() -> new VarSettings(0.4, 1_440, 100, MINUTE, VarMethod.HISTORICAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("risk monitor: confidence is 0.4, allowed: 0.5 to 0.9999");
        assertThatThrownBy(() -> new VarSettings(Double.NaN, 1_440, 100, MINUTE, VarMethod.HISTORICAL))
                .hasMessageContaining("confidence is NaN");
        assertThatThrownBy(() -> new VarSettings(0.9, 10, 11, MINUTE, VarMethod.HISTORICAL))
                .hasMessageContaining("minReturns is 11");
        assertThatThrownBy(() -> new VarSettings(0.9, 10, 10, 1, VarMethod.HISTORICAL))
                .hasMessageContaining("refreshNs is 1");
        assertThatThrownBy(() -> new MonitorLimit(-1, MonitorAction.WARN)).hasMessageContaining("a limit is -1");
        assertThatThrownBy(() -> limit(RiskMeasure.DRAWDOWN, 100_000_001, MonitorAction.WARN))
                .hasMessageContaining("drawdown is 100000001, allowed: 0 to 100000000");
        final RiskMonitor monitor = MonitorBench.of(MonitorLimits.NONE).monitor;
        assertThatThrownBy(() -> monitor.acknowledge(MonitorScope.ACCOUNT, 1)).hasMessageContaining("no such book");
        assertThatThrownBy(() -> monitor.acknowledge(MonitorScope.STRATEGY, 0)).hasMessageContaining("no such book");
    }
}
