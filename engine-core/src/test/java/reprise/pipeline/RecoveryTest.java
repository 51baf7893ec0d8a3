package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import reprise.message.Envelope;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.port.RecordSource;
import reprise.state.SnapshotReader;
import reprise.state.SnapshotWriter;
import reprise.testing.RecordedLog;
import reprise.testkit.RandomCases;

/** A process that takes over a record stands where the other stood, and has sent nothing. */
class RecoveryTest {
    private static final int EVENTS = 400;

    /** The first records of a log, or some behind them. */
    private static final class Prefix implements RecordSource {
        private final List<byte[]> records;
        private UnsafeBuffer buffer;
        private int next;
        private int passedOver;

        Prefix(final List<byte[]> records) {
            this.records = records;
        }

        static Prefix behind(final int passedOver, final List<byte[]> records) {
            final Prefix rest = new Prefix(records);
            rest.next = passedOver;
            rest.passedOver = passedOver;
            return rest;
        }

        @Override
        public long sequenceBefore() {
            return passedOver;
        }

        @Override
        public long passedOver() {
            return passedOver;
        }

        @Override
        public boolean next() {
            if (next == records.size()) {
                return false;
            }
            buffer = new UnsafeBuffer(records.get(next++));
            return true;
        }

        @Override
        public DirectBuffer buffer() {
            return buffer;
        }

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public int lengthBytes() {
            return buffer.capacity();
        }
    }

    private static long causeSequence(final byte[] record) {
        return Envelope.causeSequence(new UnsafeBuffer(record), 0);
    }

    private static int commandsUpTo(final Session.Recording whole, final int events) {
        return (int) whole.commands().records().stream()
                .filter(record -> causeSequence(record) <= events)
                .count();
    }

    private static Pipeline pipeline(
            final long seed, final SplittableRandom random, final RecordedLog events, final RecordedLog commands) {
        final PipelineParts parts = Session.parts(seed, events, commands, TimeSource.OF_THE_DATA, new MutedCommands());
        return switch (random.nextInt(3)) {
            case 0 -> new InlinePipeline(parts, true);
            case 1 -> new RingPipeline(parts, config(Layout.FUSED));
            default -> new RingPipeline(parts, config(Layout.PIPELINED));
        };
    }

    private static PipelineConfig config(final Layout layout) {
        return new PipelineConfig(layout, WaitPolicy.BLOCKING, 1024, 4096);
    }

    @Test
    void shouldStandWhereTheOtherStoodWhereverItDied() {
        RandomCases.check(60, random -> {
            final long seed = random.nextLong();
            final Session.Recording whole = Session.record(seed, EVENTS);
            final int events = random.nextInt(1, whole.events().records().size() + 1);
            final int decided = commandsUpTo(whole, events);
            // The process may have died before it recorded all that the last event led to.
            final int recorded = decided - Math.min(decided, random.nextInt(3));
            final Session.Recording again =
                    Session.replayInline(seed, whole.events().records().subList(0, events));
            final RecordedLog newEvents = new RecordedLog();
            final RecordedLog newCommands = new RecordedLog();
            try (Pipeline pipeline = pipeline(seed, random, newEvents, newCommands)) {
                final Recovered recovered = pipeline.recover(
                        new Prefix(whole.events().records().subList(0, events)),
                        new Prefix(whole.commands().records().subList(0, recorded)),
                        sequence -> {});

                assertThat(recovered.sequence()).isEqualTo(events);
                assertThat(recovered.unrecorded()).isEqualTo(decided - recorded);
                assertThat(recovered.orphans()).isZero();
                assertThat(newCommands.records())
                        .as("what was not on record is now")
                        .containsExactlyElementsOf(whole.commands().records().subList(recorded, decided));
                assertThat(pipeline.core().stateHash()).isEqualTo(again.stateHash());
                assertThat(pipeline.commandHash()).isEqualTo(again.commandHash());

                pipeline.start();
                new EventPublisher(pipeline.newOutlet()).onRunResumed("run", "build", "config", false);
                pipeline.awaitIdle();
                assertThat(newEvents.sequence(0)).isEqualTo(events + 1L);
                assertThat(newEvents.timeNs(0)).isEqualTo(recovered.timeNs());
            }
        });
    }

    @Test
    void shouldNeedNothingOfTheRecordThatASnapshotHasSeen() {
        RandomCases.check(40, random -> {
            final long seed = random.nextLong();
            final Session.Recording whole = Session.record(seed, EVENTS);
            final List<byte[]> events = whole.events().records();
            final int seen = random.nextInt(1, events.size());
            final byte[] snapshot = snapshotAfter(seed, whole, seen);
            final int eventsPassedOver = random.nextInt(seen + 1);
            final int commandsPassedOver = random.nextInt(commandsUpTo(whole, seen) + 1);
            final Session.Recording again = Session.replayInline(seed, events);
            try (Pipeline pipeline = pipeline(seed, random, new RecordedLog(), new RecordedLog())) {
                new SnapshotReader(snapshot).restore(pipeline.core());

                final Recovered recovered = pipeline.recover(
                        Prefix.behind(eventsPassedOver, events),
                        Prefix.behind(commandsPassedOver, whole.commands().records()),
                        sequence -> {});

                assertThat(recovered.events()).isEqualTo(events.size() - seen);
                assertThat(recovered.sequence()).isEqualTo(events.size());
                assertThat(recovered.commands())
                        .isEqualTo(whole.commands().records().size());
                assertThat(recovered.unrecorded()).isZero();
                assertThat(pipeline.core().stateHash()).isEqualTo(again.stateHash());
                assertThat(pipeline.commandHash()).isEqualTo(commandsPassedOver == 0 ? again.commandHash() : "");
            }
        });
    }

    private static byte[] snapshotAfter(final long seed, final Session.Recording whole, final int events) {
        try (InlinePipeline pipeline = new InlinePipeline(
                Session.parts(seed, new RecordedLog(), new RecordedLog(), TimeSource.OF_THE_DATA, new MutedCommands()),
                true)) {
            pipeline.recover(
                    new Prefix(whole.events().records().subList(0, events)),
                    new Prefix(whole.commands().records().subList(0, commandsUpTo(whole, events))),
                    sequence -> {});
            final SnapshotWriter writer = new SnapshotWriter();
            writer.begin(pipeline.core().sequence(), pipeline.core().timeNs());
            pipeline.core().snapshotTo(writer);
            return writer.seal();
        }
    }

    @Test
    void shouldSayWhenTheEndOfTheEventsIsLost() {
        final Session.Recording whole = Session.record(7, EVENTS);
        final int events = (int) causeSequence(whole.commands().records().get(10)) - 1;
        try (InlinePipeline pipeline = new InlinePipeline(
                Session.parts(7, new RecordedLog(), new RecordedLog(), TimeSource.OF_THE_DATA, new MutedCommands()),
                true)) {
            final Recovered recovered = pipeline.recover(
                    new Prefix(whole.events().records().subList(0, events)),
                    new Prefix(whole.commands().records()),
                    sequence -> {});

            assertThat(recovered.orphans()).isEqualTo(whole.commands().records().size() - commandsUpTo(whole, events));
        }
    }

    @Test
    void shouldRefuseARecordOfOtherDecisions() {
        final Session.Recording whole = Session.record(7, EVENTS);
        final byte[] third = whole.commands().records().get(2);
        third[third.length - 1] ^= 1;
        try (InlinePipeline pipeline = new InlinePipeline(
                Session.parts(7, new RecordedLog(), new RecordedLog(), TimeSource.OF_THE_DATA, new MutedCommands()),
                true)) {
            assertThatThrownBy(() -> pipeline.recover(
                            new Prefix(whole.events().records()),
                            new Prefix(whole.commands().records()),
                            s -> {}))
                    .isInstanceOf(RecoveryException.class)
                    .hasMessageContaining("command 3 on record is");
        }
    }
}
