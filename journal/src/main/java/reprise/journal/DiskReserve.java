package reprise.journal;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/**
 * Makes the file system give the room for a log's next bytes before they are written. Single-threaded; allocates nothing but once per file.
 *
 * <p>Design note: Chronicle writes through mapped memory into files that have holes where nothing was written yet. If the disk is full when
 * a hole must be filled, the operating system can only strike the process down in the middle of a record. So zeros are written into the
 * hole first, the ordinary way, which fails with an ordinary error. File systems that never write in place give no such promise.
 */
final class DiskReserve implements AutoCloseable {
    /** So much at a time; takes some ten microseconds. */
    static final int CHUNK_BYTES = 256 << 10;

    /** The longest document, and the index pages that Chronicle may put before it. */
    static final int AHEAD_BYTES = Frame.DOCUMENT_BYTES_MAX + (128 << 10);

    /** Writes zeros into a file; tests have one that runs out of disk. */
    @FunctionalInterface
    interface Filler {
        /** The real one. */
        Filler DISK = FileChannel::write;

        /**
         * Writes.
         *
         * @param file to write into.
         * @param zeros to write, at least one of them.
         * @param position to write at.
         * @return bytes written.
         * @throws IOException if there is no room.
         */
        int write(FileChannel file, ByteBuffer zeros, long position) throws IOException;
    }

    private final Filler filler;
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(CHUNK_BYTES);
    private FileChannel file;
    private int cycle;
    private long endPosition;

    DiskReserve(final Filler filler) {
        this.filler = filler;
    }

    /**
     * Whether the room for one more document is given.
     *
     * @param currentCycle number of the file that is written.
     * @param writePosition up to which it is written.
     * @return false if {@link #reserve} must be called first.
     */
    boolean isEnough(final int currentCycle, final long writePosition) {
        return file != null && currentCycle == cycle && writePosition + AHEAD_BYTES <= endPosition;
    }

    /**
     * Takes more room. Never writes before the position, so nothing that is written is touched.
     *
     * @param currentFile that is written.
     * @param currentCycle its number.
     * @param writePosition up to which it is written.
     * @throws IOException if there is no room.
     */
    void reserve(final File currentFile, final int currentCycle, final long writePosition) throws IOException {
        if (writePosition <= 0) {
            throw new IllegalStateException("a file of a log begins with a header: " + currentFile);
        }
        if (file == null || currentCycle != cycle) {
            close();
            file = FileChannel.open(currentFile.toPath(), StandardOpenOption.WRITE);
            cycle = currentCycle;
            endPosition = writePosition;
        }
        endPosition = Math.max(endPosition, writePosition);
        while (endPosition < writePosition + AHEAD_BYTES) {
            zeros.clear();
            while (zeros.hasRemaining()) {
                endPosition += filler.write(file, zeros, endPosition);
            }
        }
    }

    @Override
    public void close() {
        Disk.closeQuietly(file);
        file = null;
    }
}
