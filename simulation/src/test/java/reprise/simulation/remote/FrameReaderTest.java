package reprise.simulation.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    private static final int WHOLE = Integer.MAX_VALUE;

    private static byte[] bytes(final FrameBatch batch) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        batch.writeTo(Channels.newChannel(out), batch.count());
        return out.toByteArray();
    }

    private static byte[] frame(final int length, final int code, final int payloadBytes) {
        final ByteBuffer frame = ByteBuffer.allocate(5 + payloadBytes).order(ByteOrder.LITTLE_ENDIAN);
        return frame.putInt(length).put((byte) code).array();
    }

    /** Delivers at most so many bytes at once. */
    private static FrameReader reader(final byte[] bytes, final int atOnce) {
        final ReadableByteChannel whole = Channels.newChannel(new ByteArrayInputStream(bytes));
        return new FrameReader(new ReadableByteChannel() {
            @Override
            public int read(final ByteBuffer target) throws IOException {
                final int limit = target.limit();
                target.limit((int) Math.min(limit, (long) target.position() + atOnce));
                final int count = whole.read(target);
                target.limit(limit);
                return count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {
                // nothing to release
            }
        });
    }

    private static List<String> readAll(final FrameReader reader) throws IOException {
        final List<String> frames = new ArrayList<>();
        for (FrameKind kind = reader.next(); kind != null; kind = reader.next()) {
            final byte[] payload = new byte[reader.payload().capacity()];
            reader.payload().getBytes(0, payload);
            frames.add(kind + " " + Arrays.hashCode(payload) + " " + payload.length);
        }
        return frames;
    }

    /** Some frames of every length that matters. */
    private static FrameBatch batch(final List<String> expected) {
        final FrameBatch batch = new FrameBatch();
        for (int length = 24; length <= FrameKind.MAX_PAYLOAD_BYTES; length += 125) {
            final byte[] payload = new byte[length];
            Arrays.fill(payload, (byte) length);
            batch.add(FrameKind.EVENT, new UnsafeBuffer(payload), length);
            expected.add("EVENT " + Arrays.hashCode(payload) + " " + length);
            batch.add(FrameKind.STEP_END);
            expected.add("STEP_END " + Arrays.hashCode(new byte[0]) + " 0");
        }
        return batch;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 1000, WHOLE})
    void shouldReadWhatWasWrittenHoweverItIsCut(final int atOnce) throws IOException {
        final List<String> expected = new ArrayList<>();
        final byte[] bytes = bytes(batch(expected));

        assertThat(readAll(reader(bytes, atOnce))).isEqualTo(expected);
    }

    @Test
    void shouldReadMoreThanItHasRoomForAtOnce() throws IOException {
        final List<String> expected = new ArrayList<>();
        final FrameBatch batch = batch(expected);
        final int frames = batch.count();
        final List<String> all = new ArrayList<>(expected);
        for (int i = 0; i < 200; i++) {
            batch.addAll(batch, batch.count() - frames);
            all.addAll(expected);
        }

        final byte[] bytes = bytes(batch);

        assertThat(bytes.length).isGreaterThan(10 * (1 << 16));
        assertThat(readAll(reader(bytes, WHOLE))).isEqualTo(all);
    }

    @Test
    void shouldTakeATornFrameAsNotSentWhereverItIsTorn() throws IOException {
        final FrameBatch batch = new FrameBatch();
        batch.add(FrameKind.SETTLED);
        batch.add(FrameKind.COMMAND, new UnsafeBuffer(new byte[40]), 40);
        final byte[] bytes = bytes(batch);

        for (int length = 5; length < bytes.length; length++) {
            assertThat(readAll(reader(Arrays.copyOf(bytes, length), WHOLE)))
                    .as("%d bytes", length)
                    .hasSize(1);
        }
    }

    @Test
    void shouldCopyTheLastFramesOfABatch() throws IOException {
        final List<String> expected = new ArrayList<>();
        final FrameBatch batch = batch(expected);
        final FrameBatch copy = new FrameBatch();
        copy.add(FrameKind.BYE);

        copy.addAll(batch, 3);

        final List<String> frames = readAll(reader(bytes(copy), WHOLE));
        assertThat(frames.get(0)).startsWith("BYE");
        assertThat(frames.subList(1, frames.size())).isEqualTo(expected.subList(3, expected.size()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1026, Integer.MAX_VALUE})
    void shouldRefuseAnImpossibleLength(final int length) {
        final FrameReader reader = reader(frame(length, 1, 2000), WHOLE);

        assertThatThrownBy(reader::next).isInstanceOf(LinkException.class).hasMessageContaining(length + " bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 127, -1})
    void shouldRefuseAnUnknownKind(final int code) {
        final FrameReader reader = reader(frame(25, code, 24), WHOLE);

        assertThatThrownBy(reader::next).isInstanceOf(LinkException.class).hasMessageContaining("no such kind");
    }

    @ParameterizedTest
    @CsvSource({"1, 23", "2, 0", "3, 1", "4, 24", "5, 3", "6, 0", "8, 1"})
    void shouldRefuseAFrameThatCarriesWhatItsKindCannot(final int code, final int payloadBytes) {
        final FrameReader reader = reader(frame(1 + payloadBytes, code, payloadBytes), WHOLE);

        assertThatThrownBy(reader::next).isInstanceOf(LinkException.class).hasMessageContaining("cannot carry");
    }

    @Test
    void shouldRefuseAnotherVersion() {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[64]);
        final int length = new Hello(7, "run").encode(buffer);
        assertThat(Hello.decode(new UnsafeBuffer(buffer, 0, length))).isEqualTo(new Hello(7, "run"));

        buffer.putInt(0, Hello.VERSION + 1, ByteOrder.LITTLE_ENDIAN);

        assertThatThrownBy(() -> Hello.decode(new UnsafeBuffer(buffer, 0, 4)))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("speaks version " + (Hello.VERSION + 1));
        assertThatThrownBy(() -> Welcome.decode(new UnsafeBuffer(buffer, 0, 4)))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("speaks version " + (Hello.VERSION + 1));
    }

    @Test
    void shouldRefuseAHelloThatIsNone() {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        new Hello(-1, "run").encode(buffer);

        assertThatThrownBy(() -> Hello.decode(new UnsafeBuffer(buffer, 0, 15)))
                .hasMessageContaining("-1 market events");
        assertThatThrownBy(() -> Hello.decode(new UnsafeBuffer(buffer, 0, 11))).hasMessageContaining("11 bytes");
        assertThatThrownBy(() -> Hello.decode(new UnsafeBuffer(buffer, 0, 269))).hasMessageContaining("269 bytes");
    }
}
