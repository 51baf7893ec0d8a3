package reprise.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import reprise.app.ExitCode;
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
    @Mixin
    private ComparisonOptions options = new ComparisonOptions();

    @Override
    public Integer call() {
        final int limit = options.limit();
        final ParityRun run = new ParityRun(options.directory(), options.overrides());
        final ParityReport report;
        try (Progress progress = new Progress("events and bars")) {
            report = run.run((done, timeNs) -> progress.at(done, Render.time(timeNs)));
        }
        if (options.isJson()) {
            Json.print(System.out, ParityJson.of(report, limit));
        } else {
            final ParityText text = new ParityText(report);
            System.out.print(text.summary() + text.orders(limit));
        }
        return ExitCode.OK;
    }
}
