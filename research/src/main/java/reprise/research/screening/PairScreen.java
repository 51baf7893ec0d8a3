package reprise.research.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import reprise.research.statistics.Correlation;
import reprise.research.statistics.EngleGranger;
import reprise.research.statistics.EngleGrangerResult;
import reprise.research.statistics.HalfLife;
import reprise.research.statistics.LagRule;
import reprise.research.statistics.MeanCrossings;
import reprise.research.statistics.Trend;

/**
 * Tries all pairs of a universe. Each pair is joined on its own times; if its returns are correlated enough, it is tested for cointegration in
 * both directions, exactly as {@link EngleGranger} with a constant would; nothing is approximated or left out. When all are
 * tested, p is corrected for the number of tests, and the filters of {@link Verdict} are applied in their order. Those of time take only
 * what passed the others.
 *
 * <p>Results depend on the prices alone, not on the number of threads nor on the order of the universe.
 */
public final class PairScreen {
    private final List<PriceSeries> universe;
    private final ScreenCriteria criteria;
    private final LagRule lags;
    private final int threads;
    private final LongConsumer progress;

    private PairScreen(
            final List<PriceSeries> universe,
            final ScreenCriteria criteria,
            final int threads,
            final LongConsumer progress) {
        this.universe = universe.stream()
                .sorted(Comparator.comparing(PriceSeries::symbol))
                .toList();
        this.criteria = criteria;
        lags = LagRule.by(criteria.lags());
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Screens a universe.
     *
     * @param universe two instruments or more.
     * @param criteria for a pair to be accepted.
     * @param threads to work on it, 1 or more.
     * @param progress is told now and then, on the calling thread, how many pairs were begun.
     * @return all that were tested, accepted ones first.
     */
    public static ScreenResult run(
            final List<PriceSeries> universe,
            final ScreenCriteria criteria,
            final int threads,
            final LongConsumer progress) {
        return new PairScreen(universe, criteria, threads, progress).run();
    }

    private ScreenResult run() {
        final int[][] legs = legs();
        final Candidate[] candidates = new Candidate[legs.length];
        final Verdict[] early = new Verdict[legs.length];
        Workers.forEach(
                legs.length,
                threads,
                i -> {
                    final AlignedPrices prices = prices(legs[i]);
                    early[i] = prefilter(prices);
                    candidates[i] = early[i] == null ? test(legs[i], prices) : null;
                },
                progress);
        final List<Candidate> tested =
                Arrays.stream(candidates).filter(Objects::nonNull).toList();
        final int tests = correct(tested);
        final ScreenedPair[] judged = new ScreenedPair[tested.size()];
        Workers.forEach(tested.size(), threads, i -> judged[i] = judge(tested.get(i)), done -> {});
        return result(tests, early, judged);
    }

    private int[][] legs() {
        final int[][] legs = new int[universe.size() * (universe.size() - 1) / 2][];
        int pair = 0;
        for (int i = 0; i < universe.size(); i++) {
            for (int j = i + 1; j < universe.size(); j++) {
                legs[pair++] = new int[] {i, j};
            }
        }
        return legs;
    }

    private AlignedPrices prices(final int[] legs) {
        return AlignedPrices.of(universe.get(legs[0]), universe.get(legs[1]));
    }

    private Verdict prefilter(final AlignedPrices prices) {
        if (prices.length() < criteria.fewestBars()) {
            return Verdict.TOO_SHORT;
        }
        final double correlation = correlation(prices);
        return correlation >= criteria.minCorrelation() ? null : Verdict.UNCORRELATED;
    }

    private static double correlation(final AlignedPrices prices) {
        return Correlation.ofSteps(prices.firstShared(), prices.secondShared());
    }

    private Candidate test(final int[] legs, final AlignedPrices prices) {
        final List<EngleGranger> both =
                EngleGranger.regressBoth(prices.firstShared(), prices.secondShared(), Trend.CONSTANT);
        final EngleGranger forth = both.get(0);
        final EngleGranger back = both.get(1);
        final EngleGrangerResult forthResult = forth.test(lags);
        final EngleGrangerResult backResult = back.test(lags);
        final boolean asNamed = !(backResult.pValue() < forthResult.pValue());
        final double[] spread = (asNamed ? forth : back).spread();
        return new Candidate(
                asNamed ? legs : new int[] {legs[1], legs[0]},
                asNamed ? forthResult : backResult,
                asNamed ? backResult : forthResult,
                HalfLife.of(spread),
                MeanCrossings.count(spread));
    }

    /** Corrects the p-values of all tests together, those of both directions; returns how many tests there were. */
    private int correct(final List<Candidate> tested) {
        final List<Candidate> family =
                tested.stream().filter(candidate -> !candidate.isDegenerate()).toList();
        final double[] p = new double[2 * family.size()];
        for (int i = 0; i < family.size(); i++) {
            p[2 * i] = family.get(i).cointegration.pValue();
            p[2 * i + 1] = family.get(i).reversed.pValue();
        }
        final double[] adjusted = criteria.correction().adjust(p);
        for (int i = 0; i < family.size(); i++) {
            family.get(i).adjustedP = adjusted[2 * i];
        }
        return p.length;
    }

    private ScreenedPair judge(final Candidate candidate) {
        final AlignedPrices prices = prices(candidate.legs);
        Verdict verdict = verdict(candidate);
        List<PeriodFit> periods = List.of();
        if (verdict == Verdict.ACCEPTED) {
            periods = periods(prices);
            verdict = RankScore.drift(candidate.cointegration.hedgeRatio(), periods) <= criteria.maxDrift()
                    ? verdict
                    : Verdict.UNSTABLE;
        }
        final double score = verdict == Verdict.ACCEPTED
                ? RankScore.of(criteria, candidate.cointegration, candidate.halfLife, periods)
                : Double.NaN;
        return new ScreenedPair(
                universe.get(candidate.legs[0]).symbol(),
                universe.get(candidate.legs[1]).symbol(),
                prices.length(),
                prices.dropped(),
                prices.barHours(),
                correlation(prices),
                candidate.cointegration,
                candidate.reversed,
                candidate.adjustedP,
                candidate.halfLife,
                candidate.crossings,
                periods,
                verdict,
                score,
                0);
    }

    private Verdict verdict(final Candidate candidate) {
        final HalfLife halfLife = candidate.halfLife;
        if (candidate.isDegenerate()) {
            return Verdict.COLLINEAR;
        }
        if (!(candidate.adjustedP <= criteria.maxP())) {
            return Verdict.INSIGNIFICANT;
        }
        if (!(candidate.cointegration.hedgeRatio() > 0)) {
            return Verdict.SAME_SIDE;
        }
        if (!halfLife.isReverting()
                || !(halfLife.bars() >= criteria.minHalfLife() && halfLife.bars() <= criteria.maxHalfLife())) {
            return Verdict.HALF_LIFE;
        }
        return candidate.crossings >= criteria.minCrossings() ? Verdict.ACCEPTED : Verdict.CROSSINGS;
    }

    private List<PeriodFit> periods(final AlignedPrices prices) {
        final List<PeriodFit> periods = new ArrayList<>();
        for (int period = 0; period < criteria.periods(); period++) {
            final int from = (int) ((long) prices.length() * period / criteria.periods());
            final int to = (int) ((long) prices.length() * (period + 1) / criteria.periods());
            final EngleGrangerResult result = EngleGranger.regress(
                            Arrays.copyOfRange(prices.firstShared(), from, to),
                            Arrays.copyOfRange(prices.secondShared(), from, to),
                            Trend.CONSTANT)
                    .test(lags);
            periods.add(new PeriodFit(result.hedgeRatio(), result.pValue()));
        }
        return periods;
    }

    private ScreenResult result(final int tests, final Verdict[] early, final ScreenedPair[] judged) {
        final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        Arrays.stream(Verdict.values()).forEach(verdict -> verdicts.put(verdict, 0));
        Arrays.stream(early).filter(Objects::nonNull).forEach(verdict -> verdicts.merge(verdict, 1, Integer::sum));
        Arrays.stream(judged).forEach(pair -> verdicts.merge(pair.verdict(), 1, Integer::sum));
        Arrays.sort(
                judged,
                Comparator.<ScreenedPair>comparingDouble(pair -> -pair.score()) // NaN comes last
                        .thenComparingDouble(pair -> pair.cointegration().pValue())
                        .thenComparing(ScreenedPair::name));
        for (int i = 0; i < judged.length && judged[i].verdict() == Verdict.ACCEPTED; i++) {
            judged[i] = judged[i].ranked(i + 1);
        }
        return new ScreenResult(universe.size(), tests, verdicts, List.of(judged));
    }

    /** A pair that was tested and not yet judged: the legs by their place in the universe. */
    private static final class Candidate {
        private final int[] legs;
        private final EngleGrangerResult cointegration;
        private final EngleGrangerResult reversed;
        private final HalfLife halfLife;
        private final int crossings;
        private double adjustedP = Double.NaN;

        Candidate(
                final int[] legs,
                final EngleGrangerResult cointegration,
                final EngleGrangerResult reversed,
                final HalfLife halfLife,
                final int crossings) {
            this.legs = legs;
            this.cointegration = cointegration;
            this.reversed = reversed;
            this.halfLife = halfLife;
            this.crossings = crossings;
        }

        /** One thing by two names is no finding: its p of 0 would make room for others. */
        boolean isDegenerate() {
            return !Double.isFinite(cointegration.statistic()) || !Double.isFinite(reversed.statistic());
        }
    }
}
