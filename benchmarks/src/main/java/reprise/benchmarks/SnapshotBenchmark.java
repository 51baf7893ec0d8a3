package reprise.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.number.Money;
import reprise.pipeline.InlinePipeline;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.TimeSource;
import reprise.port.UnjournaledLog;
import reprise.risk.RiskLimits;
import reprise.state.SnapshotReader;
import reprise.state.SnapshotWriter;
import reprise.time.EngineClock;

/**
 * For how long does the core stand still while its state is saved: 1,000 instruments with six indicators each after 10,000 bars of each, and
 * 500 open orders? Beside it what can be done by another thread afterwards, hash and checksum, and what a restart costs. The control
 * copies as many bytes. The size is printed at the end.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SnapshotBenchmark {
    private static final int INSTRUMENTS = 1_000;
    private static final int BARS = 10_000;
    private static final int OPEN_ORDERS = 500;
    private static final CoreConfig CONFIG =
            CoreConfig.with(new RiskLimits(1_000_000_000 * Money.ONE, 1_000_000_000 * Money.ONE, OPEN_ORDERS));

    private final SnapshotWriter writer = new SnapshotWriter();
    private EngineCore core;
    private byte[] snapshot;
    private byte[] copy;

    private static RestingStrategy strategy() {
        return new RestingStrategy(INSTRUMENTS, OPEN_ORDERS);
    }

    /** Makes an engine that has seen all of that. */
    @Setup
    public void setUp() {
        final InlinePipeline pipeline = new InlinePipeline(
                new PipelineParts(
                        new UnjournaledLog(),
                        new UnjournaledLog(),
                        TimeSource.OF_THE_DATA,
                        (clock, commands) ->
                                new EngineCore(clock, CONFIG, List.of(strategy()), commands, CoreObserver.NONE),
                        new MutedCommands()),
                false);
        final EventPublisher events = new EventPublisher(pipeline.newOutlet());
        for (int i = 0; i < INSTRUMENTS; i++) {
            events.onInstrumentDefined(Bars.instrument(i));
        }
        events.onVenueConnected(0);
        events.onAccountReported(0, 1_000_000_000 * Money.ONE, "USD");
        events.onStartRequested(1);
        final long[] closes = Bars.closes();
        for (int bar = 0; bar < BARS; bar++) {
            final long timeNs = (bar + 1) * Bars.PERIOD_NS;
            for (int i = 0; i < INSTRUMENTS; i++) {
                final long close = closes[bar + 7 * i & Bars.COUNT - 1];
                events.at(timeNs).onBar(i, timeNs, Bars.PERIOD_NS, close, close + 100, close - 100, close, Bars.VOLUME);
            }
        }
        core = pipeline.core();
        if (core.orders().openCount() != OPEN_ORDERS) {
            throw new IllegalStateException("open orders: " + core.orders().openCount());
        }
        save();
        snapshot = writer.seal();
        copy = new byte[snapshot.length];
    }

    /** What the core stands still for. */
    @Benchmark
    public int save() {
        writer.begin(core.sequence(), core.timeNs());
        core.snapshotTo(writer);
        return writer.lengthBytes();
    }

    /** What may be done meanwhile by others: hash and checksum of what was saved. */
    @Benchmark
    public byte[] seal() {
        return writer.seal();
    }

    /** A fresh core from the bytes, verified. */
    @Benchmark
    public EngineCore restore() {
        final EngineCore fresh =
                new EngineCore(new EngineClock(), CONFIG, List.of(strategy()), new MutedCommands(), CoreObserver.NONE);
        new SnapshotReader(snapshot).restore(fresh);
        return fresh;
    }

    /** As many bytes. */
    @Benchmark
    public byte[] controlCopy() {
        System.arraycopy(snapshot, 0, copy, 0, copy.length);
        return copy;
    }

    /** Says how much there is to save. */
    @TearDown
    public void printSize() {
        System.out.println("snapshot: " + snapshot.length + " bytes");
    }
}
