package reprise.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;

/** Market data and reference values in the folder {@code shared} beside the project. Tests that need them are skipped without it. */
public final class SharedFiles {
    private SharedFiles() {}

    /**
     * Whether the folder is there.
     *
     * @return whether tests that need it will run.
     */
    public static boolean arePresent() {
        return root() != null;
    }

    /**
     * A file or folder; skips the test if there is no {@code shared}.
     *
     * @param relative path below {@code shared}.
     * @return its path.
     */
    public static Path file(final String relative) {
        final Path root = root();
        Assumptions.assumeTrue(
                root != null, "skipped: no folder 'shared' with data and reference values beside the project");
        return root.resolve(relative);
    }

    /**
     * The lines of a text file, of the same with {@code .gz} behind its name, or of the first entry of a zip file; skips the test if there
     * is no {@code shared}.
     *
     * @param relative path below {@code shared}.
     * @return all lines.
     */
    public static List<String> lines(final String relative) {
        final Path plain = file(relative);
        final Path packed = Path.of(plain + ".gz");
        final Path existing = Files.exists(plain) ? plain : packed;
        try (InputStream in = Files.newInputStream(existing);
                InputStream unpacked = unpacked(existing.toString(), in);
                BufferedReader reader = new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream unpacked(final String name, final InputStream in) throws IOException {
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(in);
        }
        if (name.endsWith(".zip")) {
            final ZipInputStream zip = new ZipInputStream(in);
            zip.getNextEntry();
            return zip;
        }
        return in;
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared/golden"))) {
                return folder.resolve("shared");
            }
        }
        return null;
    }
}
