package reprise.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.output.Json;
import reprise.app.output.Render;
import reprise.app.output.TextTable;
import reprise.journal.JournalReader;
import reprise.journal.JournalStats;
import reprise.journal.LogStats;

/** Counts what is in a journal. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = "Count the records of a journal by message, with the time they span.",
        footer = {"", "Example: reprise journal stats out/journal"})
final class JournalStatsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOURNAL", description = "Directory of the journal.")
    private Path directory;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final JournalStats stats = JournalStats.of(JournalReader.open(directory));
        if (json) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("command", "journal stats");
            fields.put("facts", stats.metadata().facts());
            fields.put("results", stats.metadata().results());
            fields.put("events", fields(stats.events()));
            fields.put("commands", fields(stats.commands()));
            Json.print(System.out, fields);
        } else {
            stats.metadata().facts().forEach((key, value) -> System.out.printf("%-12s  %s%n", key, value));
            System.out.println();
            System.out.print(table(stats));
        }
        Findings.notePruned(stats.events().scan(), "events", stats.metadata());
        Findings.notePruned(stats.commands().scan(), "commands", stats.metadata());
        Findings.warn(stats.events().scan().findings());
        Findings.warn(stats.commands().scan().findings());
        return ExitCode.OK;
    }

    private static TextTable table(final JournalStats stats) {
        final TextTable table = new TextTable("log", "<message", "records", "bytes", "first", "last");
        rows(table, "events", stats.events());
        rows(table, "commands", stats.commands());
        return table;
    }

    private static void rows(final TextTable table, final String log, final LogStats stats) {
        stats.templates()
                .forEach((name, counts) -> table.row(
                        log,
                        name,
                        Render.count(counts.count()),
                        Render.count(counts.bytes()),
                        Render.time(counts.firstTimeNs()),
                        Render.time(counts.lastTimeNs())));
    }

    private static Map<String, Object> fields(final LogStats stats) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("records", stats.scan().records());
        fields.put("bytes", stats.scan().bytes());
        fields.put("first", Render.time(stats.firstTimeNs()));
        fields.put("last", Render.time(stats.lastTimeNs()));
        final Map<String, Object> messages = new LinkedHashMap<>();
        stats.templates().forEach((name, counts) -> messages.put(name, counts.count()));
        fields.put("messages", messages);
        fields.put("findings", JournalVerifyCommand.findings(stats.scan().findings()));
        return fields;
    }
}
