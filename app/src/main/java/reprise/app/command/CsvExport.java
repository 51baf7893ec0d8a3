package reprise.app.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import reprise.app.output.RecordFields;
import reprise.app.output.Render;

/**
 * One CSV file for each message. A message may leave a field out, such as an order its stop price, so all records are shown to
 * {@link #addColumns} before the first is written.
 */
final class CsvExport implements AutoCloseable {
    private final Path directory;
    private final Map<String, Set<String>> columnsOf = new TreeMap<>();
    private final Map<String, BufferedWriter> writers = new TreeMap<>();

    /** Into a directory that exists. */
    CsvExport(final Path directory) {
        this.directory = directory;
    }

    void addColumns(final RecordFields record) {
        columnsOf
                .computeIfAbsent(record.type(), type -> new LinkedHashSet<>())
                .addAll(record.fields().keySet());
    }

    void write(final RecordFields record) {
        final Set<String> columns = columnsOf.get(record.type());
        try {
            BufferedWriter writer = writers.get(record.type());
            if (writer == null) {
                writer = Files.newBufferedWriter(file(record.type()));
                writers.put(record.type(), writer);
                writer.write(
                        "sequence,time" + (record.isCommand() ? ",cause," : ",") + String.join(",", columns) + "\n");
            }
            writer.write(record.sequence() + "," + Render.time(record.timeNs())
                    + (record.isCommand() ? "," + record.causeSequence() + "," : ",")
                    + columns.stream()
                            .map(column -> cell(record.fields().getOrDefault(column, "")))
                            .collect(Collectors.joining(","))
                    + "\n");
        } catch (final IOException e) {
            throw unwritable(record.type(), e);
        }
    }

    private UncheckedIOException unwritable(final String type, final IOException problem) {
        return new UncheckedIOException(file(type) + " cannot be written to its end", problem);
    }

    private Path file(final String type) {
        return directory.resolve(type + ".csv");
    }

    private static String cell(final Object value) {
        final String text = value.toString();
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        writers.forEach((type, writer) -> {
            try {
                writer.close();
            } catch (final IOException e) {
                throw unwritable(type, e);
            }
        });
    }
}
