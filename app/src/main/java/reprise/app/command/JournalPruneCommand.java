package reprise.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.output.Json;
import reprise.app.output.Render;
import reprise.journal.JournalPruning;
import reprise.journal.PrunePlan;
import reprise.journal.PruneStep;
import reprise.journal.Retention;
import reprise.journal.Span;

/** Removes and compresses what is old in a journal. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description = {
            "Remove or compress old rolls of a journal that no process is writing; a roll is a file of its logs.",
            "The newest roll is never touched, nor any that recovery needs. The journal is verified first, and left alone"
                    + " if it is not what was written.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise journal prune out/journal --keep 30d --compress-older-than 2d --dry-run",
            "  reprise journal prune out/journal --keep 5 --needed-from end",
        })
final class JournalPruneCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOURNAL", description = "Directory of the journal.")
    private Path directory;

    @Option(
            names = "--keep",
            paramLabel = "SPAN",
            defaultValue = "all",
            converter = SpanConverter.class,
            description = "Remove what is older: all, a number of rolls such as 10, or days before the last record such"
                    + " as 30d (default: ${DEFAULT-VALUE}).")
    private Span keep;

    @Option(
            names = "--compress-older-than",
            paramLabel = "SPAN",
            defaultValue = "all",
            converter = SpanConverter.class,
            description = "Compress with gzip what is kept and older (default: ${DEFAULT-VALUE}, compress nothing).")
    private Span plain;

    @Option(
            names = "--needed-from",
            paramLabel = "EVENT",
            converter = NeededConverter.class,
            description = {
                "The first event that has to stay; end if this run is over for good, so that nobody needs any.",
                "Default: what recovery needs, which is all behind the oldest snapshot; all of them if there is none.",
            })
    private Long neededFrom;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (JournalPruning pruning = JournalPruning.open(directory)) {
            neededFrom = needed(pruning.neededFrom());
            final PrunePlan plan = pruning.plan(new Retention(keep, plain), neededFrom);
            if (!json) {
                System.out.println(dryRun ? "would do; nothing is changed:" : "doing:");
            }
            if (dryRun) {
                plan.steps().forEach(this::show);
            } else {
                pruning.apply(plan, this::show);
            }
            if (json) {
                Json.print(System.out, fields(plan));
            } else {
                System.out.println(summary(plan));
            }
        }
        return ExitCode.OK;
    }

    private long needed(final long byRecovery) {
        if (neededFrom == null) {
            return byRecovery;
        }
        if (neededFrom > byRecovery && neededFrom != JournalPruning.NOTHING_NEEDED) {
            throw new ConfigException("--needed-from " + neededFrom + ": recovery needs the events from " + byRecovery
                    + " on; write end if nobody will go on with this run");
        }
        return neededFrom;
    }

    private void show(final PruneStep step) {
        if (!json) {
            System.out.println("  " + step);
        }
    }

    private String summary(final PrunePlan plan) {
        if (plan.steps().isEmpty()) {
            return neededFrom == JournalPruning.NOTHING_NEEDED
                    ? "  nothing: no roll is older than what is to be kept as it is"
                    : "  nothing: no roll is older than what is to be kept as it is, and recovery needs everything from event "
                            + Render.count(neededFrom) + " on (see --needed-from)";
        }
        final long removed = plan.steps().stream()
                .filter(step -> step.action() == PruneStep.Action.REMOVE)
                .count();
        return String.format(
                "%s %s files, %s %s; the events %s at sequence %s, the commands at %s",
                dryRun ? "would remove" : "removed",
                Render.count(removed),
                dryRun ? "compress" : "compressed",
                Render.count(plan.steps().size() - removed),
                dryRun ? "would begin" : "begin",
                Render.count(plan.eventsBeginAt()),
                Render.count(plan.commandsBeginAt()));
    }

    private Map<String, Object> fields(final PrunePlan plan) {
        final List<Map<String, Object>> steps = new ArrayList<>();
        for (final PruneStep step : plan.steps()) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("action", step.action().name().toLowerCase(Locale.ROOT));
            fields.put("file", step.file());
            fields.put("sizeBytes", step.sizeBytes());
            fields.put("firstSequence", step.firstSequence());
            fields.put("lastSequence", step.lastSequence());
            steps.add(fields);
        }
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "journal prune");
        fields.put("dryRun", dryRun);
        fields.put("steps", steps);
        fields.put("eventsBeginAt", plan.eventsBeginAt());
        fields.put("commandsBeginAt", plan.commandsBeginAt());
        return fields;
    }

    /** Reads a span, and says what one is. */
    static final class SpanConverter implements CommandLine.ITypeConverter<Span> {
        @Override
        public Span convert(final String text) {
            try {
                return Span.parse(text);
            } catch (final IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(e.getMessage());
            }
        }
    }

    /** Reads the sequence of an event, or that there is none. */
    static final class NeededConverter implements CommandLine.ITypeConverter<Long> {
        @Override
        public Long convert(final String text) {
            if (text.equals("end")) {
                return JournalPruning.NOTHING_NEEDED;
            }
            if (!text.matches("[1-9][0-9]{0,17}")) {
                throw new CommandLine.TypeConversionException(
                        "'" + text + "' is neither end nor the sequence of an event");
            }
            return Long.valueOf(text);
        }
    }
}
