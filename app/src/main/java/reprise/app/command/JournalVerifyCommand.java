package reprise.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.output.Json;
import reprise.app.output.Progress;
import reprise.app.wiring.NewRun;
import reprise.journal.BaseState;
import reprise.journal.Finding;
import reprise.journal.JournalReport;
import reprise.journal.JournalVerifier;
import reprise.journal.ScanResult;

/** Checks every byte of a journal against its checksums. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Check that a journal is what was written: exits 0 if it is, 3 if it is damaged or records are missing.",
        footer = {
            "",
            "A journal whose writer was killed may end in a half-written record: that is reported, and no damage.",
            "",
            "Examples:",
            "  reprise journal verify out/journal",
            "  reprise journal verify out/journal-2 --from out/journal"
        })
final class JournalVerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOURNAL", description = "Directory of the journal.")
    private Path directory;

    @Option(
            names = "--from",
            paramLabel = "OLD",
            description = "Check too that its run goes on from the end of this journal.")
    private Path from;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final JournalReport report;
        try (Progress progress = new Progress("records")) {
            report = JournalVerifier.verify(
                    directory,
                    (records, bytesRead, bytesTotal) -> progress.at(records, percent(bytesRead, bytesTotal)));
        }
        final String origin = from == null ? "" : NewRun.verifyOrigin(from, directory);
        if (json) {
            Json.print(System.out, fields(report));
        } else {
            print(report);
            System.out.print(origin.isEmpty() ? "" : origin + "\n");
        }
        return report.isDamaged() ? ExitCode.VERIFICATION : ExitCode.OK;
    }

    private static String percent(final long part, final long whole) {
        return whole == 0 ? "0 %" : Math.min(100, 100 * part / whole) + " %";
    }

    private static void print(final JournalReport report) {
        System.out.println("state     " + state(report));
        report.metadata().resumptions().forEach((key, value) -> System.out.println("resumed   " + key + " " + value));
        final long event = before(report, BaseState.EVENT);
        if (event > 0) {
            System.out.printf(
                    "from      %s, state after event %,d%n",
                    report.metadata().facts().get(BaseState.RUN_ID), event);
        }
        System.out.println("events    " + line(report.events(), event));
        System.out.println("commands  " + line(report.commands(), before(report, BaseState.COMMAND)));
        for (final Finding finding : report.findings()) {
            System.out.println("FOUND     " + finding);
        }
        System.out.println(verdict(report));
    }

    private static String state(final JournalReport report) {
        if (report.isBeingWritten()) {
            return "being written";
        }
        return switch (report.metadata().state()) {
            case CLOSED -> "closed cleanly";
            case OPEN -> "never closed: its writer died";
            case FAILED -> "given up by its writer: " + report.metadata().failure();
            case UNKNOWN -> "unknown: the metadata is damaged";
        };
    }

    /** The last record of the run that it goes on from; 0 if there is none. */
    private static long before(final JournalReport report, final String fact) {
        return Long.parseLong(report.metadata().facts().getOrDefault(fact, "0"));
    }

    private static String line(final ScanResult scan, final long before) {
        final String records = String.format(
                "%,d records, sequence %,d to %,d", scan.records(), scan.firstSequence(), scan.lastSequence());
        return scan.firstSequence() > before + 1
                ? records + String.format("; begins at sequence %,d: pruned", scan.firstSequence())
                : records;
    }

    private static String verdict(final JournalReport report) {
        if (report.isDamaged()) {
            return "DAMAGED: not what was written";
        }
        return report.isWhole() ? "whole: every record is what was written" : "good up to its torn tail";
    }

    private static Map<String, Object> fields(final JournalReport report) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "journal verify");
        fields.put("state", report.metadata().state().name().toLowerCase(Locale.ROOT));
        fields.put("resumptions", report.metadata().resumptions());
        fields.put("verified", !report.isDamaged());
        fields.put("whole", report.isWhole());
        fields.put(
                "pruned",
                report.events().firstSequence() > before(report, BaseState.EVENT) + 1
                        || report.commands().firstSequence() > before(report, BaseState.COMMAND) + 1);
        fields.put("events", report.events().records());
        fields.put("firstEventSequence", report.events().firstSequence());
        fields.put("lastEventSequence", report.events().lastSequence());
        fields.put("commands", report.commands().records());
        fields.put("firstCommandSequence", report.commands().firstSequence());
        fields.put("lastCommandSequence", report.commands().lastSequence());
        fields.put("findings", findings(report.findings()));
        return fields;
    }

    static List<Map<String, Object>> findings(final List<Finding> findings) {
        final List<Map<String, Object>> list = new ArrayList<>();
        for (final Finding finding : findings) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("kind", finding.kind().name());
            fields.put("sequence", finding.sequence());
            fields.put("file", finding.file());
            fields.put("positionBytes", finding.positionBytes());
            fields.put("missingRecords", finding.missingRecords());
            fields.put("detail", finding.detail());
            list.add(fields);
        }
        return list;
    }
}
