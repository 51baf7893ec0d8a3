package reprise.research.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Real and made-up pairs, degenerate ones among them, against what statsmodels computed of them. */
class GoldenStatisticsTest {
    private static final double P_BOUND = 1e-9;
    private static final double STATISTIC_BOUND = 1e-7;
    private static final double FIT_BOUND = 1e-9;

    /** The reference solves with 1, t and t^2 as they are; for thousands of bars that costs it digits. Exact values are below. */
    private static final double QUADRATIC_BOUND = 2e-6;

    static Stream<GoldenPair> pairs() throws IOException {
        return GoldenPair.all();
    }

    private static void assertClose(
            final double actual, final double expected, final double relative, final String what) {
        if (Double.isFinite(expected)) {
            assertThat(actual).as(what).isCloseTo(expected, within(relative * Math.max(1e-3, Math.abs(expected))));
        } else {
            assertThat(actual).as(what).isEqualTo(Double.valueOf(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void shouldFitTheHedgeRatio(final GoldenPair pair) {
        final LinearFit fit = LinearFit.of(pair.a(), pair.b());

        assertClose(fit.alpha(), pair.number("ols_log/alpha"), FIT_BOUND, "alpha");
        assertClose(fit.beta(), pair.number("ols_log/beta"), FIT_BOUND, "beta");
        assertClose(fit.alphaError(), pair.number("ols_log/se_alpha"), FIT_BOUND, "error of alpha");
        assertClose(fit.betaError(), pair.number("ols_log/se_beta"), FIT_BOUND, "error of beta");
        assertClose(fit.betaT(), pair.number("ols_log/t_beta"), FIT_BOUND, "t of beta");
        assertClose(fit.r2(), pair.number("ols_log/r2"), FIT_BOUND, "r2");
        final LinearFit reversed = LinearFit.of(pair.b(), pair.a());
        assertClose(reversed.alpha(), pair.number("ols_log_reversed/alpha"), FIT_BOUND, "alpha of b on a");
        assertClose(reversed.beta(), pair.number("ols_log_reversed/beta"), FIT_BOUND, "beta of b on a");
        assertClose(
                EngleGranger.regress(pair.a(), pair.b(), Trend.NONE).hedgeRatio(),
                pair.number("ols_log_no_intercept/beta"),
                FIT_BOUND,
                "beta without intercept");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void shouldCorrelateLevelsAndSteps(final GoldenPair pair) {
        assertClose(
                Correlation.of(pair.a(), pair.b()), pair.number("corr_logprice/pearson"), FIT_BOUND, "of log prices");
        assertClose(
                Correlation.ofSteps(pair.a(), pair.b()), pair.number("corr_logret/pearson"), FIT_BOUND, "of returns");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void shouldTestForUnitRoots(final GoldenPair pair) {
        final double[] spread = LinearFit.of(pair.a(), pair.b()).residuals(pair.a(), pair.b());
        int tests = 0;
        tests += assertUnitRoots(pair, "spread_ols_log", spread);
        tests += assertUnitRoots(pair, "ln_a", pair.a());
        tests += assertUnitRoots(pair, "ln_b", pair.b());
        tests += assertUnitRoots(pair, "ret_a", steps(pair.a()));
        assertThat(tests).isGreaterThan(30);
    }

    private static int assertUnitRoots(final GoldenPair pair, final String name, final double[] series) {
        int tests = 0;
        for (final String path : pair.elements("adf/" + name, "stat")) {
            final Trend trend = trend(pair.text(path + "regression"));
            final AdfResult result =
                    AdfTest.test(series, trend, rule(pair.text(path + "autolag"), pair.text(path + "maxlag")));
            final String what = path + " " + trend + " " + result;
            assertThat(result.lags()).as(what).isEqualTo((int) pair.number(path + "usedlag"));
            assertThat(result.observations()).as(what).isEqualTo((int) pair.number(path + "nobs"));
            final boolean quadratic = trend == Trend.QUADRATIC;
            assertClose(
                    result.statistic(),
                    pair.number(path + "stat"),
                    quadratic ? QUADRATIC_BOUND : STATISTIC_BOUND,
                    what);
            assertThat(result.pValue())
                    .as(what)
                    .isCloseTo(pair.number(path + "pvalue"), within(quadratic ? QUADRATIC_BOUND : P_BOUND));
            assertCritical(pair, path, result.critical());
            if (!pair.text(path + "icbest").equals("null")) {
                assertClose(
                        result.criterion(),
                        pair.number(path + "icbest"),
                        quadratic ? QUADRATIC_BOUND : FIT_BOUND,
                        what);
            }
            tests++;
        }
        return tests;
    }

    /** From the same prices in arithmetic of 45 digits. */
    @ParameterizedTest
    @CsvSource({
        "ethbtc_ltcbtc_5m, 13, -2.96311199120484325901715",
        "bac_spy_hour, 4, -2.52965871229839668538472",
    })
    void shouldLoseNoDigitsToAQuadraticTrend(final String name, final int lags, final double exact) throws IOException {
        final GoldenPair pair = pairs().filter(candidate -> candidate.toString().equals(name))
                .findFirst()
                .orElseThrow();
        final double[] spread = LinearFit.of(pair.a(), pair.b()).residuals(pair.a(), pair.b());

        assertThat(AdfTest.test(spread, Trend.QUADRATIC, LagRule.fixed(lags)).statistic())
                .isCloseTo(exact, within(1e-11));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void shouldTestForCointegration(final GoldenPair pair) {
        int tests = 0;
        for (final String path : pair.elements("engle_granger_coint_log", "stat")) {
            final boolean asNamed = pair.text(path + "order").equals("a_on_b");
            final EngleGrangerResult result = EngleGranger.regress(
                            asNamed ? pair.a() : pair.b(),
                            asNamed ? pair.b() : pair.a(),
                            trend(pair.text(path + "trend")))
                    .test(rule(pair.text(path + "autolag"), pair.text(path + "maxlag")));
            final String what = path + " " + result;
            assertClose(result.statistic(), pair.number(path + "stat"), STATISTIC_BOUND, what);
            assertThat(result.pValue()).as(what).isCloseTo(pair.number(path + "pvalue"), within(P_BOUND));
            assertCritical(pair, path, result.critical());
            tests++;
        }
        assertThat(tests).isGreaterThan(30);
    }

    private static void assertCritical(final GoldenPair pair, final String path, final CriticalValues critical) {
        assertClose(critical.percent1(), pair.number(path + "crit/1%"), FIT_BOUND, path + "1 %");
        assertClose(critical.percent5(), pair.number(path + "crit/5%"), FIT_BOUND, path + "5 %");
        assertClose(critical.percent10(), pair.number(path + "crit/10%"), FIT_BOUND, path + "10 %");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void shouldMeasureTheHalfLife(final GoldenPair pair) {
        final HalfLife halfLife = HalfLife.of(LinearFit.of(pair.a(), pair.b()).residuals(pair.a(), pair.b()));

        assertClose(halfLife.b(), pair.number("half_life_spread/b"), STATISTIC_BOUND, "b");
        assertClose(halfLife.bT(), pair.number("half_life_spread/t_b"), STATISTIC_BOUND, "t of b");
        assertClose(halfLife.bars(), pair.number("half_life_spread/half_life_chan"), STATISTIC_BOUND, "Chan's");
        assertClose(
                halfLife.barsInSteps(), pair.number("half_life_spread/half_life_exact"), STATISTIC_BOUND, "in steps");
    }

    private static double[] steps(final double[] values) {
        final double[] steps = new double[values.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = values[i + 1] - values[i];
        }
        return steps;
    }

    private static Trend trend(final String regression) {
        return switch (regression) {
            case "n" -> Trend.NONE;
            case "c" -> Trend.CONSTANT;
            case "ct" -> Trend.LINEAR;
            case "ctt" -> Trend.QUADRATIC;
            default -> throw new AssertionError(regression);
        };
    }

    private static LagRule rule(final String autolag, final String most) {
        final LagRule rule = LagRule.by(
                switch (autolag.toLowerCase(Locale.ROOT)) {
                    case "aic" -> LagRule.Choice.AIC;
                    case "bic" -> LagRule.Choice.BIC;
                    case "t-stat" -> LagRule.Choice.T_STATISTIC;
                    case "none" -> LagRule.Choice.FIXED;
                    default -> throw new AssertionError(autolag);
                });
        return most.equals("default") ? rule : rule.upTo(Integer.parseInt(most));
    }
}
