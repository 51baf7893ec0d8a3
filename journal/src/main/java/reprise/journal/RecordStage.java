package reprise.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Where a log's next document is put together, frame by frame, in memory of our own. Single-threaded; allocates nothing per record. */
final class RecordStage implements AutoCloseable {
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(Frame.DOCUMENT_BYTES_MAX);
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final CRC32C crc = new CRC32C();
    private long chain;
    private int sizeBytes;

    /**
     * An empty stage.
     *
     * @param chain over the records before.
     */
    RecordStage(final long chain) {
        this.chain = chain;
    }

    /** Whether one more record of that length fits. */
    boolean hasRoom(final int lengthBytes) {
        return sizeBytes + Frame.sizeBytes(lengthBytes) <= Frame.DOCUMENT_BYTES_MAX;
    }

    /**
     * Adds a record, framed.
     *
     * @param record which holds it.
     * @param offset at which it begins.
     * @param lengthBytes of it; there is room.
     */
    void add(final DirectBuffer record, final int offset, final int lengthBytes) {
        final int start = sizeBytes;
        final int end = start + Frame.sizeBytes(lengthBytes);
        buffer.putLong(end - Frame.ALIGNMENT_BYTES, 0);
        buffer.putInt(start + Frame.LENGTH_OFFSET, lengthBytes, ByteOrder.LITTLE_ENDIAN);
        buffer.putBytes(start + Frame.HEADER_BYTES, record, offset, lengthBytes);
        bytes.limit(end).position(start + Frame.LENGTH_OFFSET);
        crc.reset();
        crc.update(bytes);
        buffer.putInt(start, (int) crc.getValue(), ByteOrder.LITTLE_ENDIAN);
        chain = RecordChain.add(chain, (int) crc.getValue());
        sizeBytes = end;
    }

    boolean isEmpty() {
        return sizeBytes == 0;
    }

    int sizeBytes() {
        return sizeBytes;
    }

    /** Where the frames are in memory. */
    long address() {
        return buffer.addressOffset();
    }

    /** Chain over all records that were ever added, and those before. */
    long chain() {
        return chain;
    }

    /** Forgets the frames, which are written. */
    void clear() {
        sizeBytes = 0;
    }

    @Override
    public void close() {
        BufferUtil.free(bytes);
    }
}
