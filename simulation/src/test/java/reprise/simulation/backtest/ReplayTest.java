package reprise.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.core.CoreObserver;
import reprise.message.Envelope;
import reprise.number.Money;
import reprise.pipeline.Layout;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.WaitPolicy;
import reprise.simulation.RecordedEvents;
import reprise.simulation.TestMarket;
import reprise.simulation.venue.VenueConfig;

class ReplayTest {
    private static final VenueConfig VENUE = VenueConfig.PLAIN.withShortsAndLeverageE8(3 * Money.ONE);
    private static final long SEED = 21;

    private static SessionSummary recorded;
    private static List<byte[]> events;
    private static List<byte[]> commands;

    @BeforeAll
    static void record() {
        final RecordedEvents eventLog = new RecordedEvents();
        final RecordedEvents commandLog = new RecordedEvents();
        try (SimulatedSession session = SimulatedSession.inline(
                        SimulatedSessionTest.plan(SEED, VENUE),
                        new SessionLogs(eventLog, commandLog),
                        CoreObserver.NONE);
                BarFeed feed = new BarFeed(TestMarket.bars(SEED, 500))) {
            recorded = session.run(feed, SessionProgress.SILENT);
        }
        events = eventLog.records();
        commands = commandLog.records();
    }

    private static Replay newReplay(final PipelineConfig rings, final List<byte[]> journaledCommands) {
        return new Replay(
                TestMarket.core(),
                SimulatedSessionTest.plan(SEED, VENUE).strategies().get(),
                CoreObserver.NONE,
                rings,
                journaledCommands == null ? null : RecordedEvents.reader(journaledCommands));
    }

    private static ReplayResult replay(final List<byte[]> journaledEvents, final List<byte[]> journaledCommands) {
        try (Replay replay = newReplay(null, journaledCommands)) {
            return replay.run(RecordedEvents.reader(journaledEvents), Replay.ALL_EVENTS, SessionProgress.SILENT);
        }
    }

    @Test
    void shouldDecideTheSameAgain() {
        final ReplayResult result = replay(events, commands);

        assertThat(result.isEqual()).isTrue();
        assertThat(result.commandsVerified()).isEqualTo(recorded.commands()).isGreaterThan(100);
        assertThat(result.commandHash()).isEqualTo(recorded.commandHash());
        assertThat(result.stateHash()).isEqualTo(recorded.stateHash());
        assertThat(result.events()).isEqualTo(recorded.events());
        assertThat(result.commandsBeyondLog()).isZero();
        assertThat(result.commandsBeyondEvents()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Layout.class,
            names = {"FUSED", "PIPELINED"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void shouldDecideTheSameAgainOnRings(final Layout layout) {
        final PipelineConfig rings = new PipelineConfig(layout, WaitPolicy.BLOCKING, 256, 4096);
        try (Replay replay = newReplay(rings, commands)) {
            final ReplayResult result =
                    replay.run(RecordedEvents.reader(events), Replay.ALL_EVENTS, SessionProgress.SILENT);

            assertThat(result.isEqual()).isTrue();
            assertThat(result.stateHash()).isEqualTo(recorded.stateHash());
            assertThat(result.commandHash()).isEqualTo(recorded.commandHash());
        }
    }

    @Test
    void shouldNameTheFirstDifferenceWhenACommandWasChanged() {
        final List<byte[]> changed = new ArrayList<>(commands);
        final byte[] command = changed.get(40).clone();
        command[command.length - 1] ^= 1;
        changed.set(40, command);
        changed.set(50, new byte[] {1});

        final ReplayResult result = replay(events, changed);

        assertThat(result.isEqual()).isFalse();
        final Divergence divergence = result.firstDivergence();
        assertThat(divergence.sequence()).isEqualTo(41);
        assertThat(divergence.causeSequence()).isPositive();
        assertThat(divergence.expected()).isNotEqualTo(divergence.actual()).contains("sequence=41 cause=");
        assertThat(divergence.actual()).contains("sequence=41 cause=").contains("USDT");
        assertThat(result.commandsVerified()).isEqualTo(40);
        assertThat(result.events()).isLessThan(recorded.events());
    }

    @Test
    void shouldNameTheDifferenceWhenTheJournalHoldsSomethingElseThanACommand() {
        final List<byte[]> changed = new ArrayList<>(commands);
        changed.set(3, new byte[40]);

        final Divergence divergence = replay(events, changed).firstDivergence();

        assertThat(divergence.sequence()).isEqualTo(4);
        assertThat(divergence.expected()).contains("unreadable");
    }

    @Test
    void shouldCountCommandsBeyondTheEndOfATornCommandLog() {
        final ReplayResult result = replay(events, commands.subList(0, commands.size() - 7));

        assertThat(result.isEqual()).isTrue();
        assertThat(result.commandsBeyondLog()).isEqualTo(7);
        assertThat(result.commandsVerified()).isEqualTo(commands.size() - 7);
    }

    @Test
    void shouldReportCommandsThatWereNeverProduced() {
        final List<byte[]> more = new ArrayList<>(commands);
        more.add(commands.get(commands.size() - 1));

        final ReplayResult result = replay(events, more);

        assertThat(result.isEqual()).isFalse();
        assertThat(result.firstDivergence().actual()).isEqualTo(Divergence.NOTHING);
        assertThat(result.firstDivergence().sequence()).isEqualTo(commands.size() + 1);
    }

    @Test
    void shouldNotMissCommandsWhoseCauseWasNotReplayed() {
        final long until = events.size() / 2;
        try (Replay replay = newReplay(null, commands)) {
            final ReplayResult result = replay.run(RecordedEvents.reader(events), until, SessionProgress.SILENT);

            assertThat(result.isEqual()).isTrue();
            assertThat(result.lastSequence()).isEqualTo(until);
            assertThat(result.commandsBeyondEvents()).isPositive();
            assertThat(result.commandsBeyondEvents() + result.commandsVerified())
                    .isEqualTo(commands.size());
        }
    }

    @Test
    void shouldCompareNothingWhenThereIsNothingToCompareWith() {
        final ReplayResult result = replay(events, null);

        assertThat(result.isEqual()).isTrue();
        assertThat(result.commandsVerified()).isZero();
        assertThat(result.commandHash()).isEqualTo(recorded.commandHash());
    }

    @Test
    void shouldRefuseWhatIsNoEvent() {
        final List<byte[]> changed = new ArrayList<>(events);
        changed.set(5, new byte[Envelope.LENGTH_BYTES - 1]);

        assertThatThrownBy(() -> replay(changed, commands))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after sequence=5");
    }
}
