package reprise.simulation.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.venue.VenueConfig;
import reprise.simulation.venue.VenueTally;

/** What an engine in another process may count on when it dies and returns. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RemoteEngineTest {
    private static final int BARS = 12;
    private static final SessionPlan PLAN = RemoteSessionTest.plan(1, VenueConfig.PLAIN);

    @TempDir
    private Path directory;

    private int venues;

    private RunningVenue venue(final Stop... stops) {
        return new RunningVenue(directory.resolve("venue-" + venues++), PLAN, RunningVenue.bars(BARS), List.of(stops));
    }

    private ScriptedEngine uninterrupted() throws Exception {
        try (RunningVenue venue = venue()) {
            final ScriptedEngine engine = new ScriptedEngine(venue.socket());
            assertThat(engine.live(Long.MAX_VALUE)).isTrue();
            assertThat(venue.tally().orders()).isEqualTo(BARS);
            return engine;
        }
    }

    @Test
    void shouldTellTheMarketExactlyOnceWhereverTheEngineDies() throws Exception {
        final ScriptedEngine reference = uninterrupted();
        assertThat(reference.market()).hasSize(BARS);

        for (long frame = 1; frame < reference.frames(); frame++) {
            try (RunningVenue venue = venue()) {
                final ScriptedEngine engine = new ScriptedEngine(venue.socket());
                assertThat(engine.live(frame)).as("frame %d", frame).isFalse();
                assertThat(engine.live(Long.MAX_VALUE)).as("frame %d", frame).isTrue();

                final VenueTally tally = venue.tally();
                assertThat(engine.market()).as("frame %d", frame).containsExactlyElementsOf(reference.market());
                assertThat(tally.orders()).as("frame %d", frame).isEqualTo(engine.submitted());
                assertThat(tally.repeatedOrders()).isZero();
            }
        }
    }

    @Test
    void shouldTellTheMarketExactlyOnceWhenTheEngineDiesAgainAndAgain() throws Exception {
        final ScriptedEngine reference = uninterrupted();

        for (long frames = 1; frames <= 6; frames++) {
            try (RunningVenue venue = venue()) {
                final ScriptedEngine engine = new ScriptedEngine(venue.socket());
                int lives = 1;
                // One frame is the welcome alone, and an engine that hears no more would never get on.
                while (!engine.live(lives % 2 == 0 ? frames + 4 : frames)) {
                    lives++;
                }
                assertThat(lives).isGreaterThan(3);
                assertThat(engine.market())
                        .as("%d frames a life", frames)
                        .containsExactlyElementsOf(reference.market());
                assertThat(venue.tally().orders()).isEqualTo(engine.submitted());
            }
        }
    }

    @Test
    void shouldSayTheAccountAgainUntilItIsSettledAndNeverAfterwards() throws Exception {
        try (RunningVenue venue = venue()) {
            final ScriptedEngine engine = new ScriptedEngine(venue.socket());
            engine.live(1);
            engine.live(3);
            engine.live(8);
            engine.live(Long.MAX_VALUE);
            venue.tally();

            // Of the second life: account, connected. Of the third: both again, settled, then the market. Of the
            // fourth: connected only.
            assertThat(engine.heard().subList(0, 4))
                    .containsExactly("AccountReported", "VenueConnected", "AccountReported", "VenueConnected");
            assertThat(engine.heard().stream().filter("AccountReported"::equals))
                    .hasSize(2);
            assertThat(engine.heard().stream().filter("VenueConnected"::equals)).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "event:7, 'stopped event:7: ', 7",
        "command:3, 'stopped command:3: command 3 came', ",
        "step:5, 'stopped step:5: settled after', ",
        "hello:1, 'stopped hello:1: before the welcome', 0",
    })
    void shouldStopWhereItIsToldAndGoOnWithTheNextEngine(
            final String stop, final String notice, final Integer eventsHeard) throws Exception {
        final ScriptedEngine reference = uninterrupted();
        try (RunningVenue venue = venue(Stop.parse(stop))) {
            final ScriptedEngine engine = new ScriptedEngine(venue.socket());
            final Thread killed = killAtStop(venue, engine);
            killed.join();
            if (eventsHeard != null) {
                // The last may be on its way when the engine dies.
                assertThat(engine.heard()).hasSizeBetween(Math.max(0, eventsHeard - 1), eventsHeard);
            }
            assertThat(engine.live(Long.MAX_VALUE)).isTrue();

            assertThat(venue.tally().orders()).isEqualTo(engine.submitted());
            assertThat(venue.notices()).anyMatch(text -> text.startsWith(notice));
            assertThat(engine.market()).containsExactlyElementsOf(reference.market());
        }
    }

    /** A life that ends because the venue stops. */
    private static Thread killAtStop(final RunningVenue venue, final ScriptedEngine engine)
            throws InterruptedException {
        final Thread thread = new Thread(() -> {
            try {
                engine.live(Long.MAX_VALUE);
            } catch (final IOException e) {
                // interrupted in the middle of a read: that is how it dies
            }
        });
        thread.start();
        venue.awaitNotice("stopped");
        thread.interrupt();
        return thread;
    }

    @Test
    void shouldRefuseAnEngineOfAnotherMarketAndWaitForTheRightOne() throws Exception {
        try (RunningVenue venue = venue()) {
            final ScriptedEngine stranger = new ScriptedEngine(venue.socket());
            stranger.market().add(new byte[0]);
            assertThatThrownBy(() -> stranger.live(1)).hasMessageContaining("has 1 events of this market on record");

            assertThat(new ScriptedEngine(venue.socket()).live(Long.MAX_VALUE)).isTrue();
            venue.tally();
        }
    }

    @Test
    void shouldRefuseAnEngineOfAnotherVersion() throws Exception {
        try (RunningVenue venue = venue();
                SocketChannel channel = VenueSocket.connect(venue.socket())) {
            final UnsafeBuffer payload = new UnsafeBuffer(new byte[64]);
            final FrameBatch batch = new FrameBatch();
            final int length = new Hello(0, "old").encode(payload);
            payload.putInt(0, Hello.VERSION - 1, ByteOrder.LITTLE_ENDIAN);
            batch.add(FrameKind.HELLO, payload, length);
            batch.writeTo(channel, 1);

            assertThat(new FrameReader(channel).next()).isIn(FrameKind.REFUSED, null);
            venue.awaitNotice("refused the engine speaks version 0");
        }
    }

    @Test
    void shouldNotWaitForAnEngineForEver() {
        try (RunningVenue venue =
                new RunningVenue(directory.resolve("lonely"), PLAN, RunningVenue.bars(BARS), List.of(), 20)) {
            assertThatThrownBy(venue::tally)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(LinkException.class)
                    .hasMessageContaining("no engine came");
        }
    }

    @Test
    void shouldListenWhereOnlyItsOwnerMayEnter() throws Exception {
        final Path made = directory.resolve("made/venue");
        VenueSocket.listen(made).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.getParent())))
                .isEqualTo("rwx------");

        final Path open = Files.createDirectory(
                directory.resolve("open"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        assertThatThrownBy(() -> VenueSocket.listen(open.resolve("venue")))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("others may enter");
    }

    @Test
    void shouldReplaceOnlyTheSocketOfADeadVenue() throws Exception {
        final Path dead = directory.resolve("dead");
        VenueSocket.listen(dead).close();
        assertThat(dead).exists();
        VenueSocket.listen(dead).close();

        try (RunningVenue venue = venue()) {
            assertThatThrownBy(() -> VenueSocket.listen(venue.socket()))
                    .hasMessageContaining("somebody listens here already");
        }
        final Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> VenueSocket.listen(file)).hasMessageContaining("is no socket");
    }
}
