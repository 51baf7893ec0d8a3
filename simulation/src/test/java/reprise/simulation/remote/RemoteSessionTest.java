package reprise.simulation.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.message.Envelope;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.message.Templates;
import reprise.number.Money;
import reprise.pipeline.Layout;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.WaitPolicy;
import reprise.reconciliation.ReconciliationRules;
import reprise.simulation.RandomTrader;
import reprise.simulation.RecordedEvents;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.venue.Delay;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.LatencyModel;
import reprise.simulation.venue.VenueConfig;
import reprise.simulation.venue.VenueTally;
import reprise.strategy.Strategy;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RemoteSessionTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final VenueConfig PLAIN = VenueConfig.PLAIN
            .withFees(new FeeSchedule(10_000, 20_000, 0, 0))
            .withSlippageE8(5_000)
            .withMaxParticipationE8(5_000_000)
            .withShortsAndLeverageE8(3 * Money.ONE);
    private static final VenueConfig SLOW =
            PLAIN.withLatency(new LatencyModel(delay(900), delay(20_000), delay(45_000), 5));

    @TempDir
    private Path directory;

    private static Delay delay(final long ms) {
        return new Delay(ms * 1_000_000, ms * 300_000);
    }

    static SessionPlan plan(final long seed, final VenueConfig venue) {
        return new SessionPlan(
                "test-" + seed,
                "build",
                "config",
                TestMarket.core(),
                () -> List.<Strategy>of(
                        new RandomTrader(seed, List.of("BTCUSDT", "ETHUSDT"), 10_000),
                        new RandomTrader(seed + 1, List.of("ETHUSDT", "DOGEUSDT"), 10_000)),
                TestMarket.INSTRUMENTS,
                venue,
                Money.parse("100000"),
                "USDT");
    }

    private static SessionSummary backtest(final SessionPlan plan, final long seed, final int bars) {
        try (SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), CoreObserver.NONE);
                BarFeed feed = new BarFeed(TestMarket.bars(seed, bars))) {
            return session.run(feed, SessionProgress.SILENT);
        }
    }

    @ParameterizedTest
    @CsvSource({"INLINE, false", "INLINE, true", "FUSED, false", "PIPELINED, true"})
    void shouldDecideWhatTheBacktestDecides(final String layout, final boolean slow) throws Exception {
        final SessionPlan plan = plan(17, slow ? SLOW : PLAIN);
        final SessionSummary backtest = backtest(plan, 17, 400);
        final PipelineConfig rings = layout.equals("INLINE")
                ? null
                : new PipelineConfig(Layout.valueOf(layout), WaitPolicy.BLOCKING, 1024, 1024);

        final SessionSummary remote;
        final VenueTally tally;
        final long cash;
        try (RunningVenue venue =
                        new RunningVenue(directory.resolve("venue"), plan, TestMarket.bars(17, 400), List.of());
                RemoteSession session =
                        new RemoteSession(plan, SessionLogs.none(), CoreObserver.NONE, rings, venue.socket())) {
            remote = session.run(SessionProgress.SILENT);
            tally = venue.tally();
            cash = session.core().portfolio().cash();
        }

        assertThat(remote.commands()).isGreaterThan(300);
        assertThat(remote.commandHash()).isEqualTo(backtest.commandHash());
        assertThat(remote.stateHash()).isEqualTo(backtest.stateHash());
        assertThat(remote.events()).isEqualTo(backtest.events());
        assertThat(remote.bars()).isEqualTo(backtest.bars());
        assertThat(tally.repeatedOrders()).isZero();
        assertThat(tally.orders()).isPositive();
        if (!slow) {
            assertThat(tally.cash()).isEqualTo(cash);
        }
    }

    @Test
    void shouldChangeNothingWhenItReconcilesFromTimeToTime() throws Exception {
        final SessionPlan plan = plan(29, PLAIN);
        final SessionPlan often = with(
                plan,
                plan.core().with(new ReconciliationRules(10 * MINUTE_NS, 1_000_000_000L, 3, MINUTE_NS, 0, false, 0)));
        final SessionSummary backtest = backtest(plan, 29, 400);

        final SessionSummary remote;
        final RecordedEvents commands = new RecordedEvents();
        try (RunningVenue venue =
                        new RunningVenue(directory.resolve("venue"), plan, TestMarket.bars(29, 400), List.of());
                RemoteSession session = new RemoteSession(
                        often,
                        new SessionLogs(new RecordedEvents(), commands),
                        CoreObserver.NONE,
                        null,
                        venue.socket())) {
            remote = session.run(SessionProgress.SILENT);
            assertThat(venue.tally().orders()).isPositive();
        }

        assertThat(count(commands, "ReconciliationConcluded")).isGreaterThanOrEqualTo(39);
        assertThat(count(commands, "DifferenceFound")).isZero();
        assertThat(remote.outcomeHash()).isEqualTo(backtest.outcomeHash());
    }

    private static SessionPlan with(final SessionPlan plan, final CoreConfig core) {
        return new SessionPlan(
                plan.runId(),
                plan.buildHash(),
                plan.configHash(),
                core,
                plan.strategies(),
                plan.instruments(),
                plan.venue(),
                plan.initialCash(),
                plan.currency());
    }

    private static long count(final RecordedEvents log, final String name) {
        return log.records().stream()
                .filter(record -> Templates.name(Envelope.templateId(new UnsafeBuffer(record), 0))
                        .equals(name))
                .count();
    }

    @Test
    void shouldSayThatNoVenueIsThere() {
        final Path nowhere = directory.resolve("nowhere");
        try (RemoteSession session = session(nowhere)) {
            assertThatThrownBy(() -> session.run(SessionProgress.SILENT))
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining("no venue can be reached");
        }
    }

    private static RemoteSession session(final Path socket) {
        return new RemoteSession(plan(1, PLAIN), SessionLogs.none(), CoreObserver.NONE, null, socket);
    }

    /** Says what a venue would, and hangs up. */
    private void runAgainst(final FrameBatch words) throws Exception {
        final Path socket = directory.resolve("fake");
        try (ServerSocketChannel server = VenueSocket.listen(socket);
                RemoteSession session = session(socket)) {
            final Thread thread = new Thread(() -> {
                try (SocketChannel channel = server.accept()) {
                    new FrameReader(channel).next();
                    words.writeTo(channel, words.count());
                } catch (final java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            thread.start();
            try {
                session.run(SessionProgress.SILENT);
            } finally {
                thread.join();
            }
        }
    }

    private static FrameBatch welcome() {
        final UnsafeBuffer payload = new UnsafeBuffer(new byte[64]);
        final FrameBatch words = new FrameBatch();
        words.add(FrameKind.WELCOME, payload, new Welcome(TestMarket.START_NS).encode(payload));
        return words;
    }

    private static void add(final FrameBatch words, final java.util.function.Consumer<EventPublisher> call) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Outlet.MAX_MESSAGE_LENGTH_BYTES]);
        call.accept(new EventPublisher(new Outlet() {
            @Override
            public MutableDirectBuffer claim() {
                return buffer;
            }

            @Override
            public void end(final int lengthBytes) {
                words.add(FrameKind.EVENT, buffer, lengthBytes);
            }
        }));
    }

    @Test
    void shouldEndWithTheVenue() {
        final FrameBatch words = welcome();
        add(words, events -> events.onVenueConnected(1));
        words.add(FrameKind.STEP_END);

        assertThatThrownBy(() -> runAgainst(words))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("the venue is gone");
    }

    @Test
    void shouldNotBelieveAVenueThatSpeaksForTheOperator() {
        final FrameBatch words = welcome();
        add(words, EventPublisher::onFlattenAllRequested);

        assertThatThrownBy(() -> runAgainst(words))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("a venue cannot say FlattenAllRequested");
    }

    @Test
    void shouldSayWhyItWasRefused() {
        final FrameBatch words = new FrameBatch();
        words.add(FrameKind.REFUSED, new UnsafeBuffer("too old".getBytes()), 7);

        assertThatThrownBy(() -> runAgainst(words))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("refused by the venue: too old");
    }

    @Test
    void shouldRefuseAVenueThatSpeaksBeforeItsTurn() {
        final FrameBatch words = welcome();
        words.add(FrameKind.SETTLED);

        assertThatThrownBy(() -> runAgainst(words))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("must not now: SETTLED");
    }
}
