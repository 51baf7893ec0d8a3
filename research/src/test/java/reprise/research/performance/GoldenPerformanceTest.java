package reprise.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.research.performance.Near.assertNear;

import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.research.GoldenJson;
import reprise.research.statistics.NormalDistribution;

/** Real curves and their trades against values of 50 digits, every value that there is. */
class GoldenPerformanceTest {
    private static final double RATE = 0.04;

    /** How each reference value is read off our result; what is not listed fails the test. */
    private static final Map<String, ToDoubleFunction<Performance>> CURVE = Map.ofEntries(
            Map.entry("n_returns", p -> p.returns().count()),
            Map.entry("total_return", p -> p.curve().totalReturn()),
            Map.entry("calendar_days", p -> p.curve().days()),
            Map.entry("cagr_calendar_365_25", p -> p.curve().cagr()),
            Map.entry("cagr_periods", p -> p.curve().cagrByPeriods(p.returns().periodsPerYear())),
            Map.entry(
                    "cagr_calendar_365_lean",
                    p -> StrictMath.pow(
                                    1 + p.curve().totalReturn(), 365 / p.curve().days())
                            - 1),
            Map.entry("mean_return", p -> p.returns().moments().mean()),
            Map.entry("median_return", p -> p.returns().median()),
            Map.entry("sd_ddof1", p -> p.returns().moments().deviation()),
            Map.entry("sd_ddof0", p -> p.returns().moments().populationDeviation()),
            Map.entry("arithmetic_annual_return", p -> p.returns().annualMean()),
            Map.entry("ann_vol", p -> p.returns().annualVolatility()),
            Map.entry("sharpe", p -> p.returns().sharpe()),
            Map.entry("sharpe_per_period", p -> p.returns().sharpePerPeriod()),
            Map.entry("downside_dev_per_period", p -> p.returns().downsideDeviation()),
            Map.entry("downside_dev_ann", p -> p.returns().annualDownsideDeviation()),
            Map.entry("sortino", p -> p.returns().sortino()),
            Map.entry("max_drawdown", p -> p.drawdowns().maxDepth()),
            Map.entry("max_drawdown_idx/peak", p -> deepest(p).peakIndex()),
            Map.entry("max_drawdown_idx/valley", p -> deepest(p).valleyIndex()),
            Map.entry("max_drawdown_idx/recovery", p -> deepest(p).recoveryIndex()),
            Map.entry("longest_underwater/peak", p -> longest(p).peakIndex()),
            Map.entry("longest_underwater/end", p -> longest(p).endIndex()),
            Map.entry("longest_underwater/bars", p -> longest(p).periods()),
            Map.entry("longest_underwater/days", p -> longest(p).days()),
            Map.entry("number_of_drawdowns", p -> p.drawdowns().all().size()),
            Map.entry("avg_drawdown_of_spells", p -> p.drawdowns().averageDepth()),
            Map.entry("calmar", Performance::calmar),
            Map.entry(
                    "calmar_cagr_periods",
                    p -> p.curve().cagrByPeriods(p.returns().periodsPerYear())
                            / -p.drawdowns().maxDepth()),
            Map.entry("omega", p -> p.returns().omega()),
            Map.entry("gain_to_pain", p -> p.returns().gainToPain()),
            Map.entry("ulcer_index", p -> p.drawdowns().ulcer()),
            Map.entry("ulcer_performance_index", Performance::martin),
            Map.entry("recovery_factor", Performance::recoveryFactor),
            Map.entry("positive_periods_over_all", p -> p.returns().positiveShare()),
            Map.entry("positive_periods_over_nonzero", p -> p.returns().positiveShareOfMoves()),
            Map.entry("best", p -> p.returns().best()),
            Map.entry("worst", p -> p.returns().worst()),
            Map.entry("tail_ratio", p -> p.returns().tailRatio()),
            Map.entry("skew_biased_g1", p -> p.returns().moments().skew()),
            Map.entry("excess_kurt_biased_g2", p -> p.returns().moments().excessKurtosis()),
            Map.entry("skew_unbiased_G1", p -> p.returns().moments().adjustedSkew()),
            Map.entry("excess_kurt_unbiased_G2", p -> p.returns().moments().adjustedExcessKurtosis()),
            Map.entry("var95_hist", p -> p.valueAtRisk(0.95).historical()),
            Map.entry("cvar95_hist", p -> p.valueAtRisk(0.95).historicalTail()),
            Map.entry("var95_normal", p -> p.valueAtRisk(0.95).normal()),
            Map.entry("cvar95_normal", p -> p.valueAtRisk(0.95).normalTail()),
            Map.entry("z_cf95", p -> p.valueAtRisk(0.95).cornishFisherZ()),
            Map.entry("var95_cornish_fisher", p -> p.valueAtRisk(0.95).cornishFisher()),
            Map.entry("var95_cornish_fisher_ddof0", p -> cornishFisherOfPopulation(p, 0.95)),
            Map.entry("var99_hist", p -> p.valueAtRisk(0.99).historical()),
            Map.entry("cvar99_hist", p -> p.valueAtRisk(0.99).historicalTail()),
            Map.entry("var99_normal", p -> p.valueAtRisk(0.99).normal()),
            Map.entry("cvar99_normal", p -> p.valueAtRisk(0.99).normalTail()),
            Map.entry("z_cf99", p -> p.valueAtRisk(0.99).cornishFisherZ()),
            Map.entry("var99_cornish_fisher", p -> p.valueAtRisk(0.99).cornishFisher()),
            Map.entry("var99_cornish_fisher_ddof0", p -> cornishFisherOfPopulation(p, 0.99)),
            Map.entry("kelly_binary_on_nonzero_returns", p -> p.returns().kelly()),
            Map.entry("kelly_continuous_mu_over_var", p -> p.returns().kellyOfMoments()),
            Map.entry("psr_0", p -> p.inference().probabilityAbove(0)),
            Map.entry(
                    "psr_benchmark_annual_1",
                    p -> p.inference()
                            .probabilityAbove(1 / Math.sqrt(p.returns().periodsPerYear()))),
            Map.entry("psr_0_unbiased_moments", p -> ofAdjustedMoments(p).probabilityAbove(0)),
            Map.entry("sr_standard_error", p -> p.inference().standardError()),
            Map.entry("min_trl_95_vs_0", p -> p.inference().minimumReturns(0, 0.95)),
            Map.entry("stability_r2", Performance::stability));

    private static final Map<String, Function<Performance, String>> CURVE_TEXTS = Map.of(
            "max_drawdown_times/peak", p -> text(deepest(p).peakNs()),
            "max_drawdown_times/valley", p -> text(deepest(p).valleyNs()),
            "max_drawdown_times/recovery",
                    p -> deepest(p).isRecovered() ? text(deepest(p).endNs()) : "not recovered",
            "longest_underwater/recovered", p -> String.valueOf(longest(p).isRecovered()));

    private static Drawdown deepest(final Performance performance) {
        return performance.drawdowns().deepest().orElseThrow();
    }

    private static Drawdown longest(final Performance performance) {
        return performance.drawdowns().longest().orElseThrow();
    }

    private static double cornishFisherOfPopulation(final Performance performance, final double level) {
        final double deviation = performance.returns().moments().populationDeviation();
        return -(performance.returns().moments().mean()
                + performance.valueAtRisk(level).cornishFisherZ() * deviation);
    }

    private static SharpeInference ofAdjustedMoments(final Performance performance) {
        return new SharpeInference(
                performance.returns().sharpePerPeriod(),
                performance.returns().count(),
                performance.returns().moments().adjustedSkew(),
                performance.returns().moments().adjustedExcessKurtosis());
    }

    private static String text(final long timeNs) {
        final String instant =
                java.time.Instant.ofEpochSecond(timeNs / 1_000_000_000L).toString();
        return instant.substring(0, instant.length() - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "goog_buyhold",
                "goog_sma10_30",
                "btc_1h_buyhold",
                "btc_1d_buyhold",
                "pairs_bch_doge_1h",
                "ige_daily",
                "spy_daily_chan"
            })
    void shouldMeasureCurvesAsTheReferenceDoes(final String name) {
        final GoldenJson golden = new GoldenJson("perf/" + name + ".json");
        final Performance performance = Performance.of(GoldenInputs.curve(name), golden.number("periods_per_year"));

        assertThat(golden.below("metrics")).hasSize(CURVE.size() + CURVE_TEXTS.size());
        for (final String key : golden.below("metrics")) {
            if (CURVE_TEXTS.containsKey(key)) {
                assertThat(CURVE_TEXTS.get(key).apply(performance)).as(key).isEqualTo(golden.text("metrics/" + key));
            } else {
                assertThat(CURVE).containsKey(key);
                assertNear(CURVE.get(key).applyAsDouble(performance), golden.number("metrics/" + key), key);
            }
        }
        final double[] excess = ReturnStatistics.inExcessOf(
                performance.curve().returns(), RATE, performance.returns().periodsPerYear());
        final ReturnStatistics overRiskless =
                ReturnStatistics.of(excess, performance.returns().periodsPerYear());
        assertNear(overRiskless.sharpe(), golden.number("metrics_rf_4pct/sharpe"), "sharpe over 4 %");
        assertNear(overRiskless.sortino(), golden.number("metrics_rf_4pct/sortino"), "sortino over 4 %");
        assertNear(overRiskless.omega(), golden.number("metrics_rf_4pct/omega"), "omega over 4 %");
        assertNear(
                SharpeInference.of(overRiskless).probabilityAbove(0),
                golden.number("metrics_rf_4pct/psr_0"),
                "psr over 4 %");
    }

    @ParameterizedTest
    @CsvSource({"1440", "1441", "2000", "2880", "3600", "4999"})
    void shouldMeasureWhatAMinuteMayLose(final int bar) {
        final GoldenJson golden = new GoldenJson("perf/_rolling_var_btc_1m.json");
        final String checkpoint = golden.elements("checkpoints", "bar_index").stream()
                .filter(path -> golden.text(path + "/bar_index").equals(String.valueOf(bar)))
                .findFirst()
                .orElseThrow();
        final double[] closes = GoldenInputs.column(GoldenInputs.rows("btc_perp_1m_close_5000.csv"), 2);
        final int window = (int) golden.number("window_returns");
        final double[] returns = GoldenInputs.returns(java.util.Arrays.copyOfRange(closes, bar - window, bar + 1));
        final ValueAtRisk at95 = ValueAtRisk.of(returns, 0.95);
        final ValueAtRisk at99 = ValueAtRisk.of(returns, 0.99);

        final Map<String, Double> actual = Map.ofEntries(
                Map.entry("bar_index", (double) bar),
                Map.entry("close", closes[bar]),
                Map.entry("var95_hist", at95.historical()),
                Map.entry("cvar95_hist", at95.historicalTail()),
                Map.entry("var95_normal", at95.normal()),
                Map.entry("var95_zero_mean", at95.zeroMean()),
                Map.entry("var95_cornish_fisher", at95.cornishFisher()),
                Map.entry("var95_hist_scaled_1day", at95.historicalOver(window)),
                Map.entry("var99_hist", at99.historical()),
                Map.entry("cvar99_hist", at99.historicalTail()),
                Map.entry("var99_normal", at99.normal()),
                Map.entry("var99_zero_mean", at99.zeroMean()),
                Map.entry("var99_cornish_fisher", at99.cornishFisher()),
                Map.entry("var99_hist_scaled_1day", at99.historicalOver(window)));
        assertThat(golden.below(checkpoint)).hasSameElementsAs(actual.keySet());
        actual.forEach((key, value) -> assertNear(value, golden.number(checkpoint + "/" + key), key));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "0.05", "0.01", "1e-6", "1e-17", "1e-300", "0.975", "0.999999"})
    void shouldInvertTheNormalDistribution(final double share) {
        final double x = NormalDistribution.quantile(share);

        assertNear(NormalDistribution.below(x), share, "share below " + x);
    }
}
