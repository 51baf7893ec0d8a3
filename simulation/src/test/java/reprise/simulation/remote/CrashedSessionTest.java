package reprise.simulation.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reprise.core.CoreObserver;
import reprise.simulation.RecordedEvents;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.RecordText;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.venue.VenueConfig;
import reprise.simulation.venue.VenueTally;
import reprise.testkit.RandomCases;

/**
 * An engine that is cut off from its venue anywhere, and started again on its record, ends where one ends that was not.
 *
 * <p>But for one case: it was cut off before it heard of a fill, hears of it when it compares with the venue, and its strategy wants to answer
 * with an order, which is refused while they compare. Then strategies do something else from there on, and it is only held that the venue saw
 * each order once and that both have the same books, which every session checks at its end. Few cuts hit that moment.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class CrashedSessionTest {
    private static final int BARS = 25;
    private static final int STRATEGIES = 2;
    private static final SessionPlan PLAN = RemoteSessionTest.plan(23, VenueConfig.PLAIN);

    @TempDir
    private Path directory;

    private List<String> undisturbed;
    private VenueTally undisturbedTally;
    private long undisturbedEvents;
    private int venues;
    private List<String> state;
    private VenueTally tally;
    private long events;
    private int lives;
    private boolean isRefusedAnAnswer;

    private void run(final Stop... stops) throws Exception {
        final RecordedEvents recordedEvents = new RecordedEvents();
        final RecordedEvents recordedCommands = new RecordedEvents();
        lives = 0;
        try (RunningVenue venue = new RunningVenue(
                directory.resolve("venue-" + venues++), PLAN, TestMarket.bars(23, BARS), List.of(stops))) {
            boolean ended = false;
            while (!ended) {
                ended = live(venue, recordedEvents, recordedCommands, lives++ < stops.length);
            }
            tally = venue.tally();
        }
        isRefusedAnAnswer = isRefusedAnAnswer(recordedEvents, recordedCommands);
    }

    private static boolean isRefusedAnAnswer(final RecordedEvents events, final RecordedEvents commands) {
        final RecordText text = new RecordText();
        events.records().forEach(event -> text.learn(new UnsafeBuffer(event), 0));
        return commands.records().stream()
                .map(command -> text.ofCommand(new UnsafeBuffer(command)))
                .anyMatch(command -> command.startsWith("OrderRefused") && command.contains("reason=RECONCILING"));
    }

    /** One life. Returns whether it came to the end of the data. */
    private boolean live(
            final RunningVenue venue,
            final RecordedEvents recordedEvents,
            final RecordedEvents recordedCommands,
            final boolean isCut)
            throws InterruptedException {
        final List<byte[]> eventsBefore = new ArrayList<>(recordedEvents.records());
        final List<byte[]> commandsBefore = new ArrayList<>(recordedCommands.records());
        try (RemoteSession session = new RemoteSession(
                PLAN, new SessionLogs(recordedEvents, recordedCommands), CoreObserver.NONE, null, venue.socket())) {
            if (!eventsBefore.isEmpty()) {
                session.recover(
                        RecordedEvents.reader(eventsBefore),
                        RecordedEvents.reader(commandsBefore),
                        false,
                        sequence -> {});
            }
            if (isCut) {
                final int stopsBefore = lives;
                final Thread axe = new Thread(() -> {
                    try {
                        venue.awaitStops(stopsBefore);
                        session.cut();
                    } catch (final InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                axe.start();
                final boolean ended = runToTheEnd(session);
                axe.join();
                return ended;
            }
            return runToTheEnd(session);
        }
    }

    private boolean runToTheEnd(final RemoteSession session) {
        try {
            final SessionSummary summary = session.run(SessionProgress.SILENT);
            state = StateLines.of(session.core().outcome());
            events = summary.events();
            return !summary.stopped();
        } catch (final LinkException e) {
            return false;
        }
    }

    /** Returns whether it could be told. */
    private boolean assertSameAsUndisturbed(final Stop... stops) throws Exception {
        run(stops);

        assertThat(lives).as(() -> List.of(stops).toString()).isEqualTo(stops.length + 1);
        if (isRefusedAnAnswer) {
            assertThat(tally.repeatedOrders())
                    .as(() -> List.of(stops).toString())
                    .isZero();
            return false;
        }
        assertThat(state).as(() -> List.of(stops).toString()).isEqualTo(undisturbed);
        assertThat(tally.orders()).as(() -> List.of(stops).toString()).isEqualTo(undisturbedTally.orders());
        assertThat(tally.repeatedOrders()).as(() -> List.of(stops).toString()).isZero();
        assertThat(tally.fills()).as(() -> List.of(stops).toString()).isEqualTo(undisturbedTally.fills());
        assertThat(tally.cash()).as(() -> List.of(stops).toString()).isEqualTo(undisturbedTally.cash());
        assertThat(tally.positions()).as(() -> List.of(stops).toString()).isEqualTo(undisturbedTally.positions());
        return true;
    }

    @BeforeEach
    void runUndisturbed() throws Exception {
        run();
        undisturbed = state;
        undisturbedTally = tally;
        undisturbedEvents = events;
        assertThat(tally.orders()).isGreaterThan(50);
    }

    @Test
    void shouldEndWhereAnUndisturbedOneEndsWhereverItIsCutOff() throws Exception {
        // The engine itself says the first events of a run, which the venue does not count.
        final long sent = undisturbedEvents - 1 - PLAN.instruments().size() - STRATEGIES;
        long told = 0;
        for (long event = 1; event <= sent; event++) {
            told += assertSameAsUndisturbed(new Stop(Stop.Kind.EVENT, event)) ? 1 : 0;
        }
        assertThat(told).isGreaterThan(sent * 3 / 4);
    }

    @Test
    void shouldEndWhereAnUndisturbedOneEndsWhicheverCommandIsItsLast() throws Exception {
        long told = 0;
        for (long command = 1; command <= undisturbedTally.orders(); command++) {
            told += assertSameAsUndisturbed(new Stop(Stop.Kind.COMMAND, command)) ? 1 : 0;
        }
        assertThat(told).isGreaterThan(undisturbedTally.orders() * 3L / 4);
    }

    @Test
    void shouldEndWhereAnUndisturbedOneEndsWhenItIsCutOffAgainAndAgain() throws Exception {
        final AtomicInteger told = new AtomicInteger();
        RandomCases.check(40, random -> {
            final Stop[] stops = new Stop[1 + random.nextInt(5)];
            stops[0] = new Stop(Stop.Kind.EVENT, 1 + random.nextInt((int) undisturbedEvents / 3));
            for (int i = 1; i < stops.length; i++) {
                final Stop.Kind kind = Stop.Kind.values()[random.nextInt(Stop.Kind.values().length)];
                stops[i] = new Stop(kind, kind == Stop.Kind.HELLO ? 1 : 1 + random.nextInt(7));
            }
            told.addAndGet(assertSameAsUndisturbed(stops) ? 1 : 0);
        });
        assertThat(told).hasValueGreaterThan(20);
    }
}
