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
import reprise.strategy.Strategy;

/**
 * What does a minute bar cost through the whole core with the strategies of a family, and what with more instruments? Bars of all in turn,
 * of prices that come back to their mean, jump now and then, and are traded: orders are filled at once. The control is the same core with a
 * strategy that demands some indicators and does nothing. With {@code -prof gc}: does a bar allocate?
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@OperationsPerInvocation(FamilyBenchmark.BARS)
public class FamilyBenchmark {
    static final int BARS = 20_000;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long START_NS = 1_704_067_200_000_000_000L;
    private static final long MEAN = 1_000_000;
    private static final int WARM_UP_BARS = 500_000;

    /** Whose strategies; the control is {@code none}. */
    @Param({"none", "trend", "reversion", "pairs", "momentum"})
    public String family;

    /** How many; a pair needs two. */
    @Param({"1", "100"})
    public int instruments;

    private final long[] steps = new long[1 << 16];
    private int count;
    private long[] prices;
    private EventPublisher events;
    private FillingVenue venue;
    private long timeNs = START_NS;
    private int next;
    private int step;

    /** Makes an engine that has traded for a while. */
    @Setup
    public void setUp() {
        count = family.equals("pairs") ? Math.max(2, instruments) : instruments;
        prices = new long[count];
        venue = new FillingVenue(prices);
        final List<Strategy> strategies =
                family.equals("none") ? List.of(new RestingStrategy(count, 0)) : Families.of(family, count);
        final RiskLimits limits = new RiskLimits(1_000_000 * Money.ONE, 1_000_000 * Money.ONE, 100);
        final CoreConfig config = CoreConfig.with(limits);
        final InlinePipeline pipeline = new InlinePipeline(
                new PipelineParts(
                        new UnjournaledLog(),
                        new UnjournaledLog(),
                        TimeSource.OF_THE_DATA,
                        (clock, commands) -> new EngineCore(
                                clock,
                                family.equals("momentum") ? config.with(arbitration()) : config,
                                strategies,
                                commands,
                                CoreObserver.NONE),
                        venue),
                true);
        events = new EventPublisher(pipeline.newOutlet());
        venue.connect(events);
        begin(strategies.size());
        for (int i = 0; i < WARM_UP_BARS; i++) {
            bar();
        }
        if (venue.fills == 0 && !family.equals("none")) {
            throw new IllegalStateException("nothing was traded");
        }
    }

    private void begin(final int strategies) {
        for (int id = 0; id < count; id++) {
            prices[id] = MEAN;
            events.onInstrumentDefined(new InstrumentDefinition(id, 0, "SIM" + id, "I" + id, "USD", 4, 4, 1, 1, 0));
        }
        events.onVenueConnected(0);
        events.onAccountReported(0, 100_000_000 * Money.ONE, "USD");
        for (int id = 1; id <= strategies; id++) {
            events.onStartRequested(id);
        }
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < steps.length; i++) {
            steps[i] = random.nextInt(500) == 0 ? random.nextLong(-30_000, 30_001) : random.nextLong(-1_000, 1_001);
        }
    }

    private IntentPolicy arbitration() {
        final StrategyTerms terms = new StrategyTerms(
                DetectionType.NONE,
                0,
                false,
                0.5,
                1.5,
                1,
                0.05,
                Long.MAX_VALUE,
                Money.ONE,
                FixedSizer.ofNotional(Families.NOTIONAL));
        return new IntentPolicy(
                new ArbitrationPolicy(ArbiterConfig.standard(2, count), List.of(terms), false, List.of(), "utc-days"),
                List.of(),
                null);
    }

    private void bar() {
        if (next == 0) {
            timeNs += MINUTE_NS;
        }
        step = (step + 1) & (steps.length - 1);
        final long open = prices[next];
        final long close = open + steps[step] + (MEAN - open) / 1_000;
        prices[next] = close;
        final long volume = (Math.abs(steps[step]) > 1_000 ? 50_000 : 1_000 + (step & 1_023)) * 10_000L;
        final long high = Math.max(open, close) + 70;
        events.at(timeNs).onBar(next, timeNs, MINUTE_NS, open, high, Math.min(open, close) - 90, close, volume);
        next = next + 1 == count ? 0 : next + 1;
    }

    /** Bars of all instruments in turn. */
    @Benchmark
    public void bars() {
        for (int i = 0; i < BARS; i++) {
            bar();
        }
    }
}
