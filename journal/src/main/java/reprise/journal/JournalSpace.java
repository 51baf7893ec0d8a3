package reprise.journal;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much room a journal's disk has left, and whether that is enough. Asking costs a system call: not for a stage of the pipeline.
 *
 * @param directory of the journal.
 * @param freeBytes that this process may still use there.
 * @param totalBytes of the disk.
 * @param limits by which it is judged.
 */
public record JournalSpace(Path directory, long freeBytes, long totalBytes, Limits limits) {
    /** Asks for the room on a disk; tests have one that runs full. */
    @FunctionalInterface
    interface Source {
        /** The operating system. */
        Source DISK = directory -> {
            final FileStore store = Files.getFileStore(directory);
            return new JournalSpace(directory, store.getUsableSpace(), store.getTotalSpace(), Limits.DEFAULT);
        };

        /**
         * Asks.
         *
         * @param directory on the disk.
         * @return the room that it has now.
         * @throws IOException if the operating system does not say.
         */
        JournalSpace of(Path directory) throws IOException;
    }

    /** How free space is judged. */
    public enum Level {
        /** Enough. */
        ENOUGH,

        /** Somebody should make room. */
        LOW,

        /** No new run begins, and a run should stop while it still can cleanly. */
        EXHAUSTED
    }

    /**
     * Where the levels begin.
     *
     * @param lowBytes below which space is low.
     * @param exhaustedBytes below which it is exhausted; not more than {@code lowBytes}.
     */
    public record Limits(long lowBytes, long exhaustedBytes) {
        /** A day of a busy market, and the first blocks of the files of a day. */
        public static final Limits DEFAULT = new Limits(2L << 30, 64L << 20);

        /** Checks the order of the limits. */
        public Limits {
            if (exhaustedBytes < 0 || lowBytes < exhaustedBytes) {
                throw new IllegalArgumentException("limits of free space: exhaustedBytes=" + exhaustedBytes
                        + ", allowed: 0..lowBytes=" + lowBytes);
            }
        }
    }

    /**
     * Looks.
     *
     * @param directory of the journal, which exists.
     * @return what is free now.
     * @throws JournalException if the operating system does not say.
     */
    public static JournalSpace of(final Path directory) {
        return of(directory, Source.DISK);
    }

    static JournalSpace of(final Path directory, final Source source) {
        try {
            return source.of(directory);
        } catch (final IOException e) {
            throw JournalException.io("asking for the free space of " + directory, e);
        }
    }

    /**
     * Judges.
     *
     * @return the level.
     */
    public Level level() {
        if (freeBytes < limits.exhaustedBytes()) {
            return Level.EXHAUSTED;
        }
        return freeBytes < limits.lowBytes() ? Level.LOW : Level.ENOUGH;
    }

    /** Refuses to begin where there is no room to begin. */
    void checkBegin() {
        if (level() == Level.EXHAUSTED) {
            throw new JournalException(
                    JournalException.Kind.UNWRITABLE,
                    "no room for a journal in " + directory + ": " + freeBytes + " bytes are free, at least "
                            + limits.exhaustedBytes() + " are needed; make room, or choose another directory");
        }
    }
}
