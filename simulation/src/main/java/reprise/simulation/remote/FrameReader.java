package reprise.simulation.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads frames one by one and believes none of them before it has looked. Single-threaded; allocates nothing per frame. */
final class FrameReader {
    private static final int CAPACITY_BYTES = 1 << 16;

    private final ReadableByteChannel channel;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(CAPACITY_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .limit(0);
    private final UnsafeBuffer payload = new UnsafeBuffer();

    /** A reader of what comes, from the beginning of a frame on. */
    FrameReader(final ReadableByteChannel channel) {
        this.channel = channel;
    }

    /**
     * Reads the next frame.
     *
     * @return its kind; null at the end of the stream, where a frame that is not whole counts as not sent.
     * @throws LinkException if it is no frame; then nothing after it can be read.
     */
    FrameKind next() throws IOException {
        if (!fill(Integer.BYTES + 1)) {
            return null;
        }
        final int lengthBytes = bytes.getInt(bytes.position());
        if (lengthBytes < 1 || lengthBytes > 1 + FrameKind.MAX_PAYLOAD_BYTES) {
            throw new LinkException("no frame has " + lengthBytes + " bytes");
        }
        final FrameKind kind = FrameKind.of(bytes.get(bytes.position() + Integer.BYTES), lengthBytes - 1);
        if (!fill(Integer.BYTES + lengthBytes)) {
            return null;
        }
        final int start = bytes.position() + Integer.BYTES + 1;
        payload.wrap(bytes, start, lengthBytes - 1);
        bytes.position(start + lengthBytes - 1);
        return kind;
    }

    /** What the frame carries; as long as that is, valid until the next one is read. */
    DirectBuffer payload() {
        return payload;
    }

    private boolean fill(final int wantedBytes) throws IOException {
        while (bytes.remaining() < wantedBytes) {
            bytes.compact();
            final int count = channel.read(bytes);
            bytes.flip();
            if (count < 0) {
                return false;
            }
        }
        return true;
    }
}
