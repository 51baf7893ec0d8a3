package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.message.Envelope;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.message.Outlet;
import reprise.message.codec.ExitDecidedDecoder;
import reprise.message.codec.ExitNotedDecoder;
import reprise.message.codec.GuardVerdictChangedDecoder;
import reprise.message.codec.RiskBreachedDecoder;
import reprise.message.codec.TradingStateChangedDecoder;
import reprise.pipeline.Session.Recording;
import reprise.testing.RandomMarket;
import reprise.testing.RandomVenue;
import reprise.testing.RecordedLog;
import reprise.testkit.RandomCases;

/** The promise of the engine: the same events give the same commands and the same state, however the stages run. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReplayEqualityTest {
    private static final int EVENTS = 3_000;
    private static final int PRODUCERS = 3;

    /**
     * More than there are commands: the venue answers on the router's thread, where the producers may keep it from the input ring for long, and a core
     * that waited for room meanwhile would wait for the router, which waits for the core.
     */
    private static final int OUTPUT = 1 << 15;

    static Stream<Arguments> waysToRun() {
        return Stream.of(Layout.FUSED, Layout.PIPELINED)
                .flatMap(layout -> Stream.of(WaitPolicy.values()).map(policy -> Arguments.of(layout, policy)));
    }

    private static void assertEqual(final Recording actual, final Recording expected) {
        assertThat(actual.commands().mismatch(expected.commands())).isEqualTo(-1);
        assertThat(actual.commandHash()).isEqualTo(expected.commandHash());
        assertThat(actual.stateHash()).isEqualTo(expected.stateHash());
    }

    @Test
    void shouldRecordASessionWorthItsName() {
        final Recording recording = Session.record(1, EVENTS);

        assertThat(recording.events().records().size()).isGreaterThan(EVENTS + 1000);
        assertThat(recording.commands().records().size()).isGreaterThan(1000);
        assertThat(recording.events().flushed())
                .isEqualTo(recording.events().records().size());
        for (int i = 0; i < recording.events().records().size(); i++) {
            assertThat(recording.events().sequence(i)).isEqualTo(i + 1);
        }
    }

    @Test
    void shouldSuperviseEverySecondSession() {
        final Set<Integer> decided = new HashSet<>();
        for (int seed = 1; seed < 10; seed += 2) {
            for (final byte[] bytes : Session.record(seed, EVENTS).commands().records()) {
                decided.add(Envelope.templateId(new UnsafeBuffer(bytes), 0));
            }
        }

        assertThat(decided)
                .contains(
                        GuardVerdictChangedDecoder.TEMPLATE_ID,
                        RiskBreachedDecoder.TEMPLATE_ID,
                        ExitDecidedDecoder.TEMPLATE_ID,
                        ExitNotedDecoder.TEMPLATE_ID,
                        TradingStateChangedDecoder.TEMPLATE_ID);
    }

    @Test
    void shouldDependOnTheSeedAndOnNothingElse() {
        assertEqual(Session.record(7, EVENTS), Session.record(7, EVENTS));
        assertThat(Session.record(8, EVENTS).commandHash())
                .isNotEqualTo(Session.record(7, EVENTS).commandHash());
    }

    @ParameterizedTest
    @MethodSource("waysToRun")
    void shouldDecideTheSameOnRings(final Layout layout, final WaitPolicy waitPolicy) {
        RandomCases.check(2, random -> {
            final long seed = random.nextLong(1000);
            final Recording expected = Session.record(seed, EVENTS);
            final RecordedLog events = new RecordedLog();

            final Recording actual =
                    play(seed, expected, events, TimeSource.OF_THE_DATA, config(layout, waitPolicy, random), random);

            assertEqual(actual, expected);
            assertThat(events.mismatch(expected.events())).isEqualTo(-1);
        });
    }

    @ParameterizedTest
    @MethodSource("waysToRun")
    void shouldReplayOnRings(final Layout layout, final WaitPolicy waitPolicy) {
        RandomCases.check(1, random -> {
            final long seed = random.nextLong(1000);
            final Recording expected = Session.record(seed, EVENTS);

            final Recording actual = play(seed, expected, null, null, config(layout, waitPolicy, random), random);

            assertEqual(actual, expected);
        });
    }

    @Test
    void shouldReplayInline() {
        RandomCases.check(20, random -> {
            final long seed = random.nextLong(1000);
            final Recording expected = Session.record(seed, EVENTS);

            assertEqual(Session.replayInline(seed, expected.events().records()), expected);
        });
    }

    @Test
    @Tag("slow")
    void shouldReplayManyLongSessions() {
        RandomCases.check(300, random -> {
            final long seed = random.nextLong();
            final Recording expected = Session.record(seed, 20_000);

            assertEqual(Session.replayInline(seed, expected.events().records()), expected);
        });
    }

    private static PipelineConfig config(
            final Layout layout, final WaitPolicy waitPolicy, final SplittableRandom random) {
        return new PipelineConfig(layout, waitPolicy, 1 << random.nextInt(1, 12), 1 << random.nextInt(10, 14));
    }

    /** Feeds a recording in bursts of random length, so that batches are of random length too. */
    private static Recording play(
            final long seed,
            final Recording recording,
            final RecordedLog events,
            final TimeSource timeSource,
            final PipelineConfig config,
            final SplittableRandom random) {
        final RecordedLog commands = new RecordedLog();
        try (RingPipeline pipeline =
                new RingPipeline(Session.parts(seed, events, commands, timeSource, new MutedCommands()), config)) {
            final Outlet outlet = pipeline.newOutlet();
            pipeline.start();
            int burst = 0;
            for (final byte[] record : recording.events().records()) {
                if (burst-- == 0) {
                    pipeline.awaitIdle();
                    burst = random.nextInt(1 << random.nextInt(12));
                }
                Session.feed(outlet, record);
            }
            pipeline.awaitIdle();
            return new Recording(
                    events, commands, pipeline.commandHash(), pipeline.core().stateHash());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Layout.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void shouldReplayWhatSeveralThreadsPublishedInWhateverOrder(final Layout layout) throws Exception {
        final SplittableRandom random = new SplittableRandom(layout.ordinal());
        final long seed = 99;
        final PipelineConfig config = new PipelineConfig(layout, WaitPolicy.BLOCKING, 1 << 10, OUTPUT);

        final Recording live = runLive(seed, config, random);

        assertThat(live.events().records().size()).isGreaterThan(PRODUCERS * EVENTS);
        assertThat(live.commands().records().size()).isLessThan(OUTPUT);
        assertEqual(Session.replayInline(seed, live.events().records()), live);
        for (final Layout other : List.of(Layout.FUSED, Layout.PIPELINED)) {
            final PipelineConfig otherConfig = config(other, WaitPolicy.SLEEPING, random);
            assertEqual(play(seed, live, null, null, otherConfig, random), live);
        }
    }

    private static Recording runLive(final long seed, final PipelineConfig config, final SplittableRandom random)
            throws InterruptedException {
        final RecordedLog events = new RecordedLog();
        final RecordedLog commands = new RecordedLog();
        final LateVenue venue = new LateVenue();
        final TimeSource clock = new JumpingClock(random.split());
        try (RingPipeline pipeline = new RingPipeline(Session.parts(seed, events, commands, clock, venue), config)) {
            venue.answerWith(new RandomVenue(random.split(), new EventPublisher(pipeline.newOutlet())));
            pipeline.start();
            marketOf(pipeline, random).open();
            pipeline.awaitIdle();
            final List<Thread> producers = new ArrayList<>();
            for (int i = 0; i < PRODUCERS; i++) {
                final RandomMarket market = marketOf(pipeline, random);
                producers.add(new Thread(() -> {
                    for (int n = 0; n < EVENTS; n++) {
                        market.next();
                    }
                }));
            }
            producers.forEach(Thread::start);
            for (final Thread producer : producers) {
                producer.join();
            }
            pipeline.awaitIdle();
            pipeline.core().portfolio().audit();
            return new Recording(
                    events, commands, pipeline.commandHash(), pipeline.core().stateHash());
        }
    }

    private static RandomMarket marketOf(final RingPipeline pipeline, final SplittableRandom random) {
        return new RandomMarket(
                random.split(), new EventPublisher(pipeline.newOutlet()), Session.INSTRUMENTS, Session.STRATEGIES);
    }

    /** A wall clock on a bad day: jumps back and forth. */
    private record JumpingClock(SplittableRandom random) implements TimeSource {
        @Override
        public long timeNs(final long sourceTimeNs) {
            return System.nanoTime() + random.nextLong(-1_000_000, 1_000_000);
        }
    }

    @Test
    void shouldNotReplayARecordingWithAGapOrADisorder() {
        final List<byte[]> records = Session.record(1, 100).events().records();

        final List<byte[]> gap = new ArrayList<>(records);
        gap.remove(50);
        assertThatThrownBy(() -> Session.replayInline(1, gap))
                .isInstanceOf(PipelineFailedException.class)
                .hasMessageContaining("out of order: after sequence=50");

        final List<byte[]> twice = new ArrayList<>(records);
        twice.add(50, records.get(49));
        assertThatThrownBy(() -> Session.replayInline(1, twice)).hasMessageContaining("came sequence=50");
    }
}
