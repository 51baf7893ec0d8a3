package reprise.testing;

import java.util.List;
import org.agrona.DirectBuffer;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.market.Aggressor;
import reprise.market.Instrument;
import reprise.message.EventPublisher;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.pipeline.InlinePipeline;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.TimeSource;
import reprise.port.EventLog;
import reprise.portfolio.Position;
import reprise.risk.RiskLimits;
import reprise.strategy.Strategy;

/**
 * An engine on the test's own thread with two instruments, I0 and I1 (prices in cents, whole quantities), at venue 1, which is connected.
 * The strategies are started. Seven events have happened by then with two strategies.
 */
public final class TestEngine implements AutoCloseable {
    /** Limits that stand in nobody's way. */
    public static final RiskLimits WIDE_LIMITS =
            new RiskLimits(Money.parse("1000000000"), Money.parse("1000000000"), 100);

    private static final int VENUE = 1;

    private final RecordedLog eventLog = new RecordedLog();
    private final RecordedLog commandLog = new RecordedLog();
    private final CommandLines venue = new CommandLines();
    private final InlinePipeline pipeline;
    private final EventPublisher events;
    private long executionId;
    private long firstOrderId;

    /**
     * An engine with started strategies.
     *
     * @param config of the core.
     * @param observer watches.
     * @param i0 defines the first instrument.
     * @param strategies from id 1 on.
     */
    public TestEngine(
            final CoreConfig config, final CoreObserver observer, final Definitions i0, final Strategy... strategies) {
        pipeline = new InlinePipeline(
                new PipelineParts(
                        new NotedLog(),
                        commandLog,
                        TimeSource.OF_THE_DATA,
                        (clock, commands) -> new EngineCore(clock, config, List.of(strategies), commands, observer),
                        venue),
                true);
        events = new EventPublisher(pipeline.newOutlet());
        events.onInstrumentDefined(i0.withId(0).define());
        events.onInstrumentDefined(Definitions.anInstrument().withId(1).define());
        events.onVenueConnected(VENUE);
        events.onAccountReported(VENUE, Money.parse("100000"), "USD");
        for (int i = 1; i <= strategies.length; i++) {
            events.onStartRequested(i);
        }
    }

    /**
     * An engine with started strategies and two instruments of a venue that has everything.
     *
     * @param limits of the gate.
     * @param observer watches.
     * @param strategies from id 1 on.
     */
    public TestEngine(final RiskLimits limits, final CoreObserver observer, final Strategy... strategies) {
        this(CoreConfig.with(limits), observer, Definitions.anInstrument(), strategies);
    }

    /**
     * An engine with wide limits.
     *
     * @param strategies from id 1 on.
     */
    public TestEngine(final Strategy... strategies) {
        this(WIDE_LIMITS, CoreObserver.NONE, strategies);
    }

    /**
     * The way in.
     *
     * @return a publisher.
     */
    public EventPublisher events() {
        return events;
    }

    /**
     * Others trade.
     *
     * @param instrumentId what.
     * @param price at which.
     */
    public void trade(final int instrumentId, final long price) {
        events.onTrade(instrumentId, 0, price, 1, Aggressor.UNKNOWN);
    }

    /**
     * A part of an order trades.
     *
     * @param orderId which.
     * @param quantity how much.
     * @param price at which.
     */
    public void partialFill(final long orderId, final long quantity, final long price) {
        events.onOrderPartiallyFilled(orderId, ++executionId, 0, price, quantity, 0, FeeAsset.QUOTE, Liquidity.UNKNOWN);
    }

    /**
     * The rest of an order trades.
     *
     * @param orderId which.
     * @param quantity how much.
     * @param price at which.
     */
    public void fill(final long orderId, final long quantity, final long price) {
        events.onOrderFilled(orderId, ++executionId, 0, price, quantity, 0, FeeAsset.QUOTE, Liquidity.UNKNOWN);
    }

    /**
     * The id of the first order that the last event caused.
     *
     * @return its id.
     */
    public long lastOrderId() {
        return firstOrderId;
    }

    /**
     * The sequence of the last event.
     *
     * @return from 1.
     */
    public long sequence() {
        return eventLog.records().size();
    }

    /**
     * The commands since the last call.
     *
     * @return a line a command.
     */
    public List<String> commands() {
        return venue.take();
    }

    /**
     * The net position.
     *
     * @param instrumentId what.
     * @return position.
     */
    public Position net(final int instrumentId) {
        return core().portfolio().net(instrumentId);
    }

    /**
     * An instrument.
     *
     * @param instrumentId which.
     * @return the core's own.
     */
    public Instrument instrument(final int instrumentId) {
        return core().instruments().get(instrumentId);
    }

    /**
     * The core.
     *
     * @return to look at.
     */
    public EngineCore core() {
        return pipeline.core();
    }

    /**
     * The events so far.
     *
     * @return as recorded.
     */
    public RecordedLog eventLog() {
        return eventLog;
    }

    /**
     * The commands so far.
     *
     * @return as recorded.
     */
    public RecordedLog commandLog() {
        return commandLog;
    }

    @Override
    public void close() {
        core().portfolio().audit();
        pipeline.close();
    }

    /** Notes before each event which order will be the first that it causes. */
    private final class NotedLog implements EventLog {
        @Override
        public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
            firstOrderId = core().lastOrderId() + 1;
            eventLog.append(buffer, offset, lengthBytes);
        }

        @Override
        public void flush() {
            eventLog.flush();
        }

        @Override
        public void close() {
            eventLog.close();
        }
    }
}
