package reprise.benchmarks;

import java.util.List;
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
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.message.EventPublisher;
import reprise.number.Money;
import reprise.pipeline.InlinePipeline;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.TimeSource;
import reprise.port.UnjournaledLog;
import reprise.risk.RiskLimits;

/**
 * What does a bar cost from its publication to the handling of the command that it causes, bytes on both sides included: encode, stamp,
 * decode, update, strategy, risk gate, encode, decode, fill, books? The control does the same arithmetic on plain fields: what remains if
 * there were no engine.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CoreBenchmark {
    /** Bars for each order; the fill is handled too. */
    @Param({"1", "1000000000"})
    private int tradeEvery;

    private final long[] closes = Bars.closes();
    private EventPublisher events;
    private FillingVenue venue;
    private int index;
    private long timeNs;

    private long bars;
    private long position;
    private long cash;

    /** Makes an engine that is ready to trade. */
    @Setup
    public void setUp() {
        venue = new FillingVenue();
        final RiskLimits limits = new RiskLimits(1_000_000 * Money.ONE, 1_000_000 * Money.ONE, 100);
        final InlinePipeline pipeline = new InlinePipeline(
                new PipelineParts(
                        new UnjournaledLog(),
                        new UnjournaledLog(),
                        TimeSource.OF_THE_DATA,
                        (clock, commands) -> new EngineCore(
                                clock,
                                CoreConfig.with(limits),
                                List.of(new TogglingStrategy(tradeEvery)),
                                commands,
                                CoreObserver.NONE),
                        venue),
                true);
        events = new EventPublisher(pipeline.newOutlet());
        venue.connect(events);
        events.onInstrumentDefined(Bars.instrument(0));
        events.onVenueConnected(0);
        events.onStartRequested(1);
    }

    /** A bar through the engine, and the order and fill that it may cause. */
    @Benchmark
    public void barToCommand() {
        index = (index + 1) & (Bars.COUNT - 1);
        timeNs += Bars.PERIOD_NS;
        final long close = closes[index];
        venue.lastPrice = close;
        events.at(timeNs).onBar(0, timeNs, Bars.PERIOD_NS, close, close, close, close, Bars.VOLUME);
    }

    /** The same decisions and sums on plain fields. */
    @Benchmark
    public long controlPlainFields() {
        index = (index + 1) & (Bars.COUNT - 1);
        final long close = closes[index];
        if (++bars % tradeEvery == 0) {
            final long quantity = position == 0 ? 1_000_000 : -1_000_000;
            position += quantity;
            cash -= close * quantity + 1_000;
        }
        return cash + position * close;
    }
}
