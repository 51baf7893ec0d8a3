package reprise.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file of a log that is being written, for taking it to the disk. The thread that appends says what it has written; it and any other
 * thread may force. Allocates nothing but once per file.
 *
 * <p>Design note: after a force that failed, a second one may say yes without its being true, because the system has thrown away what it
 * could not write. So the first failure is the answer to everybody from then on.
 */
final class ForcedFile implements AutoCloseable {
    /** Takes a file to the disk; tests have one that refuses. */
    @FunctionalInterface
    interface Forcer {
        /** The real one. */
        Forcer DISK = file -> file.force(false);

        /**
         * Forces.
         *
         * @param file to force.
         * @throws IOException if the disk refuses.
         */
        void force(FileChannel file) throws IOException;
    }

    private final Forcer forcer;
    private FileChannel file;
    private int cycle;
    private volatile long writtenSequence;
    private volatile long forcedSequence;
    private IOException failure;

    /**
     * Without a file yet.
     *
     * @param forcer takes it to the disk.
     * @param sequence of the last record that others wrote before.
     */
    ForcedFile(final Forcer forcer, final long sequence) {
        this.forcer = forcer;
        writtenSequence = sequence;
        forcedSequence = sequence;
    }

    /**
     * Takes note of what was written. At a roll, what is left of the old file is forced, and the new file's name with its directory.
     *
     * @param sequence of the last record that was written.
     * @param writer which wrote it, and knows into which file.
     * @throws IOException if the disk refuses.
     */
    void written(final long sequence, final DocumentWriter writer) throws IOException {
        if (file == null || cycle != writer.cycle()) {
            follow(writer.currentFile(), writer.cycle());
        }
        writtenSequence = sequence;
    }

    private synchronized void follow(final Path currentFile, final int currentCycle) throws IOException {
        if (file != null) {
            force();
            file.close();
        }
        file = FileChannel.open(currentFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
        cycle = currentCycle;
        Disk.forceDirectory(currentFile.getParent());
    }

    /**
     * Takes everything that was written to the disk. Costs nothing if it is there already.
     *
     * @return sequence of the last record that is on the disk.
     * @throws IOException if the disk refuses now or has refused before.
     */
    synchronized long force() throws IOException {
        if (failure != null) {
            throw failure;
        }
        final long target = writtenSequence;
        if (target > forcedSequence) {
            try {
                forcer.force(file);
            } catch (final IOException e) {
                failure = e;
                throw e;
            }
            forcedSequence = target;
        }
        return target;
    }

    /**
     * Makes sure that a record is on the disk.
     *
     * @param sequence of it, which was written.
     * @throws IOException if the disk refuses now or has refused before.
     */
    void forceUpTo(final long sequence) throws IOException {
        if (forcedSequence < sequence) {
            force();
        }
    }

    @Override
    public synchronized void close() {
        Disk.closeQuietly(file);
    }
}
