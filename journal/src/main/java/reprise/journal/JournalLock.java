package reprise.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write a journal. Held by one process, or one object within it, at a time; ends with the process, however that ends.
 *
 * <p>Design note: POSIX drops a process's lock on a file when the process closes <em>any</em> handle of that file. So within one process
 * the holders are kept in a set, and the lock file of a journal that is in it is never opened again.
 */
final class JournalLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;
    private boolean isClosed;

    private JournalLock(final Path directory, final FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param directory of the journal, which exists.
     * @return the lock.
     * @throws JournalException if another holds it; names the process.
     */
    static JournalLock acquire(final Path directory) {
        try {
            final Path realDirectory = directory.toRealPath();
            if (!HELD_HERE.add(realDirectory)) {
                throw lockedBy(
                        directory,
                        "this process (pid " + ProcessHandle.current().pid() + ")");
            }
            boolean isAcquired = false;
            try {
                final JournalLock lock = acquireFile(realDirectory, directory);
                isAcquired = true;
                return lock;
            } finally {
                if (!isAcquired) {
                    HELD_HERE.remove(realDirectory);
                }
            }
        } catch (final IOException e) {
            throw JournalException.io("locking " + directory, e);
        }
    }

    private static JournalLock acquireFile(final Path realDirectory, final Path directory) throws IOException {
        final Path file = realDirectory.resolve(JournalLayout.LOCK);
        final FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel, false) == null) {
            channel.close();
            throw lockedBy(
                    directory, "another process (" + Files.readString(file).strip() + ")");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(("pid " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new JournalLock(realDirectory, channel);
    }

    private static FileLock tryLock(final FileChannel channel, final boolean isShared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, isShared);
        } catch (final OverlappingFileLockException e) {
            return null;
        }
    }

    private static JournalException lockedBy(final Path directory, final String holder) {
        return new JournalException(
                JournalException.Kind.LOCKED,
                "the journal in " + directory + " is being written by " + holder
                        + "; stop it first, or choose another directory");
    }

    /**
     * Refuses if somebody is writing a journal now.
     *
     * @param directory of the journal.
     * @throws JournalException that names the writer.
     */
    static void throwIfHeld(final Path directory) {
        if (isHeld(directory)) {
            acquire(directory).close();
        }
    }

    /**
     * Whether somebody is writing a journal now.
     *
     * @param directory of the journal.
     * @return false if the lock is free or was never taken.
     */
    static boolean isHeld(final Path directory) {
        final Path file = directory.resolve(JournalLayout.LOCK);
        try {
            if (HELD_HERE.contains(directory.toRealPath())) {
                return true;
            }
            if (!Files.exists(file)) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return tryLock(channel, true) == null;
            }
        } catch (final IOException e) {
            throw JournalException.io("looking at the lock of " + directory, e);
        }
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            channel.truncate(0);
            channel.close();
        } catch (final IOException e) {
            throw JournalException.io("releasing the lock of " + directory, e);
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
