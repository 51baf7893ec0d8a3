package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.core.IntentPolicy;
import reprise.core.OrderTimeouts;
import reprise.core.SupervisionPolicy;
import reprise.message.EngineCommands;
import reprise.message.Envelope;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.message.Outlet;
import reprise.message.Templates;
import reprise.number.Money;
import reprise.port.EventLog;
import reprise.risk.RiskLimits;
import reprise.state.SnapshotReader;
import reprise.state.SnapshotWriter;
import reprise.strategy.PairTrade;
import reprise.testing.PairingStrategy;
import reprise.testing.RandomMarket;
import reprise.testing.RandomVenue;
import reprise.testing.RecordedLog;
import reprise.testkit.RandomCases;
import reprise.time.EngineClock;

/** Pairs that share instruments, at a venue that answers as it likes, with somebody at the controls. Times are nanoseconds here. */
class PairReplayTest {
    private static final int EVENTS = 4_000;
    private static final int STRATEGIES = 2;
    private static final int PAIRS = 3;
    private static final int INSTRUMENTS = PAIRS + 1;

    private static final CoreConfig CONFIG = new CoreConfig(
            new RiskLimits(Money.parse("1000000000"), Money.parse("1000000000"), 100),
            10_000,
            1_000,
            new OrderTimeouts(50, 60, 70, 80, 200, 100),
            SupervisionPolicy.NONE,
            IntentPolicy.NONE,
            Session.RECONCILIATION);

    /** One engine with its strategies. */
    private static final class Run {
        final PairingStrategy[] strategies;

        Run(final long seed) {
            strategies =
                    new PairingStrategy[] {new PairingStrategy(seed + 1, PAIRS), new PairingStrategy(seed + 2, PAIRS)};
        }

        PipelineParts parts(
                final EventLog events,
                final EventLog commands,
                final TimeSource timeSource,
                final EngineCommands venue) {
            return new PipelineParts(
                    events,
                    commands,
                    timeSource,
                    (clock, output) -> new EngineCore(clock, CONFIG, List.of(strategies), output, CoreObserver.NONE),
                    venue);
        }

        void requireThatBooksAreTheSumOfPairs(final EngineCore core) {
            for (int strategy = 0; strategy < STRATEGIES; strategy++) {
                final long[] held = new long[INSTRUMENTS];
                for (final PairTrade pair : strategies[strategy].pairs()) {
                    for (int leg = 0; leg < 2; leg++) {
                        held[pair.instrument(leg).id()] +=
                                pair.round().side(leg).sign() * pair.held(leg);
                    }
                }
                for (int i = 0; i < INSTRUMENTS; i++) {
                    assertThat(core.portfolio().book(strategy + 1, i).quantity())
                            .as("strategy %d, I%d", strategy + 1, i)
                            .isEqualTo(held[i]);
                }
            }
        }
    }

    @Test
    void shouldReplayEqually() {
        RandomCases.check(10, random -> {
            final long seed = random.nextLong(1_000);
            final RecordedLog events = new RecordedLog();
            final RecordedLog commands = new RecordedLog();
            final String[] expected = record(seed, events, commands);

            final RecordedLog again = new RecordedLog();
            try (InlinePipeline pipeline =
                    new InlinePipeline(new Run(seed).parts(null, again, null, new MutedCommands()), false)) {
                final Outlet outlet = pipeline.newOutlet();
                events.records().forEach(bytes -> Session.feed(outlet, bytes));
                pipeline.awaitIdle();

                assertThat(again.mismatch(commands)).isEqualTo(-1);
                assertThat(pipeline.commandHash()).isEqualTo(expected[0]);
                assertThat(pipeline.core().stateHash()).isEqualTo(expected[1]);
            }
        });
    }

    @Test
    void shouldComeToEverythingThatAPairCanComeTo() {
        final RecordedLog commands = new RecordedLog();
        record(11, new RecordedLog(), commands);
        final Map<String, Integer> counts = new HashMap<>();
        commands.records()
                .forEach(bytes ->
                        counts.merge(Templates.name(Envelope.templateId(new UnsafeBuffer(bytes), 0)), 1, Integer::sum));

        assertThat(counts.get("SubmitOrder")).isGreaterThan(100);
        assertThat(counts.get("PairStateChanged")).isGreaterThan(200);
        assertThat(counts.get("PairHedged")).isGreaterThan(20);
        assertThat(counts.get("PairLegTraded")).isGreaterThan(20);
    }

    private static String[] record(final long seed, final RecordedLog events, final RecordedLog commands) {
        final SplittableRandom random = new SplittableRandom(seed);
        final LateVenue venue = new LateVenue();
        final Run run = new Run(seed);
        try (InlinePipeline pipeline =
                new InlinePipeline(run.parts(events, commands, TimeSource.OF_THE_DATA, venue), random.nextBoolean())) {
            venue.answerWith(new RandomVenue(random.split(), new EventPublisher(pipeline.newOutlet())));
            final RandomMarket market =
                    new RandomMarket(random, new EventPublisher(pipeline.newOutlet()), INSTRUMENTS, STRATEGIES);
            market.open();
            for (int i = 0; i < EVENTS; i++) {
                market.next();
                run.requireThatBooksAreTheSumOfPairs(pipeline.core());
                if (i % 500 == 250) {
                    requireEqualAfterRestore(pipeline.core(), seed);
                }
            }
            pipeline.awaitIdle();
            pipeline.core().portfolio().audit();
            return new String[] {pipeline.commandHash(), pipeline.core().stateHash()};
        }
    }

    private static void requireEqualAfterRestore(final EngineCore core, final long seed) {
        final SnapshotWriter writer = new SnapshotWriter();
        writer.begin(core.sequence(), core.timeNs());
        core.snapshotTo(writer);
        final EngineCore restored = new EngineCore(
                new EngineClock(), CONFIG, List.of(new Run(seed).strategies), new MutedCommands(), CoreObserver.NONE);
        new SnapshotReader(writer.seal()).restore(restored);

        assertThat(restored.stateHash()).isEqualTo(core.stateHash());
    }
}
