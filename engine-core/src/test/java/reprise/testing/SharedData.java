package reprise.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;

/** Real market data that lies beside the project in a folder {@code shared}; tests that need it are skipped where it is absent. */
public final class SharedData {
    private SharedData() {}

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            final Path data = folder.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return Assumptions.abort("no folder 'shared/data' with market data beside the project: comparison skipped");
    }

    /**
     * The lines of a file, of a gzip file or of a zip file's only entry.
     *
     * @param name below the data folder.
     * @return all lines.
     */
    public static List<String> lines(final String name) {
        final Path path = root().resolve(name);
        try (InputStream in = open(path);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (final IOException e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
    }

    private static InputStream open(final Path path) throws IOException {
        final InputStream in = Files.newInputStream(path);
        if (path.toString().endsWith(".gz")) {
            return new GZIPInputStream(in);
        }
        if (path.toString().endsWith(".zip")) {
            final ZipInputStream zip = new ZipInputStream(in);
            zip.getNextEntry();
            return zip;
        }
        return in;
    }
}
