package reprise.research.statistics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reprise.testkit.SharedFiles;

/** A pair of series and what statsmodels makes of it. */
final class GoldenPair {
    private static List<GoldenPair> all;

    private final String name;
    private final Map<String, String> values;
    private final double[] a;
    private final double[] b;

    private GoldenPair(final String name) {
        this.name = name;
        values = json(SharedFiles.file("golden/stats/" + name + ".json"));
        final List<String[]> rows = SharedFiles.lines("golden/inputs/pairs/" + name + ".csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        a = rows.stream()
                .mapToDouble(row -> StrictMath.log(Double.parseDouble(row[1])))
                .toArray();
        b = rows.stream()
                .mapToDouble(row -> StrictMath.log(Double.parseDouble(row[2])))
                .toArray();
    }

    /** Read once; changed by no test. */
    static synchronized Stream<GoldenPair> all() throws IOException {
        if (all == null) {
            all = readAll();
        }
        return all.stream();
    }

    private static List<GoldenPair> readAll() throws IOException {
        try (Stream<Path> files = Files.list(SharedFiles.file("golden/stats"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json") && !file.equals("mackinnon.json"))
                    .sorted()
                    .map(file -> new GoldenPair(file.replace(".json", "")))
                    .toList();
        }
    }

    double[] a() {
        return a.clone();
    }

    double[] b() {
        return b.clone();
    }

    double number(final String path) {
        return Double.parseDouble(text(path));
    }

    String text(final String path) {
        final String value = values.get(path);
        if (value == null) {
            throw new AssertionError(name + " has no " + path);
        }
        return value;
    }

    boolean has(final String path) {
        return values.containsKey(path);
    }

    /** Paths of the elements of an array of objects. */
    List<String> elements(final String path, final String anyField) {
        final List<String> elements = new ArrayList<>();
        while (values.containsKey(path + "/" + elements.size() + "/" + anyField)) {
            elements.add(path + "/" + elements.size() + "/");
        }
        return elements;
    }

    /** Every scalar of a JSON file by its path, such as {@code ols_log/beta} or {@code adf/ln_a/0/stat}. */
    static Map<String, String> json(final Path path) {
        final Map<String, String> values = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(path.toFile())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    values.put(
                            parser.getParsingContext()
                                    .pathAsPointer()
                                    .toString()
                                    .substring(1),
                            parser.getText());
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    @Override
    public String toString() {
        return name;
    }
}
