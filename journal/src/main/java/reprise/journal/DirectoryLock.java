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
 * The right to write in a directory, such as that of a journal. Held by one process, or one object within it, at a time; ends with the process,
 * however that ends. Its file stays: who removed it might remove what another process is about to lock.
 *
 * <p>Design note: POSIX drops a process's lock on a file when the process closes <em>any</em> handle of that file. So within one process
 * the holders are kept in a set, and a lock file that is in it is never opened again.
 */
public final class DirectoryLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private boolean isClosed;

    private DirectoryLock(final Path file, final FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of a journal.
     *
     * @param directory of the journal, which exists.
     * @return the lock.
     * @throws JournalException if another holds it; names the process.
     */
    static DirectoryLock acquire(final Path directory) {
        return acquire(directory, JournalLayout.LOCK, "the journal in " + directory);
    }

    /**
     * Takes a lock.
     *
     * @param directory that exists.
     * @param name of the lock's file in it.
     * @param subject what errors say is being written.
     * @return the lock.
     * @throws JournalException if another holds it ({@code LOCKED}; names the process), or the system refuses ({@code UNWRITABLE}).
     */
    public static DirectoryLock acquire(final Path directory, final String name, final String subject) {
        try {
            final Path file = directory.toRealPath().resolve(name);
            if (!HELD_HERE.add(file)) {
                throw lockedBy(
                        subject, "this process (pid " + ProcessHandle.current().pid() + ")");
            }
            boolean isAcquired = false;
            try {
                final DirectoryLock lock = acquireFile(file, subject);
                isAcquired = true;
                return lock;
            } finally {
                if (!isAcquired) {
                    HELD_HERE.remove(file);
                }
            }
        } catch (final IOException e) {
            throw new JournalException(
                    JournalException.Kind.UNWRITABLE,
                    subject + " cannot be written: " + Refusal.reason(e)
                            + "; put that right, or choose another directory",
                    e);
        }
    }

    private static DirectoryLock acquireFile(final Path file, final String subject) throws IOException {
        final FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel, false) == null) {
            channel.close();
            throw lockedBy(subject, "another process (" + Files.readString(file).strip() + ")");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(("pid " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new DirectoryLock(file, channel);
    }

    private static FileLock tryLock(final FileChannel channel, final boolean isShared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, isShared);
        } catch (final OverlappingFileLockException e) {
            return null;
        }
    }

    private static JournalException lockedBy(final String subject, final String holder) {
        return new JournalException(
                JournalException.Kind.LOCKED,
                subject + " is being written by " + holder + "; stop it first, or choose another directory");
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
            if (HELD_HERE.contains(directory.toRealPath().resolve(JournalLayout.LOCK))) {
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
            throw JournalException.io("releasing " + file, e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
