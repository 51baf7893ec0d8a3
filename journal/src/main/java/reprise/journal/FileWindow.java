package reprise.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A window that slides over a file, so that a file of any size is read with the same memory. Read, not mapped: a mapped file that is cut
 * while we read would bring the process down. Single-threaded.
 */
final class FileWindow implements AutoCloseable {
    private final ByteBuffer bytes;
    private final ByteBuffer checksumView;
    private final UnsafeBuffer buffer;
    private final CRC32C crc = new CRC32C();

    private RollBytes file;
    private long startPosition;
    private int filledBytes;
    private boolean isClosed;

    /**
     * A window, not yet over a file.
     *
     * @param capacityBytes of the window, and so the longest range that can be covered.
     */
    FileWindow(final int capacityBytes) {
        bytes = ByteBuffer.allocateDirect(capacityBytes);
        checksumView = bytes.duplicate();
        buffer = new UnsafeBuffer(bytes);
    }

    /**
     * Moves the window to the beginning of a file.
     *
     * @param path of the file; its compressed form is read if that is all there is.
     * @throws IOException if it cannot be opened.
     */
    void open(final Path path) throws IOException {
        Disk.closeQuietly(file);
        file = RollBytes.open(path);
        startPosition = 0;
        filledBytes = 0;
    }

    /** What is wrong with the way the file is stored; empty if nothing is. */
    String flaw() {
        return file.flaw();
    }

    /**
     * The size of the file when it was opened.
     *
     * @return in bytes.
     */
    long sizeBytes() {
        return file.sizeBytes();
    }

    /**
     * Slides the window, if need be, so that a range of the file can be read.
     *
     * @param position at which the range begins.
     * @param lengthBytes of the range, at most the capacity.
     * @return false if the file ends before the range does.
     */
    boolean cover(final long position, final int lengthBytes) {
        if (position < startPosition || position + lengthBytes > startPosition + filledBytes) {
            fill(position);
        }
        return position + lengthBytes <= startPosition + filledBytes;
    }

    private void fill(final long position) {
        startPosition = position;
        bytes.clear();
        try {
            int count = 0;
            while (count >= 0 && bytes.hasRemaining()) {
                count = file.read(bytes, position + bytes.position());
            }
        } catch (final IOException e) {
            throw JournalException.io("reading a log", e);
        }
        filledBytes = bytes.position();
    }

    /**
     * The bytes under the window.
     *
     * @return the same buffer always; its content is valid until the next call of {@link #cover(long, int)}.
     */
    DirectBuffer buffer() {
        return buffer;
    }

    /**
     * Where a covered position is in the buffer.
     *
     * @param position in the file.
     * @return index in {@link #buffer()}.
     */
    int index(final long position) {
        return (int) (position - startPosition);
    }

    /**
     * How much is under the window from a position that is covered.
     *
     * @param position in the file.
     * @return bytes that can be read from there.
     */
    int coveredFrom(final long position) {
        return (int) (startPosition + filledBytes - position);
    }

    int intAt(final long position) {
        return buffer.getInt(index(position), ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The checksum of a range that is covered.
     *
     * @param position at which the range begins.
     * @param lengthBytes of the range.
     * @return its CRC32C.
     */
    int crc32c(final long position, final int lengthBytes) {
        crc.reset();
        update(position, lengthBytes);
        return (int) crc.getValue();
    }

    /**
     * The checksum of a range of any length, covered piece by piece.
     *
     * @param position at which the range begins.
     * @param lengthBytes of the range, which the file must hold.
     * @return its CRC32C.
     */
    int crc32cStreaming(final long position, final long lengthBytes) {
        crc.reset();
        long done = 0;
        while (done < lengthBytes) {
            final int pieceBytes = (int) Math.min(bytes.capacity(), lengthBytes - done);
            if (!cover(position + done, pieceBytes)) {
                throw new JournalException(
                        JournalException.Kind.IO, "file shrank while it was read: at byte " + (position + done));
            }
            update(position + done, pieceBytes);
            done += pieceBytes;
        }
        return (int) crc.getValue();
    }

    private void update(final long position, final int lengthBytes) {
        final int start = index(position);
        checksumView.limit(start + lengthBytes).position(start);
        crc.update(checksumView);
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        Disk.closeQuietly(file);
        BufferUtil.free(bytes);
    }
}
