package reprise.research.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import reprise.research.statistics.LagRule;
import reprise.research.statistics.MultipleTesting;

class PairScreenTest {
    private static final LongConsumer SILENT = done -> {};
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final int BARS = 1_000;

    private final SplittableRandom random = new SplittableRandom(7);
    private final double[] market = walk(0.01, BARS);

    private double[] walk(final double deviation, final int length) {
        final double[] walk = new double[length];
        for (int i = 1; i < length; i++) {
            walk[i] = walk[i - 1] + deviation * random.nextGaussian();
        }
        return walk;
    }

    private double[] reverting(final double keeps, final double deviation) {
        final double[] values = new double[BARS];
        for (int i = 1; i < BARS; i++) {
            values[i] = keeps * values[i - 1] + deviation * random.nextGaussian();
        }
        return values;
    }

    private static PriceSeries series(final String symbol, final double[] logPrices) {
        return series(symbol, logPrices, 0);
    }

    private static PriceSeries series(final String symbol, final double[] logPrices, final int firstBar) {
        final long[] times = new long[logPrices.length - firstBar];
        Arrays.setAll(times, i -> (firstBar + i + 1) * HOUR_NS);
        return new PriceSeries(
                symbol,
                times,
                Arrays.stream(logPrices).skip(firstBar).map(StrictMath::exp).toArray());
    }

    private static double[] sum(final double factor, final double[] a, final double[] b) {
        final double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> factor * a[i] + b[i]);
        return sum;
    }

    /** Ten that follow the market each in its own way, two of which are tied to it, and one more for each reason to refuse. */
    private List<PriceSeries> universe() {
        final List<PriceSeries> universe = new ArrayList<>();
        universe.add(series("MARKET", market));
        universe.add(series("TIED", sum(0.8, market, reverting(0.93, 0.004))));
        for (int i = 0; i < 8; i++) {
            universe.add(series("STRAY" + i, sum(1, market, walk(0.008, BARS))));
        }
        universe.add(series("TWIN", sum(1.5, market, new double[BARS])));
        universe.add(series("ALONE", walk(0.01, BARS)));
        universe.add(series("SHORT", market, BARS - 50));
        final double[] broken = sum(0.8, market, reverting(0.8, 0.004));
        for (int i = BARS / 2; i < BARS; i++) {
            broken[i] += 1.2 * (market[i] - market[BARS / 2]);
        }
        universe.add(series("BROKEN", broken));
        return universe;
    }

    private static ScreenResult run(final List<PriceSeries> universe, final int threads) {
        return PairScreen.run(universe, ScreenCriteria.DEFAULT, threads, SILENT);
    }

    private static ScreenedPair pair(final ScreenResult result, final String a, final String b) {
        return result.pairs().stream()
                .filter(pair -> pair.name().equals(a + "-" + b) || pair.name().equals(b + "-" + a))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not tested: " + a + ", " + b));
    }

    @Test
    void shouldFindThePairThatIsTiedTogether() {
        final ScreenResult result = run(universe(), 2);

        final ScreenedPair found = pair(result, "MARKET", "TIED");
        assertThat(found.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(found.rank()).isPositive();
        assertThat(found.score()).isBetween(0.5, 1.0);
        assertThat(
                        found.symbol1().equals("TIED")
                                ? found.cointegration().hedgeRatio()
                                : 1 / found.cointegration().hedgeRatio())
                .isCloseTo(0.8, within(0.05));
        assertThat(found.halfLife().bars()).isBetween(5.0, 20.0);
        assertThat(found.halfLifeHours()).isEqualTo(found.halfLife().bars());
        assertThat(found.periods()).hasSize(4);
        assertThat(found.adjustedP())
                .isGreaterThanOrEqualTo(found.cointegration().pValue());
        assertThat(result.accepted())
                .allSatisfy(pair -> assertThat(pair.name()).doesNotContain("STRAY", "ALONE", "BROKEN", "SHORT"));
    }

    @Test
    void shouldSayWhyTheOthersAreNot() {
        final ScreenResult result = run(universe(), 2);

        assertThat(pair(result, "MARKET", "TWIN").verdict()).isEqualTo(Verdict.COLLINEAR);
        assertThat(pair(result, "MARKET", "STRAY0").verdict()).isEqualTo(Verdict.INSIGNIFICANT);
        assertThat(result.verdicts().get(Verdict.TOO_SHORT)).isEqualTo(13);
        assertThat(result.verdicts().get(Verdict.UNCORRELATED)).isEqualTo(12);
        assertThat(result.verdicts().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(14 * 13 / 2);
        // Two tests for each pair that is correlated, save the twins, who are no test.
        assertThat(result.tests()).isEqualTo(2 * (result.pairs().size() - 1));
    }

    @Test
    void shouldNotDependOnThreadsOrOrder() {
        final List<PriceSeries> universe = universe();
        final ScreenResult expected = run(universe, 1);
        Collections.shuffle(universe, new Random(3));

        assertThat(run(universe, 1)).isEqualTo(expected);
        assertThat(run(universe, 5)).isEqualTo(expected);
    }

    @Test
    void shouldApplyEachFilterWithoutTheOthers() {
        final List<PriceSeries> tied =
                List.of(series("A", sum(0.8, market, reverting(0.93, 0.004))), series("B", market));
        assertThat(verdict(tied, ScreenCriteria.DEFAULT)).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(tied, criteria(0.999, 2, 240, 10))).isNull();
        assertThat(verdict(tied, criteria(0.4, 30, 240, 10))).isEqualTo(Verdict.HALF_LIFE);
        assertThat(verdict(tied, criteria(0.4, 2, 4, 10))).isEqualTo(Verdict.HALF_LIFE);
        assertThat(verdict(tied, criteria(0.4, 2, 240, 500))).isEqualTo(Verdict.CROSSINGS);

        final List<PriceSeries> mirrored =
                List.of(series("A", sum(-0.8, market, reverting(0.93, 0.004))), series("B", market));
        assertThat(verdict(mirrored, criteria(-1, 2, 240, 10))).isEqualTo(Verdict.SAME_SIDE);

        final double[] late = sum(1, market, reverting(0.5, 0.003));
        for (int i = 0; i < BARS / 4; i++) {
            // Until then the other leg moved three times as much, about the level where it went on.
            late[i] = 3 * market[i] - 2 * market[BARS / 4] + 0.003 * random.nextGaussian();
        }
        assertThat(verdict(List.of(series("A", late), series("B", market)), lenient()))
                .isEqualTo(Verdict.UNSTABLE);
    }

    private static ScreenCriteria lenient() {
        return new ScreenCriteria(100, 0.4, LagRule.Choice.BIC, 1, MultipleTesting.NONE, 0.1, 1e6, 0, 4, 0.5);
    }

    private static ScreenCriteria criteria(
            final double minCorrelation, final double minHalfLife, final double maxHalfLife, final int minCrossings) {
        return new ScreenCriteria(
                100,
                minCorrelation,
                LagRule.Choice.AIC,
                0.05,
                MultipleTesting.BENJAMINI_HOCHBERG,
                minHalfLife,
                maxHalfLife,
                minCrossings,
                4,
                0.5);
    }

    private static Verdict verdict(final List<PriceSeries> universe, final ScreenCriteria criteria) {
        final List<ScreenedPair> pairs =
                PairScreen.run(universe, criteria, 1, SILENT).pairs();
        return pairs.isEmpty() ? null : pairs.get(0).verdict();
    }

    @Test
    void shouldKeepTheShareOfFalseFindingsSmall() {
        final List<PriceSeries> noise = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            noise.add(series("N" + i, sum(1, market, walk(0.008, BARS))));
        }
        final ScreenCriteria uncorrected =
                new ScreenCriteria(100, 0.4, LagRule.Choice.AIC, 0.05, MultipleTesting.NONE, 0.1, 1e6, 0, 1, 1e6);

        assertThat(PairScreen.run(noise, uncorrected, 2, SILENT).accepted().size())
                .isBetween(3, 60);
        assertThat(run(noise, 2).accepted()).isEmpty();
    }

    @Test
    void shouldTellHowFarItIs() {
        final List<Long> told = new ArrayList<>();
        PairScreen.run(universe(), ScreenCriteria.DEFAULT, 1, told::add);
        assertThat(told).isSorted().allMatch(done -> done <= 14 * 13 / 2);
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        assertThatThrownBy(() -> criteria(2, 2, 240, 10)).hasMessage("minCorrelation 2.0: must be -1 to 1");
        assertThatThrownBy(() -> criteria(0, 20, 10, 10)).hasMessageContaining("must be above the least, 20.0");
        assertThatThrownBy(() -> new PriceSeries("X", new long[] {1, 1}, new double[] {1, 2}))
                .hasMessage("X: time does not go on at bar 1");
        assertThatThrownBy(() -> new PriceSeries("X", new long[] {1, 2}, new double[] {1, 0}))
                .hasMessage("X: price 0.0 at bar 1 is not positive");
        assertThatThrownBy(() -> Workers.forEach(
                        10,
                        2,
                        at -> {
                            throw new IllegalArgumentException("no " + at);
                        },
                        SILENT))
                .hasMessageStartingWith("no ");
    }
}
