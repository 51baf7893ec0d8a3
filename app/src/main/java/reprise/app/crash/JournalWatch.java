package reprise.app.crash;

import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sees from outside, by the names that lie in the directory of a journal, when an engine is in the middle of something. Sees as often as it is
 * asked. Single-threaded.
 */
final class JournalWatch {
    private static final List<String> LOGS = List.of("events", "commands");
    private static final String ROLL_SUFFIX = ".cq4";
    private static final String UNFINISHED_SUFFIX = ".snapshot.new";

    private final Path journal;
    private final DiskMoment moment;

    /** Files that were seen, and the directories of those that are a writer's first. */
    private final Set<File> known = new HashSet<>();

    private File seen;

    /**
     * A watch for an engine that has not been started: what is there is another's.
     *
     * @param journal that need not exist yet.
     * @param moment to wait for.
     */
    JournalWatch(final Path journal, final DiskMoment moment) {
        this.journal = journal;
        this.moment = moment;
        while (isNow()) {
            // One file is seen at a time.
        }
        seen = null;
    }

    /** Whether something was begun since the last look. */
    boolean isNow() {
        final File found = look();
        seen = found == null ? seen : found;
        return found != null;
    }

    private File look() {
        if (moment == DiskMoment.SNAPSHOT) {
            return unfinishedSnapshot();
        }
        File roll = null;
        for (int i = 0; i < LOGS.size() && roll == null; i++) {
            roll = laterRoll(journal.resolve(LOGS.get(i)).toFile());
        }
        return roll;
    }

    /** Whether the engine that was killed then has left it unfinished. A new file of a log stays, so there it always has. */
    boolean wasHit() {
        return seen.exists();
    }

    /** What was seen last, relative to the journal. */
    String file() {
        return journal.relativize(seen.toPath()).toString().replace('\\', '/');
    }

    private File unfinishedSnapshot() {
        for (final File file : list(journal.resolve("snapshots").toFile())) {
            if (file.getName().endsWith(UNFINISHED_SUFFIX) && known.add(file)) {
                return file;
            }
        }
        return null;
    }

    /** A file of a writer that has written another before; each writer has a directory. */
    private File laterRoll(final File directory) {
        for (final File file : list(directory)) {
            if (file.getName().endsWith(ROLL_SUFFIX)) {
                if (known.add(file) && !known.add(directory)) {
                    return file;
                }
            } else {
                final File roll = laterRoll(file);
                if (roll != null) {
                    return roll;
                }
            }
        }
        return null;
    }

    private static File[] list(final File directory) {
        final File[] files = directory.listFiles();
        return files == null ? new File[0] : files;
    }
}
