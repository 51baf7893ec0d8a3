package reprise.simulation.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Frames that leave together, or are kept. Single-threaded; allocates only to grow. */
final class FrameBatch {
    /** What the events of one step may come to. */
    static final int MAX_BYTES = 1 << 26;

    private static final UnsafeBuffer NOTHING = new UnsafeBuffer(new byte[0]);
    private static final int WRITE_BYTES = 1 << 15;

    private UnsafeBuffer frames = new UnsafeBuffer(new byte[1 << 12]);
    private int[] ends = new int[64];
    private int count;

    int count() {
        return count;
    }

    /** Where a frame begins, and the one before it ends. */
    private int start(final int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Adds a frame that carries nothing. */
    void add(final FrameKind kind) {
        add(kind, NOTHING, 0);
    }

    /** Adds a frame that carries the beginning of a buffer. */
    void add(final FrameKind kind, final DirectBuffer payload, final int payloadBytes) {
        final int start = start(count);
        reserve(start + Integer.BYTES + 1 + payloadBytes);
        frames.putInt(start, 1 + payloadBytes, ByteOrder.LITTLE_ENDIAN);
        frames.putByte(start + Integer.BYTES, kind.code());
        frames.putBytes(start + Integer.BYTES + 1, payload, 0, payloadBytes);
        ends[count++] = start + Integer.BYTES + 1 + payloadBytes;
    }

    /** Adds the frames of another batch, from one of them on. */
    void addAll(final FrameBatch other, final int firstIndex) {
        final int end = other.count;
        final int from = other.start(firstIndex);
        final int to = start(count);
        final int lengthBytes = other.start(end) - from;
        for (int i = firstIndex; i < end; i++) {
            reserve(to + lengthBytes);
            ends[count++] = other.ends[i] - from + to;
        }
        frames.putBytes(to, other.frames, from, lengthBytes);
    }

    private void reserve(final int endBytes) {
        if (endBytes > MAX_BYTES) {
            throw new LinkException("the events of one step come to more than " + MAX_BYTES + " bytes");
        }
        if (endBytes > frames.capacity()) {
            frames = new UnsafeBuffer(Arrays.copyOf(
                    frames.byteArray(), Math.max(endBytes, Math.min(MAX_BYTES, 2 * frames.capacity()))));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
    }

    void clear() {
        count = 0;
    }

    /** Writes the first frames, whole. */
    void writeTo(final WritableByteChannel channel, final int frameCount) throws IOException {
        final ByteBuffer bytes = ByteBuffer.wrap(frames.byteArray());
        final int endBytes = start(frameCount);
        while (bytes.position() < endBytes) {
            bytes.limit(Math.min(endBytes, bytes.position() + WRITE_BYTES));
            channel.write(bytes);
        }
    }
}
