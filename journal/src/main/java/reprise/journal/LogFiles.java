package reprise.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a log's directory. What was written before the log was first resumed is in the directory itself; each later writer has a
 * directory of its own beneath it, named by its number, because a file whose writer died is never given to Chronicle again.
 */
final class LogFiles {
    /** How the files with records end. Chronicle names them by date, so that their names sort by time. */
    static final String SUFFIX = ".cq4";

    /** Where Chronicle keeps its locks and the number of its newest file. */
    static final String TABLE = "metadata.cq4t";

    /** The writer that created the log. */
    static final int FIRST_SESSION = 1;

    private static final Pattern SESSION = Pattern.compile("\\d{6}");

    /** Orders names as the files were written. */
    static final Comparator<String> AS_WRITTEN = Comparator.<String, Boolean>comparing(name -> name.indexOf('/') >= 0)
            .thenComparing(name -> name);

    private LogFiles() {}

    /**
     * Names of the files with records.
     *
     * @param directory of the log; need not exist.
     * @return relative to the directory, with '/', in the order in which they were written; a compressed file has the name that it had.
     */
    static List<String> names(final Path directory) {
        final String compressed = SUFFIX + CompressedRoll.SUFFIX;
        final Set<String> names = new TreeSet<>(AS_WRITTEN);
        names.addAll(find(directory, SUFFIX));
        find(directory, compressed).stream()
                .map(name -> name.substring(0, name.length() - CompressedRoll.SUFFIX.length()))
                .forEach(names::add);
        return List.copyOf(names);
    }

    /**
     * Where a file is stored.
     *
     * @param directory of the log.
     * @param name of the file.
     * @return its own path, or that of its compressed form if that is all there is.
     */
    static Path stored(final Path directory, final String name) {
        final Path plain = directory.resolve(name);
        return Files.exists(plain) ? plain : CompressedRoll.of(plain);
    }

    /**
     * Names of Chronicle's tables.
     *
     * @param directory of the log; need not exist.
     * @return relative to the directory, with '/', in the order in which they were made.
     */
    static List<String> tables(final Path directory) {
        return find(directory, TABLE);
    }

    private static List<String> find(final Path directory, final String ending) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory, 2)) {
            return files.map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(ending) && isOurs(name))
                    .sorted(AS_WRITTEN)
                    .toList();
        } catch (final IOException e) {
            throw JournalException.io("listing " + directory, e);
        }
    }

    private static boolean isOurs(final String name) {
        final int slash = name.indexOf('/');
        return slash < 0 || SESSION.matcher(name.substring(0, slash)).matches();
    }

    /**
     * Deletes the files that were pruned, and what a compression that was killed has left.
     *
     * @param directory of the log.
     * @param start of the log, which is on the disk.
     * @throws IOException if the disk refuses.
     */
    static void deletePruned(final Path directory, final LogStart start) throws IOException {
        for (final String name : names(directory)) {
            final Path file = directory.resolve(name);
            if (start.isPruned(name)) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(CompressedRoll.of(file));
            }
            Files.deleteIfExists(CompressedRoll.temporary(file));
        }
    }

    /**
     * Where a writer keeps its files.
     *
     * @param directory of the log.
     * @param session number of the writer, from {@link #FIRST_SESSION}.
     * @return the directory for Chronicle.
     */
    static Path session(final Path directory, final int session) {
        return session == FIRST_SESSION ? directory : directory.resolve(String.format(Locale.ROOT, "%06d", session));
    }

    /**
     * The last writer that has left a directory.
     *
     * @param directory of the log; need not exist.
     * @return its number.
     */
    static int lastSession(final Path directory) {
        if (!Files.isDirectory(directory)) {
            return FIRST_SESSION;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> SESSION.matcher(name).matches())
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(FIRST_SESSION);
        } catch (final IOException e) {
            throw JournalException.io("listing " + directory, e);
        }
    }

    /**
     * How much there is to read.
     *
     * @param directory of the log; need not exist.
     * @return bytes of the files with records as they are stored; of a log that is being written, more than was written.
     */
    static long sizeBytes(final Path directory) {
        long sizeBytes = 0;
        try {
            for (final String name : names(directory)) {
                sizeBytes += Files.size(stored(directory, name));
            }
        } catch (final IOException e) {
            throw JournalException.io("measuring " + directory, e);
        }
        return sizeBytes;
    }
}
