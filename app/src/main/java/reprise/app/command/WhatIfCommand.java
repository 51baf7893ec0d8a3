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
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.app.output.WhatIfJson;
import reprise.app.output.WhatIfReport;
import reprise.app.output.WhatIfText;
import reprise.app.wiring.WhatIf;

/** Runs a recorded session again with other parameters. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = {
            "Run a recorded session again with changed parameters: on the market that its journal has on record, against the"
                    + " simulated venue.",
            "Both columns are simulations, of the recorded configuration and of the changed one, so what differs comes from"
                    + " the parameters alone (docs/journals.md).",
        },
        footer = {
            "",
            "Examples:",
            "  reprise what-if out/journal --set strategies.trend.emaFast=13",
            "  reprise what-if out/journal --set venue.takerFeeBps=10 --diff --limit 50",
            "  reprise what-if out/journal --set strategies.trend.emaFast=13 --diff --json",
        })
public final class WhatIfCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOURNAL", description = "Directory of the journal.")
    private Path directory;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a value of the journal's configuration; repeatable.")
    private List<String> overrides = new ArrayList<>();

    @Option(names = "--diff", description = "List the orders that are not the same.")
    private boolean diff;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "The most orders that are listed (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ConfigException("--limit " + limit + ": must be 1 or more");
        }
        final WhatIf whatIf = new WhatIf(directory, overrides);
        final WhatIfReport report;
        try (Progress progress = new Progress("bars")) {
            report = whatIf.run((bars, timeNs) -> progress.at(bars, Render.time(timeNs)));
        }
        if (report.isStopped()) {
            System.err.println("reprise: interrupted; there is nothing to compare");
            return ExitCode.INTERRUPTED;
        }
        if (json) {
            Json.print(System.out, WhatIfJson.of(report, diff ? limit : 0));
        } else {
            final WhatIfText text = new WhatIfText(report);
            System.out.print(text.summary() + (diff ? text.differences(limit) : ""));
        }
        return ExitCode.OK;
    }
}
