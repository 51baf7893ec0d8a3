package reprise.app.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.output.RecordFormat;
import reprise.journal.JournalReader;
import reprise.journal.Refusal;

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
    public Integer call() {
        if (format == Format.JSONL) {
            exportLines();
        } else {
            exportCsv();
        }
        return ExitCode.OK;
    }

    private void exportLines() {
        try (PrintStream lines = new PrintStream(Files.newOutputStream(out), false, StandardCharsets.UTF_8)) {
            newWalk().print(RecordFormat.JSON_LINES, lines);
            if (lines.checkError()) {
                throw new UncheckedIOException(
                        out + " cannot be written to its end", new IOException("the disk is full, or refuses"));
            }
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    private void exportCsv() {
        try {
            Files.createDirectories(out);
        } catch (final IOException e) {
            throw unwritable(e);
        }
        final CsvExport export = new CsvExport(out);
        newWalk().forEach(export::addColumns);
        try (export) {
            newWalk().forEach(export::write);
        }
    }

    private ConfigException unwritable(final IOException problem) {
        return new ConfigException("--out " + out + " cannot be written (" + Refusal.reasonForNo(out, problem)
                + "); name a " + (format == Format.JSONL ? "file" : "directory") + " that you may write to");
    }

    private JournalWalk newWalk() {
        return new JournalWalk(JournalReader.open(directory), new RecordFilter(1, Long.MAX_VALUE, types));
    }
}
