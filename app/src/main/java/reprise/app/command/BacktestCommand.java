package reprise.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import reprise.app.config.RunConfig;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.app.wiring.EngineRun;
import reprise.app.wiring.MarketData;
import reprise.app.wiring.RunPlace;
import reprise.journal.Journal;
import reprise.simulation.results.MetricsTable;
import reprise.simulation.results.RunResult;

/** Runs a configuration on historical data. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Run a configuration on historical data: the engine itself, inline, in the time of the data.",
        footer = {
            "",
            "Examples:",
            "  reprise backtest conf/btc-trend.yaml --data BTCUSDT-5m.csv.gz",
            "  reprise backtest conf/btc-trend.yaml --data BTCUSDT-5m.csv.gz --set strategies.trend.emaFast=13 --json",
            "  reprise backtest conf/btc-trend.yaml --data BTCUSDT-5m.csv.gz --metrics --no-out",
            "  reprise backtest conf/btc-trend.yaml --data synthetic:bars=500000,seed=7 --journal out/journal",
            "  reprise backtest conf/btc-trend.yaml --data out/journal --set strategies.trend.emaFast=13",
        })
public final class BacktestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Mixin
    private ResultOptions results = new ResultOptions();

    @Option(names = "--journal", paramLabel = "DIR", description = "Record the run in a new journal.")
    private Path journal;

    @Option(
            names = "--metrics",
            description =
                    "Print every measure too: by days, trades and costs, against buy and hold, trades by strategy,"
                            + " instrument, month and hour, and how all that is taken (docs/metrics.md). With --json, and in"
                            + " metrics.json of the results, they are always there.")
    private boolean metrics;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final RunConfig config = options.config();
        if (journal != null) {
            Journal.requireVacant(journal);
        }
        final RunResult result;
        final Path out;
        try (RunPlace place = results.place(ConfigOptions.newRunId(config), false);
                MarketData data = options.openData(config);
                Progress progress = new Progress("bars")) {
            out = place.results();
            result = new EngineRun(config, place.runId())
                    .journaledIn(journal)
                    .resultsIn(out)
                    .asked(CommandText.of(spec))
                    .changedBy(options.assignments())
                    .run(data, (bars, timeNs) -> progress.at(bars, Render.time(timeNs)));
        }
        final int exitCode = RunReport.print("backtest", result, out, journal, json);
        if (metrics && !json) {
            System.out.print("\n" + MetricsTable.render(result));
        }
        return exitCode;
    }
}
