package reprise.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reprise.research.screening.PairScreen;
import reprise.research.screening.PriceSeries;
import reprise.research.screening.ScreenCriteria;
import reprise.research.screening.ScreenResult;
import reprise.research.statistics.EngleGranger;
import reprise.research.statistics.EngleGrangerResult;
import reprise.research.statistics.LagRule;
import reprise.research.statistics.LinearFit;
import reprise.research.statistics.Trend;

/**
 * How long does it take to try all pairs of 200 symbols of 5,000 bars? In 20 sectors of ten, so that about 900 of the 19,900 pairs are
 * correlated; with a limit of -1 all are tested, in both directions. Beside it one test, and as a control the line through the same points,
 * which is what a test cannot do without.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class PairScreenBenchmark {
    private static final int SYMBOLS = 200;
    private static final int SECTORS = 20;
    private static final int BARS = 5_000;

    /** The universe, made once; and two of its walks. */
    @State(Scope.Benchmark)
    public static class Universe {
        private final List<PriceSeries> series = new ArrayList<>();
        private final double[] first = new double[BARS];
        private final double[] second = new double[BARS];

        /** Makes it. */
        @Setup
        public void setUp() {
            final SplittableRandom random = new SplittableRandom(7);
            final long[] times = new long[BARS];
            Arrays.setAll(times, i -> (i + 1) * Bars.PERIOD_NS);
            final double[][] sectors = new double[SECTORS][BARS];
            for (final double[] sector : sectors) {
                walk(sector, random, 0.01);
            }
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                final double[] own = new double[BARS];
                walk(own, random, 0.008);
                final double[] prices = new double[BARS];
                final double[] sector = sectors[symbol % SECTORS];
                Arrays.setAll(prices, i -> 100 * StrictMath.exp(sector[i] + own[i]));
                series.add(new PriceSeries("S" + symbol, times, prices));
            }
            walk(first, random, 0.01);
            walk(second, random, 0.01);
        }

        private static void walk(final double[] values, final SplittableRandom random, final double deviation) {
            for (int i = 1; i < values.length; i++) {
                values[i] = values[i - 1] + deviation * random.nextGaussian();
            }
        }
    }

    /** What is tested. */
    @State(Scope.Benchmark)
    public static class Limit {
        @Param({"0.4", "-1"})
        private double minCorrelation;

        private ScreenCriteria criteria() {
            final ScreenCriteria usual = ScreenCriteria.DEFAULT;
            return new ScreenCriteria(
                    usual.minBars(),
                    minCorrelation,
                    usual.lags(),
                    usual.maxP(),
                    usual.correction(),
                    usual.minHalfLife(),
                    usual.maxHalfLife(),
                    usual.minCrossings(),
                    usual.periods(),
                    usual.maxDrift());
        }
    }

    /** The whole screen, on all processors. */
    @Benchmark
    public ScreenResult screen(final Universe universe, final Limit limit) {
        return PairScreen.run(
                universe.series, limit.criteria(), Runtime.getRuntime().availableProcessors(), done -> {});
    }

    /** One test in one direction, with up to 32 lags. */
    @Benchmark
    public EngleGrangerResult test(final Universe universe) {
        return EngleGranger.regress(universe.first, universe.second, Trend.CONSTANT)
                .test(LagRule.by(LagRule.Choice.AIC));
    }

    /** The line through the points and nothing else. */
    @Benchmark
    public LinearFit controlLine(final Universe universe) {
        return LinearFit.of(universe.first, universe.second);
    }
}
