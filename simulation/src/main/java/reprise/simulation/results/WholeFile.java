package reprise.simulation.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are there whole or not at all, whatever the disk does meanwhile. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file, or puts it in the place of an earlier one.
     *
     * @param path of the file.
     * @param text of the file.
     * @throws UncheckedIOException if it cannot be written; names the file, and an earlier one is as it was.
     */
    public static void write(final Path path, final CharSequence text) {
        final Path draft = path.resolveSibling(path.getFileName() + ".new");
        try {
            try {
                Files.writeString(draft, text);
                Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }
}
