package reprise.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reprise.research.performance.Near.assertNear;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the reference values have nothing about. */
class PerformanceTest {
    private static final long DAY_NS = 86_400_000_000_000L;

    private static EquityCurve daily(final String firstDay, final double... equity) {
        final long start = GoldenInputs.timeNs(firstDay);
        final long[] timesNs = new long[equity.length];
        Arrays.setAll(timesNs, i -> start + i * DAY_NS);
        return EquityCurve.of(timesNs, equity);
    }

    private static double[] wave(final int length) {
        final double[] returns = new double[length];
        Arrays.setAll(returns, i -> 0.01 * Math.sin(i * i) + 0.0005);
        return returns;
    }

    @Test
    void shouldCloseAMonthAtItsMidnight() {
        // Stamped at the end of each day: the second point is the end of 31 January, the third that of 1 February.
        final EquityCurve curve = daily("2024-01-31", 100, 110, 99, 121);

        assertThat(MonthReturn.of(curve).stream().map(MonthReturn::month))
                .containsExactly(YearMonth.of(2024, 1), YearMonth.of(2024, 2));
        assertNear(MonthReturn.of(curve).get(0).value(), 0.1, "January");
        assertNear(MonthReturn.of(curve).get(1).value(), 0.1, "February");
    }

    @Test
    void shouldCompoundMonthsToTheTotalReturn() {
        final double[] equity = new double[400];
        equity[0] = 1000;
        final double[] returns = wave(equity.length - 1);
        for (int i = 1; i < equity.length; i++) {
            equity[i] = equity[i - 1] * (1 + returns[i - 1]);
        }
        final EquityCurve curve = daily("2023-03-07", equity);

        final double total = MonthReturn.of(curve).stream()
                .mapToDouble(month -> 1 + month.value())
                .reduce(1, (a, b) -> a * b);
        assertNear(total - 1, curve.totalReturn(), "months compounded");
        assertThat(MonthReturn.of(curve)).hasSize(14);
    }

    @Test
    void shouldRollTheRatioOfEachWindow() {
        final double[] returns = wave(40);
        final double[] rolling = RollingSharpe.of(returns, 10, 365);

        assertThat(rolling).hasSize(40);
        assertThat(Arrays.copyOf(rolling, 9)).containsOnly(Double.NaN);
        assertNear(
                rolling[9], ReturnStatistics.of(Arrays.copyOf(returns, 10), 365).sharpe(), "first window");
        assertNear(
                rolling[39],
                ReturnStatistics.of(Arrays.copyOfRange(returns, 30, 40), 365).sharpe(),
                "last window");
        assertThat(RollingSharpe.of(returns, 50, 365)).containsOnly(Double.NaN);
    }

    @Test
    void shouldFindTheLineBetweenReturnsAndTheirBenchmark() {
        final double[] benchmark = wave(300);
        final double[] returns =
                Arrays.stream(benchmark).map(b -> 0.0002 + 0.5 * b).toArray();
        final BenchmarkComparison comparison = BenchmarkComparison.of(returns, benchmark, 365);

        assertNear(comparison.beta(), 0.5, "beta");
        assertNear(comparison.alpha(), 0.0002 * 365, "alpha");
        assertNear(comparison.correlation(), 1, "correlation");
        final double[] active = new double[returns.length];
        Arrays.setAll(active, i -> returns[i] - benchmark[i]);
        assertNear(
                comparison.informationRatio(), ReturnStatistics.of(active, 365).sharpe(), "information ratio");
        assertNear(comparison.trackingError(), ReturnStatistics.of(active, 365).annualVolatility(), "tracking error");
        assertThat(BenchmarkComparison.of(returns, new double[300], 365).beta()).isNaN();
    }

    /** Up one day and down the next, to where it began if the days are even; the last point may come earlier. */
    private static Performance zigzag(final int days, final long shorterByNs) {
        final double[] equity = new double[days + 1];
        Arrays.setAll(equity, i -> 100 + i % 2);
        final long[] timesNs = new long[days + 1];
        Arrays.setAll(timesNs, i -> i * DAY_NS);
        timesNs[days] -= shorterByNs;
        return Performance.of(EquityCurve.of(timesNs, equity), 365);
    }

    @Test
    void shouldGiveNoReturnAYearOfLessThanThirtyDays() {
        final Performance enough = zigzag(30, 0);
        final Performance tooShort = zigzag(30, 1);

        assertNear(enough.curve().cagr(), 0, "cagr");
        assertNear(enough.calmar(), 0, "calmar");
        assertNear(enough.martin(), 0, "martin");
        assertThat(tooShort.curve().cagr()).isNaN();
        assertThat(tooShort.calmar()).isNaN();
        assertThat(tooShort.martin()).isNaN();
        assertThat(tooShort.curve().totalReturn()).isZero();
        assertThat(tooShort.recoveryFactor()).isZero();
    }

    @Test
    void shouldGiveVolatilityAndRatiosOfReturnsOfFewDays() {
        final Performance enough = zigzag(30, 0);
        final Performance tooShort = zigzag(30, 1);

        assertThat(tooShort.returns()).isEqualTo(enough.returns());
        assertThat(tooShort.returns().sharpe()).isPositive();
        assertThat(tooShort.returns().sortino()).isPositive();
    }

    @Test
    void shouldGiveNoAlphaAYearOfLessThanThirtyDays() {
        final BenchmarkComparison enough = BenchmarkComparison.of(zigzag(30, 0), zigzag(30, 0));
        final BenchmarkComparison tooShort = BenchmarkComparison.of(zigzag(30, 1), zigzag(30, 1));

        assertThat(enough.alpha()).isCloseTo(0, within(1e-12));
        assertThat(tooShort.alpha()).isNaN();
        assertThat(tooShort.beta()).isEqualTo(enough.beta()).isCloseTo(1, within(1e-12));
        assertThat(tooShort.correlation()).isEqualTo(enough.correlation());
        assertThat(tooShort.trackingError()).isEqualTo(enough.trackingError());
    }

    @Test
    void shouldTakeNoRatioOfOneReturn() {
        assertThat(ReturnStatistics.of(new double[] {-0.01}, 365).sortino()).isNaN();
        assertThat(ReturnStatistics.of(new double[] {-0.01, 0.02}, 365).sortino())
                .isPositive();
    }

    @Test
    void shouldListTheDeepestDrawdownsFirst() {
        final Drawdowns drawdowns = Drawdowns.of(daily("2024-01-01", 100, 95, 100, 80, 101, 98, 102, 100));

        assertThat(drawdowns.top(2).stream().map(Drawdown::valleyIndex)).containsExactly(3, 1);
        assertThat(drawdowns.all()).hasSize(4);
        assertThat(drawdowns.all().get(3).isRecovered()).isFalse();
    }

    @Test
    void shouldKnowWhereTheExpansionOfCornishAndFisherBreaks() {
        final double[] calm = wave(500);
        final double[] jumpy = calm.clone();
        jumpy[7] = 0.5;

        assertThat(ValueAtRisk.of(calm, 0.95).isCornishFisherValid()).isTrue();
        assertThat(ValueAtRisk.of(calm, 0.9999).isCornishFisherValid()).isFalse();
        assertThat(ValueAtRisk.of(jumpy, 0.95).isCornishFisherValid()).isFalse();
        assertThat(ValueAtRisk.of(GoldenInputs.curve("goog_sma10_30").returns(), 0.95)
                        .isCornishFisherValid())
                .isFalse();
    }

    @Test
    void shouldRiskNothingWithoutASignWhereNothingWasLost() {
        final ValueAtRisk flat = ValueAtRisk.of(new double[] {0, 0, 0}, 0.95);

        // Doubles as they are written: 0.0, never -0.0.
        assertThat(List.of(flat.historical(), flat.historicalTail(), flat.normal(), flat.normalTail(), flat.zeroMean()))
                .allMatch(risk -> Double.compare(risk, 0.0) == 0);
    }

    @Test
    void shouldSupposeTrialsWithoutSkillWhereNothingIsKnownOfThem() {
        final SharpeInference inference = SharpeInference.of(ReturnStatistics.of(wave(200), 365));

        assertThat(inference.deflated(1)).isEqualTo(inference.probabilityAbove(0));
        assertThat(inference.deflated(10)).isLessThan(inference.probabilityAbove(0));
        assertThat(inference.deflated(10)).isEqualTo(inference.deflated(10, 1.0 / 199));
    }

    @Test
    void shouldRefuseWhatIsNotACurve() {
        assertThatThrownBy(() -> EquityCurve.of(new long[0], new double[0])).hasMessageContaining("at least one");
        assertThatThrownBy(() -> EquityCurve.of(new long[] {1, 1}, new double[] {1, 2}))
                .hasMessageContaining("not later");
        assertThatThrownBy(() -> EquityCurve.of(new long[] {1, 2}, new double[] {1, Double.NaN}))
                .hasMessageContaining("point 1");
        assertThatThrownBy(() -> ValueAtRisk.of(new double[] {1}, 5)).hasMessageContaining("0.95");
        assertThatThrownBy(() -> BacktestOverfitting.of(List.of(wave(100), wave(99)), 4))
                .hasMessageContaining("equal length");
        assertThatThrownBy(() -> BacktestOverfitting.of(List.of(wave(100), wave(100)), 5))
                .hasMessageContaining("even number");
    }
}
