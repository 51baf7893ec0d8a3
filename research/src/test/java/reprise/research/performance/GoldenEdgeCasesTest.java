package reprise.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.research.performance.Near.assertNear;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.research.GoldenJson;
import reprise.testkit.SharedFiles;

/** Curves of which little can be said: flat, of one point, ruined. All are of some days, so that the formulas are compared which have no least. */
class GoldenEdgeCasesTest {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final String CASES = "perf/_edge_cases.json";

    static Stream<String> cases() {
        if (!SharedFiles.arePresent()) {
            return Stream.of("needs shared");
        }
        return new GoldenJson(CASES).elements("equity_cases", "name").stream();
    }

    private static EquityCurve daily(final double... equity) {
        final long[] timesNs = new long[equity.length];
        Arrays.setAll(timesNs, i -> i * DAY_NS);
        return EquityCurve.of(timesNs, equity);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldSayOnlyWhatACurveSays(final String path) {
        final GoldenJson golden = new GoldenJson(CASES);
        final Performance performance = Performance.of(daily(golden.array(path + "/equity")), 252);
        final Drawdown none = new Drawdown(0, 0, Drawdown.NOT_RECOVERED, 0, 0, 0, 0, 0);
        final Drawdown deepest = performance.drawdowns().deepest().orElse(none);

        final Map<String, Double> measured = Map.ofEntries(
                Map.entry("total_return", performance.curve().totalReturn()),
                Map.entry("max_drawdown", performance.drawdowns().maxDepth()),
                Map.entry("max_drawdown_idx/peak", (double) deepest.peakIndex()),
                Map.entry("max_drawdown_idx/valley", (double) deepest.valleyIndex()),
                Map.entry("max_drawdown_idx/recovery", (double) deepest.recoveryIndex()),
                Map.entry("longest_underwater_bars", (double)
                        performance.drawdowns().longest().orElse(none).periods()),
                Map.entry("mean_return", performance.returns().moments().mean()),
                Map.entry("sd_ddof1", performance.returns().moments().deviation()),
                Map.entry("sharpe_252", performance.returns().sharpe()),
                Map.entry("sortino_252", performance.returns().extrapolatedSortino()),
                Map.entry("omega", performance.returns().omega()),
                Map.entry("cagr_calendar", performance.curve().extrapolatedCagr()),
                Map.entry(
                        "calmar",
                        Ratio.of(
                                performance.curve().extrapolatedCagr(),
                                -performance.drawdowns().maxDepth())));
        assertThat(golden.below(path + "/expected")).hasSameElementsAs(measured.keySet());
        measured.forEach((key, value) ->
                assertNear(value, golden.number(path + "/expected/" + key), golden.text(path + "/name") + ": " + key));
    }

    @Test
    void shouldTakeRoundingForNoDeviation() {
        final double[] returns = new double[1000];
        Arrays.fill(returns, 0.01);
        for (int i = 0; i < returns.length; i += 3) {
            returns[i] = Math.nextUp(0.01);
        }

        assertThat(ReturnStatistics.of(returns, 252).sharpe()).isNaN();
    }

    @Test
    void shouldHaveNoStatisticsAfterRuin() {
        final Performance ruined = Performance.of(daily(100, 0, 100, 101), 252);

        assertThat(ruined.returns().sharpe()).isNaN();
        assertThat(ruined.returns().omega()).isNaN();
        assertThat(ruined.returns().median()).isNaN();
        assertThat(ruined.valueAtRisk(0.95).historical()).isNaN();
    }
}
