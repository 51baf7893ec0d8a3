package reprise.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import reprise.app.ExitCode;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.app.output.Json;
import reprise.app.output.ResultJson;
import reprise.app.output.Terminal;
import reprise.app.wiring.EngineRun;
import reprise.app.wiring.JournaledReplay;
import reprise.app.wiring.MarketData;
import reprise.app.wiring.RunPlace;
import reprise.simulation.backtest.Pace;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.data.ReadOptions;
import reprise.simulation.report.ReportWriter;
import reprise.simulation.results.ResultSink;
import reprise.simulation.results.ResultTable;
import reprise.simulation.results.RunRecorder;
import reprise.simulation.results.RunResult;

/** Shows the whole way without keys, network or files: a market, an engine on rings, a journal, and its replay. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "No keys, no network, no files: strategies of all four families trade a made-up market on the real engine, on rings and journaled;"
                    + " then the journal is replayed, and both hashes are shown.",
        },
        footer = {"", "Examples:", "  reprise demo", "  reprise demo --seed 11 --bars 50000"})
public final class DemoCommand implements Callable<Integer> {
    private static final long TARGET_DURATION_NS = 15_000_000_000L;
    private static final String RESOURCE = "/demo.yaml";

    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", defaultValue = "8", description = "Which market (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--bars",
            defaultValue = "20000",
            description = "Minutes of each instrument (default: ${DEFAULT-VALUE}).")
    private long bars;

    @Option(names = "--fast", description = "As fast as it goes, even in a terminal.")
    private boolean fast;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final RunConfig config = config();
        try (RunPlace place = RunPlace.own(ConfigOptions.newRunId(config))) {
            return call(config, place.runId(), place.results(), place.journal());
        }
    }

    private int call(final RunConfig config, final String runId, final Path out, final Path journal) {
        final RunResult result = trade(config, runId, out, journal);
        if (result.session().stopped()) {
            return RunReport.print("demo", result, out, journal, json);
        }
        final JournaledReplay.Outcome replay =
                new JournaledReplay(journal).run(true, null, new RunRecorder(ResultSink.NONE), SessionProgress.SILENT);
        if (json) {
            Json.print(System.out, fields(result, replay));
        } else {
            System.out.print(ResultTable.render(result));
            show(result, replay, out, journal);
        }
        return replay.verified() ? ExitCode.OK : ExitCode.VERIFICATION;
    }

    private static RunConfig config() {
        try (InputStream resource = DemoCommand.class.getResourceAsStream(RESOURCE)) {
            return RunConfigReader.parse("demo.yaml", new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunResult trade(final RunConfig config, final String runId, final Path out, final Path journal) {
        final String market = "synthetic:bars=" + bars + ",seed=" + seed + ",period=1m,price=100,twin=DUNE:CYAN";
        final boolean terminal = Terminal.isInteractive() && !json;
        try (MarketData data = MarketData.open(config, List.of(market), ReadOptions::of);
                LiveBoard board = new LiveBoard(config, terminal)) {
            // In step with the market: the same seed decides the same on every machine, however long the watching
            // takes.
            final EngineRun run = new EngineRun(config, runId)
                    .onRings(config.pipeline(), Pace.OF_THE_DATA)
                    .journaledIn(journal)
                    .resultsIn(out)
                    .asked(CommandText.of(spec))
                    .watchedBy(board);
            if (terminal && !fast) {
                board.slowDownTo(TARGET_DURATION_NS
                        / Math.max(1, bars * config.instruments().size()));
            }
            return run.run(data, board);
        }
    }

    private static void show(
            final RunResult result, final JournaledReplay.Outcome replay, final Path out, final Path journal) {
        System.out.println();
        System.out.println("the same again, from the journal:");
        System.out.println("  commands  live    " + result.session().commandHash());
        System.out.println("            replay  " + replay.replay().commandHash());
        System.out.println("  state     live    " + result.session().stateHash());
        System.out.println("            replay  " + replay.replay().stateHash());
        System.out.println(
                replay.verified()
                        ? "  equal: every command byte for byte, and the final state"
                        : "  DIFFERENT: please report this, with the journal");
        System.out.println();
        System.out.println("results in " + out + ", journal in " + journal);
        System.out.println("next: ./reprise journal print " + journal + " --type SubmitOrder,OrderFilled --limit 10");
        System.out.println("report in " + out.resolve(ReportWriter.FILE_NAME));
    }

    private static Map<String, Object> fields(final RunResult result, final JournaledReplay.Outcome replay) {
        final Map<String, Object> fields = new LinkedHashMap<>(ResultJson.of("demo", result));
        fields.put("replayCommandHash", replay.replay().commandHash());
        fields.put("replayStateHash", replay.replay().stateHash());
        fields.put("verified", replay.verified());
        return fields;
    }
}
