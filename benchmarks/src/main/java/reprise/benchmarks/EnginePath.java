package reprise.benchmarks;

import java.nio.file.Path;
import java.util.List;
import reprise.alpaca.market.CodecListener;
import reprise.alpaca.market.MarketCodec;
import reprise.alpaca.market.Problem;
import reprise.alpaca.market.SymbolTable;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.journal.ChronicleLog;
import reprise.journal.SyncPolicy;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.number.Money;
import reprise.pipeline.Layout;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.RingPipeline;
import reprise.pipeline.WaitPolicy;
import reprise.pipeline.WallClock;
import reprise.port.EventLog;
import reprise.port.UnjournaledLog;
import reprise.risk.RiskLimits;

/**
 * The engine's way: the adapter's decoder on the thread of the socket, the ring, and on one thread behind it both journals, the core with its
 * books and limits, and the adapter's encoder.
 */
final class EnginePath implements TickPath, CodecListener {
    private static final long WIDE = 1_000_000_000 * Money.ONE;
    private static final int RING_SIZE = 1 << 14;

    private final RingPipeline pipeline;
    private final EventLog events;
    private final EventLog commands;
    private final MarketCodec codec;

    /**
     * A running engine.
     *
     * @param directory of its journals; null for none.
     */
    EnginePath(final Path directory, final OrderSink sink) {
        final InstrumentDefinition apple =
                new InstrumentDefinition(0, 0, TickFrames.SYMBOL, TickFrames.SYMBOL, "USD", 2, 0, 1, 1, 0);
        final EncodingVenue venue = new EncodingVenue(apple, sink);
        events = log(directory, "events");
        commands = log(directory, "commands");
        pipeline = new RingPipeline(
                new PipelineParts(
                        events,
                        commands,
                        new WallClock(),
                        (clock, output) -> new EngineCore(
                                clock,
                                CoreConfig.with(new RiskLimits(WIDE, WIDE, RING_SIZE)),
                                List.of(new AnsweringStrategy()),
                                output,
                                CoreObserver.NONE),
                        venue),
                new PipelineConfig(Layout.FUSED, WaitPolicy.BUSY_SPIN, RING_SIZE, RING_SIZE));
        venue.connect(new EventPublisher(pipeline.newOutlet()));
        pipeline.start();
        final EventPublisher publisher = new EventPublisher(pipeline.newOutlet());
        publisher.onInstrumentDefined(apple);
        publisher.onVenueConnected(0);
        publisher.onAccountReported(0, WIDE, "USD");
        publisher.onStartRequested(1);
        pipeline.awaitIdle();
        codec = new MarketCodec(new SymbolTable(List.of(apple)), publisher, this);
    }

    private static EventLog log(final Path directory, final String name) {
        return directory == null ? new UnjournaledLog() : ChronicleLog.open(directory.resolve(name), SyncPolicy.NONE);
    }

    @Override
    public void onFrame(final byte[] frame) {
        codec.decode(frame, frame.length);
    }

    @Override
    public void awaitIdle() {
        pipeline.awaitIdle();
    }

    @Override
    public boolean onControl(final byte[] bytes, final int start, final int length) {
        return true;
    }

    @Override
    public void onProblem(
            final Problem problem, final long count, final byte[] bytes, final int start, final int length) {
        throw new IllegalStateException("the frames are good: " + problem);
    }

    @Override
    public void close() {
        pipeline.close();
        events.close();
        commands.close();
    }
}
