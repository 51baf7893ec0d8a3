package reprise.indicator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Reference files that lie beside the project in a folder {@code shared}; tests that need them are skipped where it is absent. */
final class SharedFiles {
    private SharedFiles() {}

    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            final Path shared = folder.resolve("shared");
            if (Files.isDirectory(shared.resolve("golden"))) {
                return shared;
            }
        }
        return Assumptions.abort("no folder 'shared' with reference files beside the project: comparison skipped");
    }

    /** The file, or the same with {@code .gz} behind its name. */
    static List<String> lines(final String name) {
        final Path plain = root().resolve(name);
        final Path packed = Path.of(plain + ".gz");
        try (InputStream in = Files.exists(plain)
                        ? Files.newInputStream(plain)
                        : new GZIPInputStream(Files.newInputStream(packed));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (final IOException e) {
            throw new IllegalStateException("cannot read " + plain + "[.gz]", e);
        }
    }
}
