package reprise.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equality with reference values in arithmetic of 50 digits. */
class VarGoldenTest {
    @ParameterizedTest
    @CsvSource({
        "btc_1d_buyhold, 95",
        "btc_1h_buyhold, 95",
        "goog_buyhold, 95",
        "goog_sma10_30, 95",
        "ige_daily, 95",
        "pairs_bch_doge_1h, 95",
        "spy_daily_chan, 95",
        "btc_1d_buyhold, 99",
        "btc_1h_buyhold, 99",
        "goog_buyhold, 99",
        "goog_sma10_30, 99",
        "ige_daily, 99",
        "pairs_bch_doge_1h, 99",
        "spy_daily_chan, 99",
    })
    void shouldEqualTheReferenceOnEveryCurve(final String name, final int percent) {
        final double[] curve = GoldenVar.curve("inputs/equity/" + name + ".csv");
        final double[] returns = GoldenVar.returns(curve, 0, curve.length - 1);
        final VarEstimator estimator = new VarEstimator(percent / 100.0, returns.length);

        estimator.estimate(returns, returns.length);

        GoldenVar.assertEqual(GoldenVar.text("perf/" + name + ".json"), percent, estimator);
    }

    @Test
    void shouldNotUseTheExpansionOnReturnsFarFromNormal() {
        final double[] curve = GoldenVar.curve("inputs/equity/goog_sma10_30.csv");
        final double[] returns = GoldenVar.returns(curve, 0, curve.length - 1);
        final VarEstimator estimator = new VarEstimator(0.95, returns.length);

        estimator.estimate(returns, returns.length);

        assertThat(estimator.isCornishFisherValid()).isFalse();
        assertThat(estimator.value(VarMethod.CORNISH_FISHER)).isEqualTo(estimator.parametric());
    }

    @ParameterizedTest
    @ValueSource(ints = {95, 99})
    void shouldEqualTheRollingReferenceOfADayOfMinutes(final int percent) {
        final String[] checkpoints =
                GoldenVar.text("perf/_rolling_var_btc_1m.json").split("\\{");
        final double[] closes = GoldenVar.curve("inputs/btc_perp_1m_close_5000.csv");
        final VarEstimator estimator = new VarEstimator(percent / 100.0, 1_440);
        int compared = 0;
        for (final String checkpoint : checkpoints) {
            if (checkpoint.contains("\"bar_index\": ")) {
                final int bar = (int) GoldenVar.number(checkpoint, "bar_index");

                estimator.estimate(GoldenVar.returns(closes, bar - 1_440, bar), 1_440);

                GoldenVar.assertEqual(checkpoint, percent, estimator);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(6);
    }

    /** Minute by minute through the monitor, with all, half and twice of equity held. */
    @ParameterizedTest
    @CsvSource({"1, 95", "0.5, 95", "2, 95", "1, 99"})
    void shouldFollowTheRollingReferenceInTheMonitor(final double exposure, final int percent) {
        final String[] checkpoints =
                GoldenVar.text("perf/_rolling_var_btc_1m.json").split("\\{");
        final double[] closes = GoldenVar.curve("inputs/btc_perp_1m_close_5000.csv");
        final MonitorBench bench = new MonitorBench(
                new VarSettings(percent / 100.0, 1_440, 1_440, MonitorBench.MINUTE, VarMethod.HISTORICAL),
                MonitorLimits.NONE);
        bench.equity(0, "10000").hold(0, 0, Double.toString(10_000 * exposure));
        int next = 2;

        for (int bar = 0; bar < closes.length; bar++) {
            bench.at(bar * MonitorBench.MINUTE + MonitorBench.SECOND).mark(0, Math.round(closes[bar] * 100));
            bench.at((bar + 1) * MonitorBench.MINUTE);
            if (next < checkpoints.length && bar == (int) GoldenVar.number(checkpoints[next], "bar_index")) {
                final String json = checkpoints[next++];
                GoldenVar.assertEqual(json, "var" + percent + "_hist", bench.var(VarMethod.HISTORICAL) / exposure);
                GoldenVar.assertEqual(json, "var" + percent + "_normal", bench.var(VarMethod.PARAMETRIC) / exposure);
                GoldenVar.assertEqual(
                        json, "var" + percent + "_cornish_fisher", bench.var(VarMethod.CORNISH_FISHER) / exposure);
                GoldenVar.assertEqual(
                        json,
                        "cvar" + percent + "_hist",
                        bench.monitor.conditionalValueAtRisk(MonitorScope.ACCOUNT, 0) / exposure);
                assertThat(bench.value(RiskMeasure.VALUE_AT_RISK))
                        .isEqualTo(Math.round(bench.var(VarMethod.HISTORICAL) * MonitorLimits.WHOLE));
            } else if (bar < 1_440) {
                assertThat(bench.var(VarMethod.HISTORICAL))
                        .as("before the window is full")
                        .isNaN();
            }
        }
        assertThat(next).isEqualTo(8);
    }
}
