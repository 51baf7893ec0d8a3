package reprise.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.output.Json;
import reprise.app.output.ParityJson;
import reprise.app.output.ParityReport;
import reprise.app.output.ParityText;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.app.wiring.ParityRun;

/** Compares a recorded run with its simulation. */
@Command(
        name = "parity",
        mixinStandardHelpOptions = true,
        description = {
            "What a recorded run earned against what the simulation earns on the market that its journal has on record: the"
                    + " difference, order by order, in parts that add up to the last unit (docs/journals.md).",
            "With --set the simulation assumes something else, to find what comes closest to what happened.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise parity out/journal",
            "  reprise parity out/journal --set venue.slippageBps=1 --limit 50",
            "  reprise parity out/journal --json",
        })
public final class ParityCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOURNAL", description = "Directory of the journal.")
    private Path directory;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a value of the configuration for the simulation; repeatable.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "The most orders that are listed, the largest differences first (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ConfigException("--limit " + limit + ": must be 1 or more");
        }
        final ParityRun run = new ParityRun(directory, overrides);
        final ParityReport report;
        try (Progress progress = new Progress("events and bars")) {
            report = run.run((done, timeNs) -> progress.at(done, Render.time(timeNs)));
        }
        if (json) {
            Json.print(System.out, ParityJson.of(report, limit));
        } else {
            final ParityText text = new ParityText(report);
            System.out.print(text.summary() + text.orders(limit));
        }
        return ExitCode.OK;
    }
}
