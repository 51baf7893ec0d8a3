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
 * What does the way from a signal to the bytes of an order cost: a bar on which the strategy decides, the risk gate, the order and its encoding,
 * the fill and its booking? Once with the limits that there must be, once with every limit; with few and with many instruments defined, which
 * must not make a difference. The control is a bar on which nothing is decided.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OrderPathBenchmark {
    private static final long WIDE = 1_000_000_000 * Money.ONE;
    private static final int MAX_OPEN_ORDERS = 100;
    private static final int COLLAR_BPS = 5_000;
    private static final int ORDERS_IN_WINDOW = 1_000;
    private static final long WINDOW_NS = 1_000_000_000;

    /** Which limits the gate has: "required" or "every". */
    @Param({"required", "every"})
    private String limits;

    /** How many instruments are defined. */
    @Param({"1", "10000"})
    private int instruments;

    private final long[] closes = Bars.closes();
    private Engine trading;
    private Engine silent;
    private int index;
    private long timeNs;

    /** An engine, and the way into it. */
    private static final class Engine {
        private final FillingVenue venue = new FillingVenue();
        private final EventPublisher events;

        Engine(final RiskLimits limits, final int instruments, final int tradeEvery) {
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
            for (int i = 0; i < instruments; i++) {
                events.onInstrumentDefined(Bars.instrument(i));
            }
            events.onVenueConnected(0);
            events.onAccountReported(0, WIDE, "USD");
            events.onStartRequested(1);
        }

        void bar(final long timeNs, final long close) {
            venue.lastPrice = close;
            events.at(timeNs).onBar(0, timeNs, Bars.PERIOD_NS, close, close, close, close, Bars.VOLUME);
        }
    }

    /** Makes an engine that trades on every bar, and one that never does. */
    @Setup
    public void setUp() {
        final RiskLimits chosen = "every".equals(limits) ? every() : new RiskLimits(WIDE, WIDE, MAX_OPEN_ORDERS);
        trading = new Engine(chosen, instruments, 1);
        silent = new Engine(chosen, instruments, Integer.MAX_VALUE);
        barToOrder();
        if (trading.venue.fills != 1) {
            throw new IllegalStateException("the first order was refused: limits=" + limits);
        }
    }

    private static RiskLimits every() {
        return RiskLimits.builder(WIDE, WIDE, MAX_OPEN_ORDERS)
                .minOrderNotional(1)
                .maxOrderQuantityE8(WIDE)
                .collarBps(COLLAR_BPS, COLLAR_BPS)
                .maxGrossExposure(WIDE)
                .maxNetExposure(WIDE)
                .maxStrategyGrossExposure(WIDE)
                .maxStrategyNetExposure(WIDE)
                .orderRate(ORDERS_IN_WINDOW, WINDOW_NS)
                .duplicateWindowNs(WINDOW_NS)
                .buyingPower(Money.ONE, Money.ONE / 1_000)
                .build();
    }

    /** A bar that causes an order and its fill. */
    @Benchmark
    public void barToOrder() {
        next();
        trading.bar(timeNs, closes[index]);
    }

    /** A bar that causes nothing. */
    @Benchmark
    public void controlBarWithoutOrder() {
        next();
        silent.bar(timeNs, closes[index]);
    }

    private void next() {
        index = (index + 1) & (Bars.COUNT - 1);
        timeNs += Bars.PERIOD_NS;
    }
}
