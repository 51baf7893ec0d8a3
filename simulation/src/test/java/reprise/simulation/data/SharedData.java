package reprise.simulation.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder {@code shared} beside the project; tests that need it are skipped where it is absent. */
final class SharedData {

    private SharedData() {}

    /** A file below {@code shared}. */
    static Path file(final String relative) {
        final Path root = root();
        assumeTrue(root != null, "no folder shared/golden beside the project; skipped");
        return root.resolve(relative);
    }

    /** A file below {@code shared/data}. */
    static Path data(final String relative) {
        return file("data/" + relative);
    }

    /** The folder, or null. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared/golden"))) {
                return folder.resolve("shared");
            }
        }
        return null;
    }
}
