package reprise.benchmarks;

import java.util.List;
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
import reprise.core.ArbitrationPolicy;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.core.IntentPolicy;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.number.Money;
import reprise.pipeline.InlinePipeline;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.TimeSource;
import reprise.port.UnjournaledLog;
import reprise.risk.RiskLimits;
import reprise.signal.ArbiterConfig;
import reprise.signal.DetectionType;
import reprise.signal.FixedSizer;
import reprise.signal.StrategyTerms;
import reprise.strategies.momentum.MomentumStrategy;
import reprise.strategy.Strategy;

/**
 * Does a minute bar cost the same per symbol in a universe of one and of a thousand? Bars of all symbols in turn, around the clock, through
 * the whole core: detection of movers, and four rules, of which two are looked at for movers only. The control is the same core with a strategy that
 * demands some indicators of all instruments and does nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@OperationsPerInvocation(MomentumBenchmark.BARS)
public class MomentumBenchmark {
    static final int BARS = 50_000;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long START_NS = 1_704_067_200_000_000_000L;

    /** How many. */
    @Param({"1", "100", "1000"})
    public int instruments;

    /** What listens. */
    @Param({"momentum", "nothing"})
    public String strategy;

    private final long[] steps = new long[1 << 16];
    private long[] prices;
    private EventPublisher events;
    private long timeNs = START_NS;
    private int next;
    private int step;

    /** Makes an engine that has seen a week of each symbol, as far as that is quickly done. */
    @Setup
    public void setUp() {
        prices = new long[instruments];
        final Strategy listening = strategy.equals("momentum")
                ? new MomentumStrategy(Families.momentum())
                : new RestingStrategy(instruments, 0);
        final StrategyTerms terms = new StrategyTerms(
                DetectionType.NONE, 0, false, 0.5, 1.5, 1, 0.05, Long.MAX_VALUE, Money.ONE, FixedSizer.ofNotional(1));
        final ArbitrationPolicy policy = new ArbitrationPolicy(
                ArbiterConfig.standard(2, instruments), List.of(terms), false, List.of(), "utc-days");
        final FillingVenue venue = new FillingVenue();
        final InlinePipeline pipeline = new InlinePipeline(
                new PipelineParts(
                        new UnjournaledLog(),
                        new UnjournaledLog(),
                        TimeSource.OF_THE_DATA,
                        (clock, commands) -> new EngineCore(
                                clock,
                                CoreConfig.with(new RiskLimits(Money.ONE, Money.ONE, 100))
                                        .with(new IntentPolicy(policy, List.of(), null)),
                                List.of(listening),
                                commands,
                                CoreObserver.NONE),
                        venue),
                true);
        events = new EventPublisher(pipeline.newOutlet());
        venue.connect(events);
        for (int id = 0; id < instruments; id++) {
            prices[id] = 1_000_000;
            events.onInstrumentDefined(new InstrumentDefinition(id, 0, "SIM" + id, "I" + id, "USD", 4, 0, 1, 1, 0));
        }
        events.onVenueConnected(0);
        events.onStartRequested(1);
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < steps.length; i++) {
            steps[i] = random.nextInt(500) == 0 ? random.nextLong(-30_000, 30_001) : random.nextLong(-500, 501);
        }
        final long warmUp = Math.min(7L * 1_440 * instruments, 2_000_000L);
        for (long i = 0; i < warmUp; i++) {
            bar();
        }
    }

    private void bar() {
        if (next == 0) {
            timeNs += MINUTE_NS;
        }
        step = (step + 1) & (steps.length - 1);
        final long open = prices[next];
        final long close = Math.max(500_000, Math.min(2_000_000, open + steps[step]));
        prices[next] = close;
        final long volume = Math.abs(steps[step]) > 500 ? 50_000 : 1_000 + (step & 1_023);
        events.at(timeNs)
                .onBar(
                        next,
                        timeNs,
                        MINUTE_NS,
                        open,
                        Math.max(open, close) + 70,
                        Math.min(open, close) - 90,
                        close,
                        volume);
        next = next + 1 == instruments ? 0 : next + 1;
    }

    /** Bars of all symbols in turn. */
    @Benchmark
    public void bars() {
        for (int i = 0; i < BARS; i++) {
            bar();
        }
    }
}
