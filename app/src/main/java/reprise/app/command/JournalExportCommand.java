package reprise.app.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.output.RecordFields;
import reprise.app.output.RecordFormat;
import reprise.app.output.Render;
import reprise.journal.JournalReader;

/** Turns a journal into files that other programs read. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Export a journal: one CSV file for each message, or JSON lines with all of them.",
        footer = {
            "",
            "Examples:",
            "  reprise journal export out/journal --format csv --out out/csv",
            "  reprise journal export out/journal --format jsonl --out out/journal.jsonl",
        })
final class JournalExportCommand implements Callable<Integer> {
    /** What comes out. */
    enum Format {
        CSV,
        JSONL
    }

    @Parameters(paramLabel = "JOURNAL", description = "Directory of the journal.")
    private Path directory;

    @Option(names = "--format", required = true, description = "csv or jsonl.")
    private Format format;

    @Option(names = "--out", required = true, description = "Directory for csv, file for jsonl.")
    private Path out;

    @Option(names = "--type", split = ",", description = "Only these messages.")
    private String[] types = {};

    @Override
    public Integer call() throws IOException {
        final JournalWalk walk =
                new JournalWalk(JournalReader.open(directory), new RecordFilter(1, Long.MAX_VALUE, types));
        if (format == Format.JSONL) {
            try (PrintStream lines = new PrintStream(Files.newOutputStream(out), false, StandardCharsets.UTF_8)) {
                walk.print(RecordFormat.JSON_LINES, lines);
            }
        } else {
            Files.createDirectories(out);
            try (CsvFiles files = new CsvFiles(out)) {
                walk.forEach(files::write);
            }
        }
        return ExitCode.OK;
    }

    /** One file for each message, opened when the first of its kind comes. */
    private record CsvFiles(Path directory, Map<String, BufferedWriter> writers) implements AutoCloseable {
        CsvFiles(final Path directory) {
            this(directory, new TreeMap<>());
        }

        void write(final RecordFields record) {
            try {
                BufferedWriter writer = writers.get(record.type());
                if (writer == null) {
                    writer = Files.newBufferedWriter(directory.resolve(record.type() + ".csv"));
                    writers.put(record.type(), writer);
                    writer.write("sequence,time" + (record.isCommand() ? ",cause," : ",")
                            + String.join(",", record.fields().keySet()) + "\n");
                }
                writer.write(record.sequence() + "," + Render.time(record.timeNs())
                        + (record.isCommand() ? "," + record.causeSequence() + "," : ",")
                        + record.fields().values().stream().map(CsvFiles::cell).collect(Collectors.joining(","))
                        + "\n");
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String cell(final Object value) {
            final String text = value.toString();
            return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
        }

        @Override
        public void close() throws IOException {
            for (final BufferedWriter writer : writers.values()) {
                writer.close();
            }
        }
    }
}
