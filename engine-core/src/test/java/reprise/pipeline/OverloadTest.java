package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.message.EventPublisher;
import reprise.port.EventLog;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.testing.Definitions;
import reprise.testing.RecordedLog;
import reprise.testing.ScriptedStrategy;

/** More than the engine can take, or a part that hangs: nothing is lost, the waits are counted, and somebody is told. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OverloadTest {
    private final HeldLog events = new HeldLog();
    private final RecordedLog commands = new RecordedLog();
    private final LinkedBlockingQueue<String> notices = new LinkedBlockingQueue<>();

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

    private RingPipeline pipeline(final Layout layout, final EventLog eventLog, final EventLog commandLog) {
        final PipelineParts parts = Session.parts(
                List.of(ScriptedStrategy.listeningTo("I0")),
                eventLog,
                commandLog,
                TimeSource.OF_THE_DATA,
                new LateVenue());
        return new RingPipeline(
                new PipelineParts(
                        parts.eventLog(),
                        parts.commandLog(),
                        parts.timeSource(),
                        parts.coreFactory(),
                        parts.venues(),
                        Checkpoint.NONE,
                        notices::add),
                new PipelineConfig(layout, WaitPolicy.BLOCKING, 16, 16));
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
