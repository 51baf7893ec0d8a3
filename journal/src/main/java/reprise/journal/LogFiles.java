package reprise.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a log's directory. */
final class LogFiles {
    /** How the files with records end. Chronicle names them by date, so that their names sort by time. */
    static final String SUFFIX = ".cq4";

    /** Where Chronicle keeps its locks and the number of its newest file. */
    static final String TABLE = "metadata.cq4t";

    private LogFiles() {}

    /**
     * Names of the files with records.
     *
     * @param directory of the log; need not exist.
     * @return in the order in which they were written.
     */
    static List<String> names(final Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .toList();
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
