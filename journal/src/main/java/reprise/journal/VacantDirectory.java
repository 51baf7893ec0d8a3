package reprise.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A place where a journal may be created: a directory that holds nothing, or nothing but the lock of a journal that never came to be. */
final class VacantDirectory {
    private VacantDirectory() {}

    /**
     * Creates the directory if it is absent.
     *
     * @param directory for a journal.
     * @throws JournalException if it holds something ({@code EXISTS}), or a journal that is being written ({@code LOCKED}; names who), or if it
     *     cannot be made ({@code UNWRITABLE}).
     */
    static void check(final Path directory) {
        try {
            make(directory);
            final boolean hasLock = Files.exists(directory.resolve(JournalLayout.LOCK));
            if (Files.exists(directory.resolve(JournalLayout.PROPERTIES))) {
                throwIfLocked(directory, hasLock);
                throw exists(directory, "holds a journal already; a journal is never written over");
            }
            try (Stream<Path> content = Files.list(directory)) {
                if (content.anyMatch(file -> !file.getFileName().toString().equals(JournalLayout.LOCK))) {
                    throwIfLocked(directory, hasLock);
                    throw exists(directory, "is not empty");
                }
            }
        } catch (final IOException e) {
            throw JournalException.io("creating the journal in " + directory, e);
        }
    }

    private static void make(final Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (final IOException e) {
            throw new JournalException(
                    JournalException.Kind.UNWRITABLE,
                    "no journal can be written in " + directory + ": no directory, and none can be made there ("
                            + Refusal.reasonForNo(directory, e) + "); choose one that you may write to",
                    e);
        }
    }

    /** A journal that is being written exists too, but who writes it is what the user needs to know. */
    private static void throwIfLocked(final Path directory, final boolean hasLock) {
        if (hasLock) {
            DirectoryLock.throwIfHeld(directory);
        }
    }

    private static JournalException exists(final Path directory, final String what) {
        return new JournalException(
                JournalException.Kind.EXISTS,
                directory + " " + what + "; choose another directory, or move it away first");
    }
}
