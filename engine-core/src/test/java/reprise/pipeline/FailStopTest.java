package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.market.Aggressor;
import reprise.market.Instrument;
import reprise.message.EngineCommands;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.order.GroupTerms;
import reprise.order.OrderRequest;
import reprise.order.OrderTerms;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.port.EventLog;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;
import reprise.testing.Definitions;
import reprise.testing.RecordedLog;

/** Whatever throws, wherever: everything stops, nothing is skipped, everybody is told. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FailStopTest {
    private static final int FAIL_AT = 1_000;
    private static final int RING_SIZE = 64;
    private static final int EVENTS_BEFORE_TRADES = 3;
    private static final Set<String> STAGE_NAMES =
            Set.of("engine", "journaler", "core", "command-journaler", "command-router");

    private final RecordedLog events = new RecordedLog();
    private final RecordedLog commands = new RecordedLog();
    private final CheckingStrategy strategy = new CheckingStrategy();
    private final CheckingVenue venue = new CheckingVenue();
    private final ExecutorService venueThread = Executors.newSingleThreadExecutor();

    @AfterEach
    void endVenue() {
        venueThread.shutdownNow();
    }

    enum Culprit {
        EVENT_APPEND,
        EVENT_FLUSH,
        STRATEGY,
        COMMAND_APPEND,
        COMMAND_FLUSH,
        VENUE
    }

    static Stream<Arguments> culprits() {
        return Stream.of(null, Layout.FUSED, Layout.PIPELINED)
                .flatMap(layout -> Stream.of(Culprit.values())
                        .flatMap(culprit -> Stream.of(new IllegalStateException("boom"), new AssertionError("boom"))
                                .map(problem -> Arguments.of(layout, culprit, problem))));
    }

    private static final class Bomb {
        private final Throwable problem;
        private int left = FAIL_AT;

        Bomb(final Throwable problem) {
            this.problem = problem;
        }

        void tick() {
            if (problem != null && --left == 0) {
                if (problem instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) problem;
            }
        }
    }

    private record TickingLog(RecordedLog log, Bomb appending, Bomb flushing) implements EventLog {
        @Override
        public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
            appending.tick();
            log.append(buffer, offset, lengthBytes);
        }

        @Override
        public void flush() {
            flushing.tick();
            log.flush();
        }

        @Override
        public void close() {
            log.close();
        }
    }

    /** Trades are priced 1, 2, 3, ...: none may be missing, and each must be on record when it is seen. */
    private final class CheckingStrategy implements Strategy {
        private final OrderRequest request = new OrderRequest();
        private Bomb bomb;
        private StrategyContext context;
        private long seen;

        @Override
        public void onStart(final StrategyContext newContext) {
            context = newContext;
            context.subscribe(context.instrument("I0"));
        }

        @Override
        public void onTrade(final Instrument instrument) {
            bomb.tick();
            assertThat(instrument.lastTradePrice()).isEqualTo(++seen);
            assertThat(events.flushed()).isGreaterThanOrEqualTo((int) (EVENTS_BEFORE_TRADES + seen));
            request.limit(instrument, Side.BUY, 1, 1, TimeInForce.GTC);
            context.submit(request);
            context.cancel(request.orderId());
        }

        @Override
        public void onRestore(final StrategyContext newContext) {
            onStart(newContext);
        }

        @Override
        public void exchange(final StateExchange state) {
            seen = state.field("seen", seen);
        }
    }

    /** Each command must be on record when it arrives, and none may be missing. */
    private final class CheckingVenue implements EngineCommands {
        private final EngineCommands nothing = new MutedCommands();
        private Bomb bomb;
        private EventPublisher answers;
        private boolean answersAtOnce;
        private int seen;

        private void check() {
            bomb.tick();
            seen++;
            assertThat(commands.flushed()).isGreaterThanOrEqualTo(seen);
        }

        @Override
        public void submitOrder(
                final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
            check();
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
        public void cancelOrder(final long orderId, final int instrumentId) {
            check();
            if (answersAtOnce) {
                answers.onOrderCancelled(orderId, 0);
            } else {
                // The router must not wait for a ring that is full of what the core, which waits for the router, has
                // not seen.
                venueThread.submit(() -> answers.onOrderCancelled(orderId, 0));
            }
        }

        @Override
        public void replaceOrder(
                final long orderId,
                final int instrumentId,
                final int revision,
                final long quantity,
                final long limitPrice,
                final long stopPrice) {
            nothing.replaceOrder(orderId, instrumentId, revision, quantity, limitPrice, stopPrice);
        }

        @Override
        public void queryOrder(final long orderId, final int instrumentId) {}

        @Override
        public void requestReconciliation(final int venueId, final long sinceNs) {
            nothing.requestReconciliation(venueId, sinceNs);
        }
    }

    private static Bomb bomb(final boolean live, final Throwable problem) {
        return new Bomb(live ? problem : null);
    }

    /** As where a failed pipeline is closed by try-with-resources. */
    @Test
    void shouldSayOnceWhatFailedWhenClosingFailsToo() {
        final FailStop failStop = new FailStop(() -> {});
        final PipelineFailedException first = failStop.fail("stopped", new IllegalStateException("planted defect"));

        try (AutoCloseable pipeline = failStop::throwIfFailed) {
            assertThat(pipeline).isNotNull();
            throw first;
        } catch (final Exception e) {
            assertThat(e).isSameAs(first);
        }

        final StringWriter trace = new StringWriter();
        first.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .contains("Caused by: java.lang.IllegalStateException: planted defect")
                .doesNotContain("CIRCULAR REFERENCE");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("culprits")
    void shouldStopEverything(final Layout layout, final Culprit culprit, final Throwable problem) {
        strategy.bomb = bomb(culprit == Culprit.STRATEGY, problem);
        venue.bomb = bomb(culprit == Culprit.VENUE, problem);
        final Pipeline pipeline = pipeline(
                layout,
                new TickingLog(
                        events,
                        bomb(culprit == Culprit.EVENT_APPEND, problem),
                        bomb(culprit == Culprit.EVENT_FLUSH, problem)),
                new TickingLog(
                        commands,
                        bomb(culprit == Culprit.COMMAND_APPEND, problem),
                        bomb(culprit == Culprit.COMMAND_FLUSH, problem)));
        venue.answers = new EventPublisher(pipeline.newOutlet());
        venue.answersAtOnce = layout == null;
        final EventPublisher publisher = new EventPublisher(pipeline.newOutlet());
        pipeline.start();

        assertThatThrownBy(() -> tradeForEver(publisher))
                .as("a publisher on a full ring is told, not left waiting")
                .isInstanceOf(PipelineFailedException.class)
                .hasRootCause(problem);
        assertThatThrownBy(pipeline::awaitIdle)
                .isInstanceOf(PipelineFailedException.class)
                .hasRootCause(problem);
        assertThatThrownBy(publisher::onClockTicked).isInstanceOf(PipelineFailedException.class);
        while (!stagesRunning().isEmpty()) {
            // All stages end by themselves, before anybody closes anything; the time limit is the test's.
            Thread.onSpinWait();
        }
        assertThatThrownBy(pipeline::close)
                .isInstanceOf(PipelineFailedException.class)
                .hasRootCause(problem);
        assertThatCode(pipeline::close).doesNotThrowAnyException();

        assertThat(strategy.seen).as("the core saw a prefix of the log").isLessThanOrEqualTo(events.flushed());
        assertThat(venue.seen).as("the venue saw a prefix of the log").isLessThanOrEqualTo(commands.flushed());
        assertThat(strategy.seen).isGreaterThan(10);
        for (int i = 0; i < events.records().size(); i++) {
            assertThat(events.sequence(i)).isEqualTo(i + 1);
        }
    }

    private Pipeline pipeline(final Layout layout, final EventLog eventLog, final EventLog commandLog) {
        final PipelineParts parts =
                Session.parts(List.of(strategy), eventLog, commandLog, TimeSource.OF_THE_DATA, venue);
        return layout == null
                ? new InlinePipeline(parts, true)
                : new RingPipeline(parts, new PipelineConfig(layout, WaitPolicy.BLOCKING, RING_SIZE, 1 << 12));
    }

    private static void tradeForEver(final EventPublisher publisher) {
        publisher.onInstrumentDefined(Definitions.anInstrument().define());
        publisher.onVenueConnected(1);
        publisher.onStartRequested(1);
        for (long price = 1; true; price++) {
            publisher.onTrade(0, 0, price, 1, Aggressor.UNKNOWN);
        }
    }

    static List<String> stagesRunning() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(STAGE_NAMES::contains)
                .toList();
    }
}
