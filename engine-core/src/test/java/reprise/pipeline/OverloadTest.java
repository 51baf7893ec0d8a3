package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.message.EngineCommands;
import reprise.message.Envelope;
import reprise.message.EventPublisher;
import reprise.message.Templates;
import reprise.order.GroupTerms;
import reprise.order.OrderRequest;
import reprise.order.OrderTerms;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.port.EventLog;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.strategy.StrategyContext;
import reprise.testing.Definitions;
import reprise.testing.RecordedLog;
import reprise.testing.ScriptedStrategy;

/** More than the engine can take, or a part that hangs: nothing is lost, the waits are counted, and somebody is told. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@Tag("once")
class OverloadTest {
    private static final int RING_SIZE = 16;

    private final HeldLog events = new HeldLog();
    private final RecordedLog commands = new RecordedLog();
    private final LinkedBlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0");
    private final HungVenue hung = new HungVenue();
    private final LateVenue venue = new LateVenue();

    /** Stands still at its first flush until it is let go. */
    private static final class HeldLog implements EventLog {
        private final RecordedLog log = new RecordedLog();
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
            log.append(buffer, offset, lengthBytes);
        }

        @Override
        public void flush() {
            try {
                released.await();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            log.flush();
        }

        @Override
        public void close() {
            log.close();
        }
    }

    /** Does not return from an order until it is let go. */
    private static final class HungVenue implements EngineCommands {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final AtomicInteger orders = new AtomicInteger();

        @Override
        public void submitOrder(
                final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
            orders.incrementAndGet();
            entered.countDown();
            try {
                released.await();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void submitCashOrder(
                final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
            throw new AssertionError("nobody orders amounts");
        }

        @Override
        public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
            throw new AssertionError("nobody orders groups");
        }

        @Override
        public void cancelOrder(final long orderId, final int instrumentId) {}

        @Override
        public void replaceOrder(
                final long orderId,
                final int instrumentId,
                final int revision,
                final long quantity,
                final long limitPrice,
                final long stopPrice) {}

        @Override
        public void queryOrder(final long orderId, final int instrumentId) {}

        @Override
        public void requestReconciliation(final int venueId, final long sinceNs) {}
    }

    private RingPipeline pipeline(final Layout layout, final EventLog eventLog, final EventLog commandLog) {
        final PipelineParts parts =
                Session.parts(List.of(strategy), eventLog, commandLog, TimeSource.OF_THE_DATA, venue);
        return new RingPipeline(
                new PipelineParts(
                        parts.eventLog(),
                        parts.commandLog(),
                        parts.timeSource(),
                        parts.coreFactory(),
                        parts.venues(),
                        Checkpoint.NONE,
                        notices::add),
                new PipelineConfig(layout, WaitPolicy.BLOCKING, RING_SIZE, RING_SIZE));
    }

    private static void quote(final EventPublisher publisher, final int times) {
        for (int i = 0; i < times; i++) {
            publisher.onQuote(0, 0, 99, 1, 101, 1);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Layout.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void shouldTellThatTheLogHangsAndThatTheKillSwitchWaits(final Layout layout) throws InterruptedException {
        try (RingPipeline pipeline = pipeline(layout, events, commands)) {
            pipeline.start();
            final EventPublisher publisher = new EventPublisher(pipeline.newOutlet());
            publisher.onInstrumentDefined(Definitions.anInstrument().define());
            final EventPublisher operator = new EventPublisher(pipeline.newOperatorOutlet());
            operator.onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.HALTED);

            assertThat(List.of(notices.take(), notices.take()))
                    .anyMatch(notice -> notice.startsWith("the event log has not moved for 2 s: "))
                    .anyMatch(notice -> notice.matches("the operator's TradingStateRequested has waited for 2.* s: "
                            + "the core has not seen it yet"));

            events.released.countDown();

            assertThat(List.of(notices.take(), notices.take()))
                    .anyMatch(notice -> notice.startsWith("the event log moves again after "))
                    .anyMatch(notice -> notice.startsWith("the operator's requests were handled after "));
            pipeline.awaitIdle();
            assertThat(pipeline.load().eventFlushNsMax()).isGreaterThan(1_900_000_000L);
        }
        assertThat(events.log.records()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(value = Layout.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void shouldCountTheWaitsOfEachKindApart(final Layout layout) throws InterruptedException {
        try (RingPipeline pipeline = pipeline(layout, events, commands)) {
            pipeline.start();
            final Thread market = new Thread(() -> {
                final EventPublisher publisher = new EventPublisher(pipeline.newOutlet());
                publisher.onInstrumentDefined(Definitions.anInstrument().define());
                quote(publisher, 100);
            });
            market.start();
            awaitParked(market);
            final Thread clock = new Thread(() -> new EventPublisher(pipeline.newOutlet()).onClockTicked());
            final Thread operator =
                    new Thread(() -> new EventPublisher(pipeline.newOperatorOutlet()).onFlattenAllRequested());
            clock.start();
            operator.start();
            awaitParked(clock);
            awaitParked(operator);
            events.released.countDown();
            market.join();
            clock.join();
            operator.join();
            pipeline.awaitIdle();

            final PipelineLoad load = pipeline.load();
            assertThat(load.marketData().count()).isBetween(1L, 100L);
            assertThat(load.orders().count()).as("the clock's tick").isEqualTo(1);
            assertThat(load.operator().count()).isEqualTo(1);
            assertThat(load.operator().longestNs())
                    .isPositive()
                    .isEqualTo(load.operator().totalNs());
            assertThat(load.deepest().eventLog()).isBetween(1L, 16L);
            assertThat(load.conflatedQuotes()).isZero();
        }
        assertThat(events.log.records()).as("nothing is lost").hasSize(1 + 100 + 1 + 1);
    }

    @Test
    void shouldTellOfACommandLogThatHangs() throws InterruptedException {
        final HeldLog held = new HeldLog();
        final RecordedLog recorded = new RecordedLog();
        try (RingPipeline pipeline = pipeline(Layout.PIPELINED, recorded, held)) {
            pipeline.start();
            final EventPublisher publisher = new EventPublisher(pipeline.newOutlet());
            publisher.onInstrumentDefined(Definitions.anInstrument().define());
            publisher.onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.HALTED);

            assertThat(notices.take())
                    .isEqualTo("the command log has not moved for 2 s: 1 commands wait, none of them reaches a venue");

            held.released.countDown();
            assertThat(notices.take()).startsWith("the command log moves again after ");
            pipeline.awaitIdle();
            assertThat(pipeline.load().commandFlushNsMax()).isGreaterThan(1_900_000_000L);
        }
    }

    /** A gateway that never returns: the halt is on record and holds all the same, and somebody is told that no command arrives. */
    @Test
    void shouldHaltThoughAGatewayHangs() throws InterruptedException {
        venue.answerWith(hung);
        final RecordedLog recorded = new RecordedLog();
        try (RingPipeline pipeline = pipeline(Layout.PIPELINED, recorded, commands)) {
            pipeline.start();
            final EventPublisher publisher = startStrategyThatOrders(pipeline);
            hung.entered.await();

            final EventPublisher operator = new EventPublisher(pipeline.newOperatorOutlet());
            operator.onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.HALTED);
            assertThat(answerToNextOrder(publisher)).isEqualTo(RejectReason.TRADING_HALTED);
            assertThat(notice("the venue's gateway has not taken a command for 2 s: "))
                    .endsWith(" commands wait, none of them arrives");
            assertThat(templates(recorded)).contains("TradingStateRequested");

            hung.released.countDown();
            assertThat(notice("the venue's gateway moves again after ")).endsWith(" s");
            pipeline.awaitIdle();
            assertThat(pipeline.core().tradingState()).isEqualTo(TradingState.HALTED);
            assertThat(pipeline.load().operator()).isEqualTo(PipelineLoad.Waits.NONE);
            assertThat(pipeline.load().deepest().venues()).isPositive();
        }
        assertThat(templates(commands)).contains("TradingStateChanged").containsOnlyOnce("SubmitOrder");
        assertThat(hung.orders).hasValue(1);
    }

    /** Where one thread does everything, nothing can happen; but not in silence. */
    @Test
    void shouldTellThatTheKillSwitchWaitsForAGatewayThatHangsOnTheCoresThread() throws InterruptedException {
        venue.answerWith(hung);
        final RecordedLog recorded = new RecordedLog();
        try (RingPipeline pipeline = pipeline(Layout.FUSED, recorded, commands)) {
            pipeline.start();
            final EventPublisher publisher = startStrategyThatOrders(pipeline);
            hung.entered.await();
            new EventPublisher(pipeline.newOperatorOutlet())
                    .onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.HALTED);

            assertThat(List.of(notices.take(), notices.take()))
                    .anyMatch(notice -> notice.startsWith("the venue's gateway has not taken a command for 2 s: "))
                    .anyMatch(notice -> notice.startsWith("the operator's TradingStateRequested has waited for 2")
                            && notice.endsWith(": the core has not seen it yet"));

            hung.released.countDown();
            assertThat(answerToNextOrder(publisher)).isEqualTo(RejectReason.TRADING_HALTED);
            pipeline.awaitIdle();
        }
        assertThat(templates(recorded)).contains("TradingStateRequested");
        assertThat(templates(commands)).contains("TradingStateChanged").containsOnlyOnce("SubmitOrder");
    }

    @Test
    void shouldCountThatTheCoreWaitedForRoomForItsCommandsAndLoseNone() throws InterruptedException {
        final HeldLog held = new HeldLog();
        try (RingPipeline pipeline = pipeline(Layout.PIPELINED, new RecordedLog(), held)) {
            pipeline.start();
            strategy.next(context -> {
                for (int i = 0; i < 2 * RING_SIZE; i++) {
                    order(context);
                }
            });
            start(pipeline);
            awaitCoreWaitingForRoom();
            held.released.countDown();
            pipeline.awaitIdle();

            assertThat(pipeline.load().output().count()).isPositive();
            assertThat(pipeline.load().output().longestNs()).isPositive();
        }
        assertThat(templates(held.log))
                .filteredOn(name -> name.equals("SubmitOrder") || name.equals("OrderRefused"))
                .hasSize(2 * RING_SIZE);
    }

    private static EventPublisher start(final RingPipeline pipeline) {
        final EventPublisher publisher = new EventPublisher(pipeline.newOutlet());
        publisher.onInstrumentDefined(Definitions.anInstrument().define());
        publisher.onVenueConnected(1);
        publisher.onStartRequested(1);
        return publisher;
    }

    private EventPublisher startStrategyThatOrders(final RingPipeline pipeline) {
        strategy.next(OverloadTest::order);
        return start(pipeline);
    }

    private static RejectReason order(final StrategyContext context) {
        return context.submit(new OrderRequest().limit(context.instrument("I0"), Side.BUY, 1, 10, TimeInForce.GTC));
    }

    private RejectReason answerToNextOrder(final EventPublisher publisher) throws InterruptedException {
        final LinkedBlockingQueue<RejectReason> answers = new LinkedBlockingQueue<>();
        strategy.next(context -> answers.add(order(context)));
        quote(publisher, 1);
        return answers.take();
    }

    private String notice(final String begin) throws InterruptedException {
        String notice = notices.take();
        while (!notice.startsWith(begin)) {
            notice = notices.take();
        }
        return notice;
    }

    private static List<String> templates(final RecordedLog log) {
        return log.records().stream()
                .map(record -> Templates.name(Envelope.templateId(new UnsafeBuffer(record), 0)))
                .toList();
    }

    private static void awaitCoreWaitingForRoom() {
        boolean waits = false;
        while (!waits) {
            waits = Thread.getAllStackTraces().values().stream()
                    .flatMap(Stream::of)
                    .anyMatch(frame -> frame.getClassName().equals(CommandRingOutlet.class.getName())
                            && frame.getMethodName().equals("awaitRoom"));
        }
    }

    @Test
    void shouldCountNothingInAQuietRun() {
        events.released.countDown();
        try (RingPipeline pipeline = pipeline(Layout.PIPELINED, events, commands)) {
            pipeline.start();
            final EventPublisher publisher = new EventPublisher(pipeline.newOutlet());
            publisher.onInstrumentDefined(Definitions.anInstrument().define());
            for (int i = 0; i < 50; i++) {
                quote(publisher, 1);
                pipeline.awaitIdle();
            }

            assertThat(pipeline.load().marketData()).isEqualTo(PipelineLoad.Waits.NONE);
            assertThat(pipeline.load().output()).isEqualTo(PipelineLoad.Waits.NONE);
        }
        assertThat(notices).isEmpty();
    }

    private static void awaitParked(final Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
