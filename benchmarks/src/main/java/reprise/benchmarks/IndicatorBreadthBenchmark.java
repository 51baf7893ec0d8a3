package reprise.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reprise.indicator.IndicatorCatalog;
import reprise.indicator.Indicators;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;

/** Does a bar cost the same with many instruments, each with ten indicators, whose bars come in turn? Per bar, so linear means equal. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@OperationsPerInvocation(IndicatorBreadthBenchmark.BARS)
public class IndicatorBreadthBenchmark {
    static final int BARS = 100_000;

    private static final String[] TEN = {
        "ema:15",
        "ema:100",
        "adx:14",
        "rsi:14",
        "atr:14",
        "stddev:20",
        "sma:50",
        "donchian:20.high",
        "zscore:60",
        "macd.hist"
    };

    /** How many. */
    @Param({"1", "100", "10000"})
    public int instruments;

    private final long[] steps = new long[BARS];
    private long[] prices;
    private Instruments all;
    private Indicators indicators;
    private long timeNs;

    /** Defines the instruments and demands the indicators. */
    @Setup
    public void setUp() {
        all = new Instruments();
        indicators = new Indicators(all, IndicatorCatalog.shipped());
        prices = new long[instruments];
        for (int id = 0; id < instruments; id++) {
            prices[id] = 100_000;
            all.define(new InstrumentDefinition(id, 0, "I" + id, "X", "USD", 2, 0, 1, 1, 0));
            for (final String expression : TEN) {
                indicators.demand(all.get(id), expression);
            }
        }
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < BARS; i++) {
            steps[i] = random.nextLong(-50, 51);
        }
    }

    /**
     * A bar of each instrument in turn.
     *
     * @return the indicators.
     */
    @Benchmark
    public Indicators bars() {
        int id = 0;
        for (int i = 0; i < BARS; i++) {
            final long open = prices[id];
            final long close = Math.max(10_000, open + steps[i]);
            prices[id] = close;
            timeNs++;
            all.get(id).onBar(timeNs, 1, open, Math.max(open, close) + 7, Math.min(open, close) - 9, close, 100);
            indicators.onBar(all.get(id));
            id = id + 1 == instruments ? 0 : id + 1;
        }
        return indicators;
    }
}
