package reprise.simulation.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Expected values that were computed elsewhere, where they are at hand. */
final class Golden {
    private Golden() {}

    /** The directory beside the project; without it the test is skipped. */
    static Path directory() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isDirectory(directory.resolve("shared/golden"))) {
            directory = directory.getParent();
        }
        Assumptions.assumeTrue(
                directory != null,
                "no directory shared/golden above " + Path.of("").toAbsolutePath());
        return directory.resolve("shared/golden");
    }

    static List<String> lines(final Path path) throws IOException {
        final Path zipped = path.resolveSibling(path.getFileName() + ".gz");
        try (InputStream in = Files.exists(path)
                        ? Files.newInputStream(path)
                        : new GZIPInputStream(Files.newInputStream(zipped));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** Every scalar of a JSON file by its path, such as {@code metrics.sharpe} or {@code cases[2].name}. */
    static Map<String, String> json(final Path path) throws IOException {
        final Map<String, String> values = new TreeMap<>();
        try (JsonParser parser = new JsonFactory().createParser(path.toFile())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
                    final String pointer =
                            parser.getParsingContext().pathAsPointer().toString();
                    values.put(pointer.substring(1), parser.getText());
                }
            }
        }
        return values;
    }
}
