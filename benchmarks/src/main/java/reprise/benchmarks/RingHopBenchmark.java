package reprise.benchmarks;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
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
import reprise.pipeline.Layout;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.RingPipeline;
import reprise.pipeline.TimeSource;
import reprise.pipeline.WaitPolicy;
import reprise.port.UnjournaledLog;
import reprise.risk.RiskLimits;

/**
 * What does it take for a quote to be published by one thread and handled by the core on another, and known to be handled? Controls: the same
 * hop over a bare Disruptor that carries a long, and over the JDK's blocking queue.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RingHopBenchmark {
    private static final int RING_SIZE = 1 << 10;

    /** The engine's ring, all stages in one consumer. */
    @State(Scope.Thread)
    public static class EngineRing {
        private RingPipeline pipeline;
        private EventPublisher events;
        private long timeNs;

        /** Starts the engine. */
        @Setup
        public void setUp() {
            final RiskLimits limits = new RiskLimits(Money.ONE, Money.ONE, 1);
            pipeline = new RingPipeline(
                    new PipelineParts(
                            new UnjournaledLog(),
                            new UnjournaledLog(),
                            TimeSource.OF_THE_DATA,
                            (clock, commands) -> new EngineCore(
                                    clock, CoreConfig.with(limits), List.of(), commands, CoreObserver.NONE),
                            new MutedCommands()),
                    new PipelineConfig(Layout.FUSED, WaitPolicy.BUSY_SPIN, RING_SIZE, RING_SIZE));
            pipeline.start();
            events = new EventPublisher(pipeline.newOutlet());
            events.onInstrumentDefined(Bars.instrument(0));
        }

        /** Stops it. */
        @TearDown
        public void tearDown() {
            pipeline.close();
        }
    }

    /** A bare Disruptor. */
    @State(Scope.Thread)
    public static class BareDisruptor {
        private Disruptor<long[]> disruptor;
        private RingBuffer<long[]> ring;
        private volatile long handled;
        private long published;

        /** Starts the consumer. */
        @Setup
        public void setUp() {
            disruptor = new Disruptor<>(
                    () -> new long[1],
                    RING_SIZE,
                    DaemonThreadFactory.INSTANCE,
                    ProducerType.MULTI,
                    new BusySpinWaitStrategy());
            final EventHandler<long[]> handler = (event, sequence, endOfBatch) -> handled = event[0];
            disruptor.handleEventsWith(handler);
            ring = disruptor.start();
        }

        /** Stops it. */
        @TearDown
        public void tearDown() {
            disruptor.halt();
        }
    }

    /** The JDK's blocking queue. */
    @State(Scope.Thread)
    public static class BlockingQueueHop {
        private final ArrayBlockingQueue<Long> queue = new ArrayBlockingQueue<>(RING_SIZE);
        private volatile long handled;
        private long published;
        private Thread consumer;

        /** Starts the consumer. */
        @Setup
        public void setUp() {
            consumer = new Thread(this::consume, "queue-consumer");
            consumer.setDaemon(true);
            consumer.start();
        }

        private void consume() {
            try {
                while (true) {
                    handled = queue.take();
                }
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Stops it. */
        @TearDown
        public void tearDown() {
            consumer.interrupt();
        }
    }

    /** A quote into the engine's ring, until the core has handled it. */
    @Benchmark
    public void quoteThroughRing(final EngineRing engine) {
        engine.timeNs++;
        engine.events.at(engine.timeNs).onQuote(0, engine.timeNs, 99, 1, 101, 1);
        engine.pipeline.awaitIdle();
    }

    /** A long over a bare Disruptor. */
    @Benchmark
    public void controlBareDisruptor(final BareDisruptor bare) {
        final long value = ++bare.published;
        final long sequence = bare.ring.next();
        bare.ring.get(sequence)[0] = value;
        bare.ring.publish(sequence);
        while (bare.handled != value) {
            Thread.onSpinWait();
        }
    }

    /** A long over a blocking queue. */
    @Benchmark
    public void controlBlockingQueue(final BlockingQueueHop hop) throws InterruptedException {
        final long value = ++hop.published;
        hop.queue.put(value);
        while (hop.handled != value) {
            Thread.onSpinWait();
        }
    }
}
