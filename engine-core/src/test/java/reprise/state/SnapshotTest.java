package reprise.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reprise.order.OrderState;
import reprise.testkit.RandomCases;

class SnapshotTest {
    private final SnapshotWriter writer = new SnapshotWriter();

    private byte[] snapshotOf(final Snapshotable owner) {
        return snapshot(owner::snapshotTo);
    }

    private byte[] snapshot(final Consumer<StateSink> state) {
        writer.begin(17, 4_000);
        state.accept(writer);
        return writer.seal();
    }

    /** An owner of one field of each kind, and of a few entries. */
    private static final class Owner implements Snapshotable {
        long id;
        long count;
        double average;
        boolean open;
        String symbol = "";
        OrderState last;
        final long[] window = new long[3];
        final List<Long> entries = new ArrayList<>();
        boolean forgets;

        static Owner filled() {
            final Owner owner = new Owner();
            owner.id = 3;
            owner.count = Long.MIN_VALUE;
            owner.average = -0.0;
            owner.open = true;
            owner.symbol = "BTC/ÄÖ€";
            owner.last = OrderState.PARTIALLY_FILLED;
            owner.window[2] = -1;
            owner.entries.addAll(List.of(1L, Long.MAX_VALUE));
            return owner;
        }

        @Override
        public void exchange(final StateExchange state) {
            id = state.key("owner", id);
            count = state.field("count", count);
            final double found = state.field("average", average);
            average = forgets ? average : found;
            open = state.field("open", open);
            symbol = state.field("symbol", symbol);
            last = state.field("last", last, OrderState::valueOf);
            state.field("window", window);
            final int size = state.count("entries", entries.size(), 10);
            for (int i = 0; i < size; i++) {
                final long entry = state.field("entry", state.isRestoring() ? 0 : entries.get(i));
                if (state.isRestoring()) {
                    entries.add(entry);
                }
            }
        }
    }

    @Test
    void shouldPutBackWhatWasSaved() {
        final Owner saved = Owner.filled();
        final SnapshotReader reader = new SnapshotReader(snapshotOf(saved));
        final Owner restored = new Owner();

        reader.restore(restored);

        assertThat(restored).usingRecursiveComparison().isEqualTo(saved);
        assertThat(reader.header()).isEqualTo(new SnapshotHeader(17, 4_000, StateHash.of(saved)));
    }

    @Test
    void shouldPutBackThatThereIsNone() {
        final Owner restored = Owner.filled();
        restored.entries.clear();

        new SnapshotReader(snapshotOf(new Owner())).restore(restored);

        assertThat(restored.last).isNull();
        assertThat(restored.symbol).isEmpty();
    }

    @Test
    void shouldShowWhateverWasWritten() {
        RandomCases.check(200, random -> {
            final List<Consumer<StateSink>> fields = new ArrayList<>();
            final int count = random.nextInt(3_000);
            for (int i = 0; i < count; i++) {
                fields.add(randomField(random));
            }
            final StateHash expected = new StateHash();
            fields.forEach(field -> field.accept(expected));

            final byte[] snapshot = snapshot(sink -> fields.forEach(field -> field.accept(sink)));

            assertThat(SnapshotHeader.verify(snapshot).stateHash()).isEqualTo(expected.hex());
        });
    }

    private static Consumer<StateSink> randomField(final SplittableRandom random) {
        final String name = "name" + random.nextInt(1 << random.nextInt(14));
        final long value = random.nextLong() >> random.nextInt(64);
        final String text = "t".repeat(random.nextInt(200)) + random.nextInt(50);
        return switch (random.nextInt(4)) {
            case 0 -> sink -> sink.section(name, value);
            case 1 -> sink -> sink.field(name, value);
            case 2 -> sink -> sink.field(name, Double.longBitsToDouble(value));
            default -> sink -> sink.field(name, text);
        };
    }

    @Test
    void shouldWriteTheSameAgain() {
        final byte[] first = snapshotOf(Owner.filled());
        snapshotOf(new Owner());

        assertThat(snapshotOf(Owner.filled())).isEqualTo(first);
        assertThat(writer.lengthBytes()).isEqualTo(first.length - Integer.BYTES);
    }

    @Test
    void shouldNoticeThatAnyBitHasChanged() {
        final byte[] snapshot = snapshotOf(Owner.filled());
        for (int bit = 0; bit < 8 * snapshot.length; bit++) {
            final byte[] bad = snapshot.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);

            assertThatThrownBy(() -> new SnapshotReader(bad))
                    .as("bit %d", bit)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("bad snapshot: ");
        }
    }

    /** A run of an older build is gone on with by a newer one, which takes up what it shows and cannot compare its hash. */
    @Test
    void shouldShowTheFirstVersionAndNotRestoreIt() {
        final byte[] snapshot = snapshotOf(Owner.filled());
        final ByteBuffer view = SnapshotFormat.view(snapshot);
        view.putInt(SnapshotFormat.VERSION_OFFSET, 1);
        final int checksumOffset = snapshot.length - Integer.BYTES;
        view.putInt(checksumOffset, SnapshotFormat.checksum(snapshot, checksumOffset));
        final StateHash shown = new StateHash();

        SnapshotReader.show(snapshot, shown);

        assertThat(shown.hex()).isEqualTo(StateHash.of(Owner.filled()));
        assertThatThrownBy(() -> new SnapshotReader(snapshot).restore(new Owner()))
                .hasMessage("cannot restore the snapshot: the build that saved it, in version 1 of the encoding, hashed"
                        + " states in another way");
    }

    @Test
    void shouldRefuseAnotherVersionOfTheEncoding() {
        final byte[] snapshot = snapshotOf(new Owner());
        snapshot[8] = 3;

        assertThatThrownBy(() -> SnapshotHeader.verify(snapshot))
                .hasMessage("bad snapshot: its encoding has version 3, known are 1 to 2");
    }

    private void assertRefused(final Consumer<StateSink> state, final String message) {
        final byte[] snapshot = snapshot(state);
        assertThatThrownBy(() -> new SnapshotReader(snapshot).restore(new Owner()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    @Test
    void shouldNameTheFieldThatIsUnknownOrMissing() {
        assertRefused(
                sink -> {
                    sink.section("owner", 7);
                    sink.field("total", 1);
                },
                "cannot restore the snapshot at section owner 7: "
                        + "expected count, an integer, and found total, an integer");
        assertRefused(
                sink -> {
                    sink.section("owner", 7);
                    sink.field("count", 1.0);
                },
                "cannot restore the snapshot at section owner 7: expected count, an integer, and found count, a real");
        assertRefused(
                sink -> sink.section("owner", 7),
                "cannot restore the snapshot at section owner 7: it ends where count was expected");
        assertRefused(
                sink -> {
                    Owner.filled().snapshotTo(sink);
                    sink.field("later", 1);
                },
                "cannot restore the snapshot: there is more behind section entries 2 than is known, beginning with later");
    }

    @Test
    void shouldNameTheValueThatCannotBe() {
        assertRefused(
                sink -> {
                    sink.section("owner", 7);
                    sink.field("count", 1);
                    sink.field("average", 1.0);
                    sink.field("open", 1);
                    sink.field("symbol", "X");
                    sink.field("last", "LOST");
                },
                "cannot restore the snapshot at section owner 7: the state holds an unknown value: last is LOST");
    }

    @Test
    void shouldRefuseMoreThanThereIsRoomFor() {
        final byte[] snapshot = snapshot(sink -> {
            sink.section("owner", 3);
            sink.field("count", 1);
            sink.field("average", 1.0);
            sink.field("open", 1);
            sink.field("symbol", "X");
            sink.field("last", "");
            sink.field("window", 1);
            sink.field("window", 1);
            sink.field("window", 1);
            sink.section("entries", 11);
        });

        assertThatThrownBy(() -> new SnapshotReader(snapshot).restore(new Owner()))
                .hasMessageContaining("the state was recorded with other capacities: entries is 11 of 10");
    }

    @Test
    void shouldNoticeAnOwnerThatDoesNotPutBackWhatItSaves() {
        final Owner forgetful = new Owner();
        forgetful.forgets = true;
        final SnapshotReader reader = new SnapshotReader(snapshotOf(Owner.filled()));

        assertThatThrownBy(() -> reader.restore(forgetful))
                .hasMessageStartingWith("what was restored is not what was saved: state hash ");
    }

    @Test
    void shouldRefuseWhatBelongsToSomethingElse() {
        final byte[] snapshot = snapshot(sink -> {
            sink.section("instrument", 2);
            sink.field("source", "ONE");
        });

        assertThatThrownBy(() -> new SnapshotReader(snapshot).restore(state -> state.section("instrument", 3)))
                .hasMessageContaining("instrument is 2, not 3");
        assertThatThrownBy(() -> new SnapshotReader(snapshot).restore(state -> {
                    state.section("instrument", 2);
                    state.text("source", "TWO");
                }))
                .hasMessageContaining("source is ONE, not TWO");
    }
}
