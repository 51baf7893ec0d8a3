package reprise.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reprise.app.ExitCode;
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
    @Mixin
    private ComparisonOptions options = new ComparisonOptions();

    @Option(names = "--diff", description = "List the orders that are not the same.")
    private boolean diff;

    @Override
    public Integer call() {
        final int limit = options.limit();
        final WhatIf whatIf = new WhatIf(options.directory(), options.overrides());
        final WhatIfReport report;
        try (Progress progress = new Progress("bars")) {
            report = whatIf.run((bars, timeNs) -> progress.at(bars, Render.time(timeNs)));
        }
        if (report.isStopped()) {
            System.err.println("reprise: interrupted; there is nothing to compare");
            return ExitCode.INTERRUPTED;
        }
        if (options.isJson()) {
            Json.print(System.out, WhatIfJson.of(report, diff ? limit : 0));
        } else {
            final WhatIfText text = new WhatIfText(report);
            System.out.print(text.summary() + (diff ? text.differences(limit) : ""));
        }
        return ExitCode.OK;
    }
}
