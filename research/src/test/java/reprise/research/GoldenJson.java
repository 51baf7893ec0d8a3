package reprise.research;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.testkit.SharedFiles;

/** A file of reference values: every scalar by its path, such as {@code ols_log/beta} or {@code adf/ln_a/0/stat}. */
public final class GoldenJson {
    private final String name;
    private final Map<String, String> values = new LinkedHashMap<>();

    /** Reads a file below shared/golden; skips the test without it. */
    public GoldenJson(final String name) {
        this.name = name;
        try (JsonParser parser = new JsonFactory()
                .createParser(SharedFiles.file("golden/" + name).toFile())) {
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
    }

    public Map<String, String> values() {
        return values;
    }

    public double number(final String path) {
        return Double.parseDouble(text(path));
    }

    public String text(final String path) {
        final String value = values.get(path);
        if (value == null) {
            throw new AssertionError(name + " has no " + path);
        }
        return value;
    }

    public boolean has(final String path) {
        return values.containsKey(path);
    }

    /** The paths below a path, without it. */
    public List<String> below(final String path) {
        return values.keySet().stream()
                .filter(key -> key.startsWith(path + "/"))
                .map(key -> key.substring(path.length() + 1))
                .toList();
    }

    /** Paths of the elements of an array of objects that have a field. */
    public List<String> elements(final String path, final String anyField) {
        final List<String> elements = new ArrayList<>();
        while (values.containsKey(path + "/" + elements.size() + "/" + anyField)) {
            elements.add(path + "/" + elements.size());
        }
        return elements;
    }

    /** The elements of an array of numbers. */
    public double[] array(final String path) {
        final List<Double> elements = new ArrayList<>();
        while (values.containsKey(path + "/" + elements.size())) {
            elements.add(number(path + "/" + elements.size()));
        }
        return elements.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
