package reprise.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reprise.research.performance.Near.assertNear;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.research.GoldenJson;
import reprise.research.statistics.Moments;

/** What the papers of Bailey and Lopez de Prado and Chan's book printed, and the same computed to 50 digits. */
class GoldenSharpeTest {
    private static final String FILE = "perf/_sharpe_inference_pbo.json";

    @Test
    void shouldReproduceTheProbabilisticRatiosOfThePapers() {
        final GoldenJson golden = new GoldenJson(FILE);
        final List<String> examples = golden.elements("psr_examples", "name");

        assertThat(examples).hasSize(6);
        for (final String path : examples) {
            final SharpeInference inference = new SharpeInference(
                    golden.number(path + "/sr_per_period"),
                    (int) golden.number(path + "/n"),
                    golden.number(path + "/skew"),
                    golden.number(path + "/kurt_nonexcess") - 3);
            final double other = golden.number(path + "/sr_star");
            assertNear(inference.probabilityAbove(other), golden.number(path + "/psr"), path);
            assertNear(inference.minimumReturns(other, 0.95), golden.number(path + "/min_trl_95"), path);
        }
    }

    @Test
    void shouldReproduceTheDeflatedRatiosOfThePaper() {
        final GoldenJson golden = new GoldenJson(FILE);
        final List<String> examples = golden.elements("dsr_examples", "name");

        assertThat(examples).hasSize(4);
        for (final String path : examples) {
            final double periods = golden.number(path + "/periods_per_year");
            final SharpeInference inference = new SharpeInference(
                    golden.number(path + "/sr_annual") / Math.sqrt(periods),
                    (int) golden.number(path + "/n"),
                    golden.number(path + "/skew"),
                    golden.number(path + "/kurt_nonexcess") - 3);
            final int trials = (int) golden.number(path + "/N");
            final double variance = golden.number(path + "/var_sr_annual") / periods;
            final double best = SharpeInference.expectedBest(trials, variance);
            assertNear(best, golden.number(path + "/sr0_per_period"), path);
            assertNear(best * Math.sqrt(periods), golden.number(path + "/sr0_annual"), path);
            assertNear(inference.deflated(trials, variance), golden.number(path + "/dsr"), path);
        }
        for (final String path : golden.elements("expected_max_z", "N")) {
            assertNear(
                    SharpeInference.expectedBest((int) golden.number(path + "/N"), 1),
                    golden.number(path + "/expected_max_z_approx"),
                    path);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void shouldDeflateTheBestOfAMatrix(final int index) {
        final GoldenJson golden = new GoldenJson(FILE);
        final String path = "dsr_on_matrix/" + index;
        final List<ReturnStatistics> variants = GoldenInputs.matrix(golden.text(path + "/matrix")).stream()
                .map(returns -> ReturnStatistics.of(returns, 252))
                .toList();
        final double[] ratios =
                variants.stream().mapToDouble(ReturnStatistics::sharpePerPeriod).toArray();
        final double deviation = Moments.of(ratios).deviation();

        assertThat(variants).hasSize((int) golden.number(path + "/N"));
        assertNear(deviation * deviation, golden.number(path + "/var_sr_ddof1"), "variance of the ratios");
        int best = 0;
        for (int i = 0; i < variants.size(); i++) {
            best = ratios[i] > ratios[best] ? i : best;
            final String variant = path + "/strategies/" + i;
            assertNear(ratios[i], golden.number(variant + "/sr_per_period"), variant);
            assertNear(variants.get(i).sharpe(), golden.number(variant + "/sr_annual"), variant);
            assertNear(variants.get(i).moments().skew(), golden.number(variant + "/skew"), variant);
            assertNear(
                    variants.get(i).moments().excessKurtosis() + 3,
                    golden.number(variant + "/kurt_nonexcess"),
                    variant);
            assertNear(
                    SharpeInference.of(variants.get(i)).probabilityAbove(0),
                    golden.number(variant + "/psr_0"),
                    variant);
        }
        assertThat(golden.text(path + "/strategies/" + best + "/name")).isEqualTo(golden.text(path + "/best"));
        assertNear(
                SharpeInference.of(variants.get(best)).deflated(variants.size(), deviation * deviation),
                golden.number(path + "/dsr_best"),
                "deflated ratio of the best");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void shouldFindHowOverfittedTheBestOfAMatrixIs(final int index) {
        final GoldenJson golden = new GoldenJson(FILE);
        final String path = "cscv/" + index;
        final BacktestOverfitting overfitting = BacktestOverfitting.of(
                GoldenInputs.matrix(golden.text(path + "/matrix")), (int) golden.number(path + "/S"));
        final double[] logits =
                overfitting.logits().stream().mapToDouble(Double::doubleValue).toArray();

        assertThat(overfitting.combinations()).isEqualTo((int) golden.number(path + "/combinations"));
        assertNear(overfitting.probability(), golden.number(path + "/pbo"), "probability");
        assertNear(overfitting.lossProbability(), golden.number(path + "/prob_oos_loss"), "probability of a loss");
        assertNear(overfitting.slope(), golden.number(path + "/degradation_slope"), "slope");
        assertNear(overfitting.intercept(), golden.number(path + "/degradation_intercept"), "intercept");
        assertNear(overfitting.chosenMean(), golden.number(path + "/is_sharpe_of_selected_mean"), "where chosen");
        assertNear(overfitting.testedMean(), golden.number(path + "/oos_sharpe_of_selected_mean"), "where tested");
        assertNear(Moments.of(logits).mean(), golden.number(path + "/logit_mean"), "mean logit");
        final List<String> names = golden.below(path + "/selected_counts");
        assertThat(overfitting.timesChosen())
                .isEqualTo(names.stream()
                        .map(name -> (int) golden.number(path + "/selected_counts/" + name))
                        .toList());
        final double[] all = golden.array(path + "/all_logits");
        for (int i = 0; i < all.length; i++) {
            assertThat(logits[i]).as("logit %d", i).isCloseTo(all[i], within(1e-14 * Math.abs(all[i])));
        }
    }

    @Test
    void shouldReproduceChansRatios() {
        final GoldenJson golden = new GoldenJson(FILE);
        final double[] ige = GoldenInputs.curve("ige_daily").returns();
        final double[] spy = GoldenInputs.curve("spy_daily_chan").returns();
        final double[] excess =
                Arrays.stream(ige).map(value -> value - 0.04 / 252).toArray();
        final double[] hedged = new double[ige.length];
        Arrays.setAll(hedged, i -> (ige[i] - spy[i]) / 2);

        final double sharpe = ReturnStatistics.of(excess, 252).sharpe();
        assertThat(sharpe).isCloseTo(0.7893, within(5e-5));
        assertNear(sharpe, golden.number("chan/ige_sharpe_rf4_ddof1"), "long only");
        assertNear(ReturnStatistics.of(hedged, 252).sharpe(), golden.number("chan/ls_sharpe_ddof1"), "long and short");
        final double[] equity = new double[hedged.length + 1];
        final long[] timesNs = new long[equity.length];
        equity[0] = 1;
        for (int i = 1; i < equity.length; i++) {
            equity[i] = equity[i - 1] * (1 + hedged[i - 1]);
            timesNs[i] = i;
        }
        final Drawdowns drawdowns = Drawdowns.of(EquityCurve.of(timesNs, equity));
        assertNear(drawdowns.maxDepth(), golden.number("chan/ls_max_drawdown"), "drawdown");
        assertThat(drawdowns.longest().orElseThrow().periods())
                .isEqualTo((int) golden.number("chan/ls_longest_peak_to_recovery_bars"));
    }
}
