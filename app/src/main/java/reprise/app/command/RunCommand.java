package reprise.app.command;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.app.wiring.Broker;
import reprise.app.wiring.EngineRun;
import reprise.app.wiring.MarketData;
import reprise.app.wiring.NewRun;
import reprise.app.wiring.RunPlace;
import reprise.journal.Journal;
import reprise.pipeline.Layout;
import reprise.pipeline.OrdersAtStop;
import reprise.simulation.backtest.Pace;
import reprise.simulation.results.RunResult;

/** Runs a configuration on rings against its venues. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run a configuration on rings, journaled: at the broker that it names, or at the simulated venue that plays recorded"
                    + " data.",
            "At --speed max the engine is in step with the data and decides exactly what a backtest decides.",
            "With --venue the simulated venue is another process, started with: reprise venue sim.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise run conf/btc-trend.yaml --data BTCUSDT-5m.csv.gz --speed 3600",
            "  reprise run conf/btc-trend.yaml --data BTCUSDT-5m.csv.gz --speed max --set engine.layout=pipelined",
            "  reprise run conf/alpaca-paper.yaml",
            "  reprise run conf/btc-trend.yaml --venue unix:run/venue.sock --journal out/journal",
            "  reprise run conf/btc-trend.yaml --venue unix:run/venue.sock --from out/journal --journal out/journal-2",
        })
public final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private static final String SOCKET = "unix:";

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Mixin
    private ResultOptions results = new ResultOptions();

    @Option(
            names = "--speed",
            description = "1 is real time, 60 a minute a second, max in step with the data (default: 1).")
    private String speed;

    @Option(
            names = "--venue",
            paramLabel = "unix:PATH",
            description = "Trade at the venue that listens at this socket; data and pace are its own.")
    private String venue;

    @Option(names = "--journal", paramLabel = "DIR", description = "Where to record (default: in the results).")
    private Path journal;

    @Option(
            names = "--from",
            paramLabel = "OLD",
            description = {
                "With --venue and --journal: begin the new journal with the last state of this one, which another build or"
                        + " configuration wrote; see docs/upgrading.md.",
            })
    private Path from;

    @Option(
            names = "--fresh",
            paramLabel = "NAME",
            description = "With --from: a strategy that starts anew, whatever state it has; repeatable.")
    private Set<String> fresh = new LinkedHashSet<>();

    @Option(
            names = "--on-stop",
            paramLabel = "ORDERS",
            description = {
                "What becomes of working orders at a signal, instead of what shutdown.orders says: leave, cancel, flatten.",
            })
    private OrdersAtStop onStop;

    @Option(
            names = "--live",
            description =
                    "Trade real money, if the configuration says the same: venue.alpaca.account: live and live: true.")
    private boolean live;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final RunConfig configured = options.config();
        Broker.requireConsent(configured, live);
        final boolean atBroker = isAtBroker(configured);
        final RunConfig config = atBroker ? configured.atBroker() : configured;
        if (atBroker) {
            Broker.requireKeys(config);
        }
        final boolean recordsInPlace = journal == null && !atBroker;
        try (RunPlace place = results.place(ConfigOptions.newRunId(configured), recordsInPlace)) {
            return run(config, atBroker, place, recordsInPlace ? place.journal() : record(config));
        }
    }

    /** A run at a broker is found again under the name of its configuration, so that the next start goes on with it. */
    private Path record(final RunConfig config) {
        return journal == null ? Path.of("journals", config.name()) : journal;
    }

    private int run(final RunConfig config, final boolean atBroker, final RunPlace place, final Path record) {
        announce(config, record, atBroker ? Broker.name(config) : "simulated venue (paper)");
        final EngineRun run = new EngineRun(config, place.runId())
                .journaledIn(record)
                .resultsIn(place.results())
                .asked(CommandText.of(spec))
                .changedBy(options.assignments())
                .stoppingWith(onStop)
                .goingOnFrom(newRun());
        final RunResult result =
                atBroker ? runAtBroker(run, config) : venue == null ? runOnData(config, run) : runAtVenue(config, run);
        final int exitCode = RunReport.print("run", result, place.results(), record, json);
        return exitCode == ExitCode.INTERRUPTED && run.wasTerminated() ? ExitCode.OK : exitCode;
    }

    /** With data or a venue on the command line, a configuration for a broker runs at the simulated venue like any other. */
    private boolean isAtBroker(final RunConfig config) {
        return Broker.isIn(config) && venue == null && !options.hasData();
    }

    private RunResult runAtBroker(final EngineRun run, final RunConfig config) {
        if (speed != null) {
            throw new ConfigException("--speed " + speed + ": a broker has a pace of its own; leave it out");
        }
        try (Progress progress = new Progress("bars")) {
            return run.onRings(config.pipeline(), Pace.OF_THE_DATA)
                    .runAtBroker((bars, timeNs) -> progress.at(bars, Render.time(timeNs)));
        }
    }

    private NewRun newRun() {
        if (from == null && fresh.isEmpty()) {
            return null;
        }
        if (from == null || journal == null || venue == null && !isAtBroker(options.config())) {
            throw new ConfigException((from == null ? "--fresh" : "--from " + from)
                    + ": a run that goes on from another needs --from OLD, --journal NEW and --venue");
        }
        return new NewRun(from, journal, fresh);
    }

    private RunResult runOnData(final RunConfig config, final EngineRun run) {
        if (onStop != null) {
            throw new ConfigException("--on-stop: only with --venue; a venue in this process ends with it");
        }
        final Pace pace = SpeedOption.pace(speed == null ? "1" : speed, config);
        if (journal != null) {
            Journal.requireVacant(journal);
        }
        try (MarketData data = options.openData(config);
                Progress progress = new Progress("bars")) {
            return run.onRings(config.pipeline(), pace)
                    .run(data, (bars, timeNs) -> progress.at(bars, Render.time(timeNs)));
        }
    }

    private RunResult runAtVenue(final RunConfig config, final EngineRun run) {
        if (speed != null || options.hasData()) {
            throw new ConfigException(
                    "--venue " + venue + ": data and pace are the venue's; leave --data and --speed out");
        }
        if (!venue.startsWith(SOCKET) || venue.equals(SOCKET)) {
            throw new ConfigException("--venue " + venue + ": write unix:PATH, where reprise venue sim listens");
        }
        try (Progress progress = new Progress("bars")) {
            return run.onRings(config.pipeline(), Pace.OF_THE_DATA)
                    .runAtVenue(
                            Path.of(venue.substring(SOCKET.length())),
                            (bars, timeNs) -> progress.at(bars, Render.time(timeNs)));
        }
    }

    private void announce(final RunConfig config, final Path record, final String where) {
        final int processors = Runtime.getRuntime().availableProcessors();
        final Layout layout = config.pipeline().layout().resolve(processors);
        System.err.printf(
                "reprise: run %s, %s, %s on %d processors, waiting %s, journal %s%n",
                config.name(),
                where,
                layout.name().toLowerCase(Locale.ROOT),
                processors,
                config.pipeline().waitPolicy().name().toLowerCase(Locale.ROOT),
                record);
    }
}
