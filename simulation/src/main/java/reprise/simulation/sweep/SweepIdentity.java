package reprise.simulation.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import reprise.simulation.results.WholeFile;

/**
 * What makes a sweep this sweep: everything that decides what its points come to. Kept beside the points, as lines {@code name: value}.
 *
 * @param facts value by name, each one line.
 */
public record SweepIdentity(Map<String, String> facts) {
    /** Copies the facts, in their order. */
    public SweepIdentity {
        facts = new LinkedHashMap<>(facts);
    }

    /**
     * Claims a file for this sweep: writes it if it is not there.
     *
     * @param path of the file.
     * @return what differs if the file is that of another sweep, in words; empty if it is this one's.
     */
    public String claim(final Path path) {
        try {
            if (!Files.exists(path)) {
                WholeFile.write(path, text());
                return "";
            }
            return difference(Files.readString(path));
        } catch (final IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private String text() {
        final StringBuilder text = new StringBuilder();
        facts.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private String difference(final String text) {
        final Map<String, String> theirs = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            final String[] parts = line.split(": ", 2);
            theirs.put(parts[0], parts.length < 2 ? "" : parts[1]);
        });
        for (final Map.Entry<String, String> fact : facts.entrySet()) {
            final String other = theirs.remove(fact.getKey());
            if (!fact.getValue().equals(other)) {
                return fact.getKey() + " was " + (other == null ? "not given" : other) + ", is " + fact.getValue();
            }
        }
        return theirs.isEmpty() ? "" : String.join(", ", theirs.keySet()) + " was given";
    }
}
