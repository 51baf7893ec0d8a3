package reprise.app.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.app.wiring.MarketData;
import reprise.app.wiring.SimulatedRun;
import reprise.pipeline.Layout;
import reprise.simulation.backtest.Pace;
import reprise.simulation.backtest.PacedClock;
import reprise.simulation.results.RunResult;

/** Runs a configuration on rings against its venues. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run a configuration on rings, journaled, against the simulated venue that plays recorded data.",
            "At --speed max the engine is in step with the data and decides exactly what a backtest decides.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise run conf/btc-trend.yaml --data BTCUSDT-5m.csv.gz --speed 3600",
            "  reprise run conf/btc-trend.yaml --data BTCUSDT-5m.csv.gz --speed max --set engine.layout=pipelined",
        })
public final class RunCommand implements Callable<Integer> {
    private static final String IN_STEP = "max";
    private static final double MAX_SPEED = 1e9;
    private static final long NS_PER_MS = 1_000_000L;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--speed",
            defaultValue = "1",
            description =
                    "1 is real time, 60 a minute a second, max in step with the data (default: ${DEFAULT-VALUE}).")
    private String speed;

    @Option(names = "--journal", paramLabel = "DIR", description = "Where to record (default: in the results).")
    private Path journal;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final RunConfig config = options.config();
        final Pace pace = pace(config);
        final String runId = ConfigOptions.newRunId(config);
        final Path out = options.resultDirectory(runId);
        final Path record = journal == null ? Path.of("out", runId, "journal") : journal;
        final RunResult result;
        try (MarketData data = options.openData(config);
                Progress progress = new Progress("bars")) {
            announce(config, record);
            result = new SimulatedRun(config, runId)
                    .onRings(config.pipeline(), pace)
                    .journaledIn(record)
                    .resultsIn(out)
                    .run(data, (bars, timeNs) -> progress.at(bars, Render.time(timeNs)));
        }
        return RunReport.print("run", result, out, record, json);
    }

    private Pace pace(final RunConfig config) {
        if (speed.equals(IN_STEP)) {
            return Pace.OF_THE_DATA;
        }
        try {
            final double factor = Double.parseDouble(speed);
            if (factor > 0 && factor <= MAX_SPEED) {
                return new PacedClock(factor, config.clockTickMs() * NS_PER_MS);
            }
        } catch (final NumberFormatException e) {
            throw new ConfigException("--speed " + speed + ": not a number; write 1, 60, 0.5 or max");
        }
        throw new ConfigException("--speed " + speed + ": must be above 0 and at most 1000000000, or max");
    }

    private void announce(final RunConfig config, final Path record) {
        final int processors = Runtime.getRuntime().availableProcessors();
        final Layout layout = config.pipeline().layout().resolve(processors);
        System.err.printf(
                "reprise: run %s, simulated venue (paper), %s on %d processors, waiting %s, journal %s%n",
                config.name(),
                layout.name().toLowerCase(Locale.ROOT),
                processors,
                config.pipeline().waitPolicy().name().toLowerCase(Locale.ROOT),
                record);
    }
}
