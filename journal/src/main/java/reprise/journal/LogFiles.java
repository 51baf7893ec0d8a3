package reprise.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
    private static final Comparator<String> AS_WRITTEN = Comparator.<String, Boolean>comparing(
                    name -> name.indexOf('/') >= 0)
            .thenComparing(name -> name);

    private LogFiles() {}

    /**
     * Names of the files with records.
     *
     * @param directory of the log; need not exist.
     * @return relative to the directory, with '/', in the order in which they were written.
     */
    static List<String> names(final Path directory) {
        return find(directory, SUFFIX);
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
     * @return bytes of the files with records; of a log that is being written, more than was written.
     */
    static long sizeBytes(final Path directory) {
        long sizeBytes = 0;
        try {
            for (final String name : names(directory)) {
                sizeBytes += Files.size(directory.resolve(name));
            }
        } catch (final IOException e) {
            throw JournalException.io("measuring " + directory, e);
        }
        return sizeBytes;
    }
}
