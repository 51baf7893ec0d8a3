package reprise.app.wiring;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import reprise.app.config.ConfigException;
import reprise.journal.DirectoryLock;
import reprise.journal.Refusal;

/**
 * Where a run leaves what it writes, taken before anything is read: a directory of its own, {@code out/RUN}, or one that the user names. Nobody
 * else leaves results there as long as this is open. A directory of its own that nothing came into is taken away again.
 */
public final class RunPlace implements AutoCloseable {
    /** What runs have directories of their own in. */
    private static final Path ROOT = Path.of("out");

    private static final String LOCK = ".lock";

    private final String runId;
    private final Path own;
    private final Path results;
    private DirectoryLock lock;

    private RunPlace(final Path own, final Path results) {
        this(own.getFileName().toString(), own, results);
    }

    private RunPlace(final String runId, final Path own, final Path results) {
        this.runId = runId;
        this.own = own;
        this.results = results;
    }

    /**
     * Takes a directory of the run's own, for its results and its journal. It is made here and now, so that no two runs have the same, and the run
     * is named as it is.
     *
     * @param wanted name of the run; where another has it, -2, -3 and so on come behind it.
     * @return the place.
     * @throws ConfigException if none can be made; says why.
     */
    public static RunPlace own(final String wanted) {
        return own(ROOT, wanted);
    }

    static RunPlace own(final Path root, final String wanted) {
        final Path own = newDirectory(root, wanted);
        return new RunPlace(own, own).locked();
    }

    /**
     * Takes a directory of the run's own for its journal alone.
     *
     * @param wanted name of the run, as in {@link #own(String)}.
     * @param results where results go; null for nowhere.
     * @return the place.
     * @throws ConfigException if there is no directory, and none can be made; says why.
     * @throws reprise.journal.JournalException if another run leaves results there ({@code LOCKED}; names the process), or nothing can be written
     *     there ({@code UNWRITABLE}).
     */
    public static RunPlace own(final String wanted, final Path results) {
        return new RunPlace(newDirectory(ROOT, wanted), results).locked();
    }

    /**
     * Takes a directory that the user names.
     *
     * @param runId name of the run.
     * @param results the directory; null for a run without results.
     * @return the place.
     * @throws ConfigException if there is no directory, and none can be made; says why.
     * @throws reprise.journal.JournalException if another run leaves results there ({@code LOCKED}; names the process), or nothing can be written
     *     there ({@code UNWRITABLE}).
     */
    public static RunPlace named(final String runId, final Path results) {
        return new RunPlace(runId, null, results).locked();
    }

    private static Path newDirectory(final Path root, final String wanted) {
        try {
            Files.createDirectories(root);
            Path directory = root.resolve(wanted);
            for (int i = 2; !isMade(directory); i++) {
                directory = root.resolve(wanted + "-" + i);
            }
            return directory;
        } catch (final IOException e) {
            throw noDirectory(root.resolve(wanted).toString(), root, e);
        }
    }

    /** False if somebody else made it first: another run of that name that began in the same second. */
    private static boolean isMade(final Path directory) throws IOException {
        try {
            Files.createDirectory(directory);
            return true;
        } catch (final FileAlreadyExistsException e) {
            return false;
        }
    }

    private static ConfigException noDirectory(final String what, final Path directory, final IOException problem) {
        return new ConfigException(what + ": no directory, and none can be made there ("
                + Refusal.reasonForNo(directory, problem) + "); name one that you may write to");
    }

    private RunPlace locked() {
        if (results == null) {
            return this;
        }
        try {
            Files.createDirectories(results);
            lock = DirectoryLock.acquire(results, LOCK, "--out " + results);
            return this;
        } catch (final IOException e) {
            throw noDirectory("--out " + results, results, e);
        } finally {
            if (lock == null) {
                close();
            }
        }
    }

    /**
     * The run's name.
     *
     * @return that of its own directory, if it has one.
     */
    public String runId() {
        return runId;
    }

    /**
     * Where results go.
     *
     * @return null for nowhere.
     */
    public Path results() {
        return results;
    }

    /**
     * Where the journal goes if nobody says otherwise.
     *
     * @return a directory in the run's own, which is not there yet.
     */
    public Path journal() {
        return own.resolve("journal");
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
        if (own != null) {
            removeIfUnused();
        }
    }

    private void removeIfUnused() {
        try (Stream<Path> content = Files.list(own)) {
            if (content.allMatch(file -> file.endsWith(LOCK))) {
                Files.deleteIfExists(own.resolve(LOCK));
                Files.delete(own);
            }
        } catch (final IOException e) {
            // An empty directory is left, which harms nobody.
        }
    }
}
