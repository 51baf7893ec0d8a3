package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.message.Outlet;
import reprise.order.OrderRequest;
import reprise.order.OrderTerms;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.testing.Definitions;
import reprise.testing.RandomMarket;
import reprise.testing.RecordedLog;
import reprise.testing.ScriptedStrategy;
import reprise.testkit.RandomCases;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RingPipelineTest {
    private final RecordedLog events = new RecordedLog();
    private final RecordedLog commands = new RecordedLog();
    private final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0");
    private final LateVenue venue = new LateVenue();

    private RingPipeline pipeline(final Layout layout, final int inputRingSize, final int outputRingSize) {
        return new RingPipeline(
                Session.parts(List.of(strategy), events, commands, TimeSource.OF_THE_DATA, venue),
                new PipelineConfig(layout, WaitPolicy.BLOCKING, inputRingSize, outputRingSize));
    }

    /** One instrument, a venue, a started strategy, a price. */
    private static EventPublisher open(final Pipeline pipeline) {
        final EventPublisher publisher = new EventPublisher(pipeline.newOutlet());
        publisher.onInstrumentDefined(Definitions.anInstrument().define());
        publisher.onVenueConnected(1);
        publisher.onStartRequested(1);
        return publisher;
    }

    /** At its next callback the strategy orders that often, within the limits. */
    private void submitNext(final int times) {
        strategy.next(context -> {
            for (int i = 0; i < times; i++) {
                context.submit(new OrderRequest().limit(context.instrument("I0"), Side.BUY, 1, 10, TimeInForce.GTC));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(value = Layout.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void shouldSkipAbortedSlotsWithoutAGap(final Layout layout) {
        try (RingPipeline pipeline = pipeline(layout, 1 << 6, 1 << 6)) {
            pipeline.start();
            final Outlet outlet = pipeline.newOutlet();
            final EventPublisher publisher = open(pipeline);
            for (int i = 0; i < 1000; i++) {
                outlet.claim().setMemory(0, Outlet.MAX_MESSAGE_LENGTH_BYTES, (byte) 0x55);
                outlet.end(0);
                publisher.onClockTicked();
            }
            pipeline.awaitIdle();
        }

        assertThat(events.records().size()).isEqualTo(1003);
        for (int i = 0; i < events.records().size(); i++) {
            assertThat(events.sequence(i)).isEqualTo(i + 1);
        }
    }

    @Test
    void shouldSkipAbortedClaimsInline() {
        try (InlinePipeline pipeline = new InlinePipeline(
                Session.parts(List.of(strategy), events, commands, TimeSource.OF_THE_DATA, venue), true)) {
            final Outlet outlet = pipeline.newOutlet();
            outlet.claim().setMemory(0, Outlet.MAX_MESSAGE_LENGTH_BYTES, (byte) 0x55);
            outlet.end(0);
            open(pipeline);
        }

        assertThat(events.records().size()).isEqualTo(3);
        assertThat(events.sequence(2)).isEqualTo(3);
    }

    @Test
    void shouldNeverLetTimeGoBack() {
        RandomCases.check(50, random -> {
            final RecordedLog log = new RecordedLog();
            final TimeSource clock = sourceTimeNs -> RandomCases.anyLong(random);
            try (InlinePipeline pipeline =
                    new InlinePipeline(Session.parts(List.of(), log, commands, clock, new MutedCommands()), false)) {
                final RandomMarket market = new RandomMarket(random, new EventPublisher(pipeline.newOutlet()), 1, 1);
                market.open();
                for (int i = 0; i < 100; i++) {
                    market.next();
                }
            }
            for (int i = 1; i < log.records().size(); i++) {
                assertThat(log.timeNs(i)).isGreaterThanOrEqualTo(log.timeNs(i - 1));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"FUSED, 16", "FUSED, 2", "PIPELINED, 16", "PIPELINED, 2"})
    void shouldNotWaitForItselfWhenAVenueAnswersOnItsThread(final Layout layout, final int ringSize)
            throws InterruptedException {
        try (RingPipeline pipeline = pipeline(layout, ringSize, 1 << 10)) {
            venue.answerWith(new ExpiringVenue(new EventPublisher(pipeline.newOutlet()), 1));
            pipeline.start();
            final EventPublisher publisher = open(pipeline);
            pipeline.awaitIdle();
            final List<Thread> producers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                final EventPublisher own = new EventPublisher(pipeline.newOutlet());
                producers.add(new Thread(() -> {
                    for (int n = 0; n < 500; n++) {
                        own.onQuote(0, 0, 99, 1, 101, 1);
                    }
                }));
            }
            producers.forEach(Thread::start);
            for (int i = 0; i < 15; i++) {
                pipeline.awaitIdle();
                submitNext(1);
                publisher.onQuote(0, 0, 99, 1, 101, 1);
            }
            for (final Thread producer : producers) {
                producer.join();
            }
            pipeline.awaitIdle();
        }

        assertThat(commands.records()).isNotEmpty();
        assertThat(events.records().size())
                .isEqualTo(3 + 1000 + 15 + commands.records().size());
    }

    /** Nothing is handled, so what got in is what was let in: all of them race for the last place of their half, a hundred times. */
    @Test
    void shouldKeepHalfOfTheRingForAnswersHoweverManyPublish() throws InterruptedException {
        for (int round = 0; round < 100; round++) {
            final RingPipeline pipeline = pipeline(Layout.FUSED, 2, 16);
            final AtomicInteger let = new AtomicInteger();
            final CyclicBarrier begin = new CyclicBarrier(4);
            final List<Thread> publishers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                final EventPublisher own = new EventPublisher(pipeline.newOutlet());
                publishers.add(new Thread(() -> publishTwo(own, begin, let)));
            }
            publishers.forEach(Thread::start);
            for (final Thread publisher : publishers) {
                while (publisher.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
            }
            pipeline.close();
            for (final Thread publisher : publishers) {
                publisher.join();
            }

            assertThat(let).hasValue(1);
        }
    }

    private static void publishTwo(final EventPublisher own, final CyclicBarrier begin, final AtomicInteger let) {
        try {
            begin.await();
            own.onClockTicked();
            let.incrementAndGet();
            own.onClockTicked();
            let.incrementAndGet();
        } catch (final InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        } catch (final IllegalStateException e) {
            assertThat(e).hasMessage("pipeline is closed");
        }
    }

    @Test
    void shouldStopWhenAVenueAnswersMoreThanTheRingHolds() {
        final RingPipeline pipeline = pipeline(Layout.FUSED, 16, 16);
        venue.answerWith(new ExpiringVenue(new EventPublisher(pipeline.newOutlet()), 100));
        pipeline.start();
        final EventPublisher publisher = open(pipeline);
        submitNext(1);
        publisher.onQuote(0, 0, 99, 1, 101, 1);

        assertThatThrownBy(pipeline::awaitIdle).hasMessageContaining("input ring full of what venues answered");
        assertThatThrownBy(pipeline::close).isInstanceOf(PipelineFailedException.class);
    }

    @ParameterizedTest
    @EnumSource(value = Layout.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void shouldBeIdleOnlyWhenAnswersAreHandledToo(final Layout layout) {
        try (RingPipeline pipeline = pipeline(layout, 1 << 8, 1 << 8)) {
            venue.answerWith(new ExpiringVenue(new EventPublisher(pipeline.newOutlet()), 1));
            pipeline.start();
            final EventPublisher publisher = open(pipeline);
            pipeline.awaitIdle();
            for (int i = 1; i <= 200; i++) {
                submitNext(1);
                publisher.onQuote(0, 0, 99, 1, 101, 1);
                pipeline.awaitIdle();

                assertThat(events.records().size()).isEqualTo(3 + 2 * i);
            }
        }
    }

    @Test
    void shouldStopWhenTheOutputRingIsFull() {
        final CountDownLatch stuck = new CountDownLatch(1);
        venue.answerWith(new StuckVenue(stuck));
        final RingPipeline pipeline = pipeline(Layout.PIPELINED, 1 << 6, 2);
        pipeline.start();
        submitNext(3);
        open(pipeline);

        assertThatThrownBy(pipeline::awaitIdle).hasMessageContaining("output ring full for 2000 ms: capacity=2");

        stuck.countDown();
        assertThatThrownBy(pipeline::close).isInstanceOf(PipelineFailedException.class);
        assertThat(FailStopTest.stagesRunning()).isEmpty();
    }

    @Test
    void shouldStopWhenOneEventCausesMoreCommandsThanTheOutputHolds() {
        final RingPipeline pipeline = pipeline(Layout.FUSED, 1 << 6, 2);
        pipeline.start();
        submitNext(3);
        open(pipeline);

        assertThatThrownBy(pipeline::awaitIdle).hasMessageContaining("too many commands for one event: capacity=2");
        assertThatThrownBy(pipeline::close).isInstanceOf(PipelineFailedException.class);
        assertThat(commands.records())
                .as("none of them is on record, none was sent")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Layout.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void shouldHandleWhatWasPublishedBeforeItCloses(final Layout layout) {
        final RingPipeline pipeline = pipeline(layout, 1 << 12, 1 << 6);
        final EventPublisher publisher = open(pipeline);
        for (int i = 0; i < 2000; i++) {
            publisher.onClockTicked();
        }
        pipeline.start();

        pipeline.close();
        pipeline.close();

        assertThat(events.flushed()).isEqualTo(2003);
        assertThat(FailStopTest.stagesRunning()).isEmpty();
        assertThatThrownBy(publisher::onClockTicked).hasMessage("pipeline is closed");
    }

    @ParameterizedTest
    @EnumSource(value = Layout.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void shouldCloseWithoutHavingStarted(final Layout layout) {
        final RingPipeline pipeline = pipeline(layout, 1 << 6, 1 << 6);
        open(pipeline);

        assertThatCode(pipeline::close).doesNotThrowAnyException();
    }

    @Test
    void shouldReleaseAPublisherThatWaitsWhenThePipelineCloses() throws InterruptedException {
        final RingPipeline pipeline = pipeline(Layout.FUSED, 2, 2);
        final AtomicReference<Throwable> told = new AtomicReference<>();
        final Thread publisher = new Thread(() -> {
            try {
                open(pipeline);
            } catch (final IllegalStateException e) {
                told.set(e);
            }
        });
        publisher.start();
        while (publisher.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        pipeline.close();
        publisher.join();

        assertThat(told.get()).hasMessage("pipeline is closed");
    }

    @Test
    @Tag("slow")
    void shouldCloseInBoundedTimeWhenAVenueIsStuck() {
        final CountDownLatch stuck = new CountDownLatch(1);
        venue.answerWith(new StuckVenue(stuck));
        final RingPipeline pipeline = pipeline(Layout.PIPELINED, 1 << 6, 1 << 6);
        pipeline.start();
        submitNext(1);
        open(pipeline);

        assertThatThrownBy(pipeline::close)
                .hasMessageContaining("stages still running")
                .hasMessageContaining("command-router");

        stuck.countDown();
    }

    @Test
    void shouldAnswerForTheHashAgainAndAgain() {
        try (RingPipeline pipeline = pipeline(Layout.FUSED, 1 << 6, 1 << 6)) {
            pipeline.start();
            final EventPublisher publisher = open(pipeline);
            pipeline.awaitIdle();
            final String empty = pipeline.commandHash();
            submitNext(1);
            publisher.onQuote(0, 0, 99, 1, 101, 1);
            pipeline.awaitIdle();

            assertThat(pipeline.commandCount()).isEqualTo(1);
            assertThat(pipeline.commandHash()).isEqualTo(pipeline.commandHash()).isNotEqualTo(empty);
        }
    }

    @Test
    void shouldRefuseToWaitOrCloseInsideAStage() {
        final InlinePipeline pipeline = new InlinePipeline(
                Session.parts(List.of(strategy), events, commands, TimeSource.OF_THE_DATA, venue), true);
        strategy.next(context -> {
            assertThatThrownBy(pipeline::awaitIdle).hasMessageContaining("inside a stage");
            assertThatThrownBy(pipeline::close).hasMessageContaining("inside a stage");
        });
        final EventPublisher publisher = open(pipeline);

        pipeline.close();
        assertThatThrownBy(publisher::onClockTicked).hasMessage("pipeline is closed");
    }

    @ParameterizedTest
    @CsvSource({"AUTO, 1, FUSED", "AUTO, 3, FUSED", "AUTO, 4, PIPELINED", "FUSED, 64, FUSED", "PIPELINED, 1, PIPELINED"
    })
    void shouldChooseALayoutForTheMachine(final Layout layout, final int processors, final Layout expected) {
        assertThat(layout.resolve(processors)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 3, 100, 1 << 21, Integer.MAX_VALUE})
    void shouldRefuseImpossibleRingSizes(final int size) {
        assertThatThrownBy(() -> new PipelineConfig(Layout.AUTO, WaitPolicy.BLOCKING, size, 64))
                .hasMessageContaining("inputRingSize must be a power of two");
        assertThatThrownBy(() -> new PipelineConfig(Layout.AUTO, WaitPolicy.BLOCKING, 64, size))
                .hasMessageContaining("outputRingSize must be a power of two");
    }

    /** Answers every order a number of times. */
    private record ExpiringVenue(EventPublisher answers, int times) implements OrdersOnlyVenue {
        @Override
        public void submitOrder(
                final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
            for (int i = 0; i < times; i++) {
                answers.onOrderExpired(orderId, 0);
            }
        }
    }
}
