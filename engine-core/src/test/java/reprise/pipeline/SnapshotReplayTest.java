package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import reprise.message.Envelope;
import reprise.message.MutedCommands;
import reprise.message.Templates;
import reprise.testing.RecordedLog;
import reprise.testkit.RandomCases;

/**
 * A core that was restored at any event goes on as the one that was saved: the same commands, byte for byte, and the same state. Whatever
 * an owner of state saves and does not put back, or does not save at all though it decides, shows here.
 */
class SnapshotReplayTest {
    private static final int EVENTS = 2_000;

    @Test
    void shouldGoOnFromASnapshotAsIfNothingHadHappened() {
        RandomCases.check(8, random -> {
            final long seed = random.nextLong(1_000);
            final List<byte[]> events = Session.record(seed, EVENTS).events().records();
            check(random, events, () -> Session.parts(seed, null, null, null, new MutedCommands()));
        });
    }

    /** Otherwise the sessions here would say nothing of them. */
    @Test
    void shouldMeetGroupsThatAVenueKeepsAndAmounts() {
        final Map<String, Long> commands = LongStream.range(0, 12)
                .mapToObj(seed -> Session.record(seed, EVENTS).commands().records())
                .flatMap(List::stream)
                .map(bytes -> Templates.name(Envelope.templateId(new UnsafeBuffer(bytes), 0)))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));

        assertThat(commands.get("SubmitGroup")).isGreaterThan(20);
        assertThat(commands.get("SubmitCashOrder")).isGreaterThan(20);
    }

    @Test
    void shouldGoOnWithSignalsAndTargets() {
        RandomCases.check(4, random -> {
            final long seed = random.nextLong(1_000);
            final RecordedLog events = new RecordedLog();
            IntentReplayTest.record(seed, events, new RecordedLog());
            check(random, events.records(), () -> IntentSession.parts(seed, null, null, null, new MutedCommands()));
        });
    }

    /** Saves at random events, restores each time into a fresh core, and lets that one go on. */
    private static void check(
            final SplittableRandom random, final List<byte[]> events, final Supplier<PipelineParts> parts) {
        SteppedCore whole = new SteppedCore(parts.get());
        int begin = 0;
        while (begin < events.size()) {
            final int at = Math.min(events.size(), begin + 1 + random.nextInt(events.size() / 4));
            whole.feed(events.subList(begin, at));
            final byte[] snapshot = whole.save();
            final SteppedCore restored = new SteppedCore(parts.get());

            restored.restore(snapshot);

            assertThat(restored.core().stateHash()).isEqualTo(whole.core().stateHash());
            restored.core().portfolio().audit();
            assertEqualAfter(whole, restored, events.subList(at, Math.min(events.size(), at + EVENTS / 2)));
            final SteppedCore next = new SteppedCore(parts.get());
            next.restore(snapshot);
            whole = next;
            begin = at;
        }
    }

    private static void assertEqualAfter(
            final SteppedCore whole, final SteppedCore restored, final List<byte[]> later) {
        final int before = whole.commands().size();
        for (int i = 0; i < later.size(); i++) {
            whole.feed(later.subList(i, i + 1));
            restored.feed(later.subList(i, i + 1));
            final List<byte[]> expected =
                    whole.commands().subList(before, whole.commands().size());
            assertThat(restored.commands())
                    .as("commands after %d events", i + 1)
                    .hasSameSizeAs(expected);
        }
        final List<byte[]> expected =
                whole.commands().subList(before, whole.commands().size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(restored.commands().get(i)).isEqualTo(expected.get(i));
        }
        assertThat(restored.core().stateHash()).isEqualTo(whole.core().stateHash());
    }
}
