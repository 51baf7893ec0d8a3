package reprise.app.command;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import reprise.app.BuildIdentity;
import reprise.app.ExitCode;
import reprise.app.UnfinishedException;
import reprise.app.config.ConfigException;
import reprise.app.config.ConfigTemplate;
import reprise.app.config.RunConfig;
import reprise.app.output.Json;
import reprise.app.output.Render;
import reprise.app.output.SweepFiles;
import reprise.app.output.SweepJson;
import reprise.app.output.SweepReport;
import reprise.app.output.SweepText;
import reprise.app.output.Terminal;
import reprise.app.wiring.ConfiguredRun;
import reprise.app.wiring.DecodedMarket;
import reprise.app.wiring.RunPlace;
import reprise.app.wiring.SweepRun;
import reprise.simulation.data.DataException;
import reprise.simulation.sweep.PointResult;
import reprise.simulation.sweep.PointSpec;
import reprise.simulation.sweep.RankBy;
import reprise.simulation.sweep.Span;
import reprise.simulation.sweep.Sweep;
import reprise.simulation.sweep.SweepAxis;
import reprise.simulation.sweep.SweepGrid;
import reprise.simulation.sweep.SweepIdentity;
import reprise.simulation.sweep.SweepOutcome;
import reprise.simulation.sweep.WalkForward;
import reprise.state.StateHash;

/** Runs a configuration with many combinations of parameters. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = {
            "Backtest many combinations of parameters on all processors, and rank them by plateaus rather than peaks.",
            "A sweep that was interrupted or killed goes on where it was when it is started again with the same --out.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise sweep conf/btc-trend.yaml --data BTCUSDT-1h.csv.gz --param emaFast=5:30:5 --param emaSlow=40,60,100",
            "  reprise sweep conf/btc-trend.yaml --data BTCUSDT-1h.csv.gz --param emaFast=5:50 --param emaSlow=20:400 --random 200",
            "  reprise sweep conf/btc-trend.yaml --data BTCUSDT-1h.csv.gz --param emaFast=5:30:5 --warmup 300 \\",
            "      --walk-forward train=365d,test=90d,embargo=1d",
        })
public final class SweepCommand implements Callable<Integer> {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final int MAX_THREADS = 1024;
    private static final int SHOWN_REASONS = 5;
    private static final int MAX_LISTED_VALUES = 50;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Mixin
    private SweepOptions sweeps = new SweepOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many runs at once (default: as many as there are processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go, and where a sweep goes on (default: out/<name>-<time>-sweep).")
    private Path out;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "How many combinations to show (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int top;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (threads < 1 || threads > MAX_THREADS || top < 1) {
            throw new ConfigException(
                    top < 1
                            ? "--top " + top + ": must be at least 1"
                            : "--threads " + threads + ": allowed: 1 to " + MAX_THREADS);
        }
        final ConfigTemplate template = options.template();
        final SweepGrid grid = sweeps.grid(template, options.assignments());
        final long[] points = sweeps.points(grid);
        final WalkForward plan = sweeps.walkForward();
        final RankBy by = sweeps.rankBy(plan);
        final RunConfig config = firstValid(template, grid, points);
        final String name = ConfigOptions.newRunId(config) + "-sweep";
        try (RunPlace place = out == null ? RunPlace.own(name) : RunPlace.named(name, out)) {
            final DecodedMarket market = options.decodeData(config);
            final Sweep sweep = new Sweep(grid, points, windows(plan, market, config, points.length), by);
            try {
                return sweep(sweep, template, config, market, place.results());
            } catch (final UncheckedIOException e) {
                final String directory = place.results().toString();
                throw UnfinishedException.of(
                        e,
                        "what is done is in " + directory + ", and the same command with --out " + directory
                                + " goes on from there");
            }
        }
    }

    private int sweep(
            final Sweep sweep,
            final ConfigTemplate template,
            final RunConfig config,
            final DecodedMarket market,
            final Path directory) {
        final double daysPerYear = config.venue().calendar().barsPerYear(DAY_NS);
        final Map<String, String> facts = facts(template, sweep.grid(), market);
        final SweepOutcome outcome = new SweepRun(
                        sweep, new ConfiguredRun(template, market), threads, directory, daysPerYear)
                .run(new SweepIdentity(facts));
        if (outcome.interrupted()) {
            System.err.println(
                    "reprise: interrupted; " + Render.count(outcome.results().size()) + " of "
                            + Render.count(sweep.size()) + " points are done; the same command with --out " + directory
                            + " goes on from there");
            return ExitCode.INTERRUPTED;
        }
        requireOne(outcome.results());
        print(new SweepReport(
                config.name(),
                CommandText.of(spec),
                facts,
                market.describe(),
                sweep,
                outcome,
                daysPerYear,
                top,
                directory));
        return ExitCode.OK;
    }

    /** The configuration by which the data is read: any that is one will do, and if there is none, nothing need be read. */
    private static RunConfig firstValid(final ConfigTemplate template, final SweepGrid grid, final long[] points) {
        final List<PointResult> failed = new ArrayList<>();
        for (final long point : points) {
            final PointSpec pointSpec = new PointSpec(0, point, grid.settings(point), Span.WHOLE);
            try {
                return template.config(ConfiguredRun.assignments(pointSpec));
            } catch (final ConfigException e) {
                failed.add(PointResult.failed(pointSpec, e.getMessage()));
            }
        }
        throw allFailed(failed);
    }

    private static void requireOne(final List<PointResult> results) {
        if (results.stream().allMatch(PointResult::isFailed)) {
            throw allFailed(results);
        }
    }

    private static ConfigException allFailed(final List<PointResult> failed) {
        final List<String> reasons =
                failed.stream().map(PointResult::failure).distinct().toList();
        final StringBuilder text = new StringBuilder(
                failed.size() == 1 ? "the only run failed" : "all " + Render.count(failed.size()) + " runs failed");
        reasons.stream()
                .limit(SHOWN_REASONS)
                .forEach(reason ->
                        text.append(System.lineSeparator()).append("  ").append(reason));
        if (reasons.size() > SHOWN_REASONS) {
            text.append(System.lineSeparator())
                    .append("  and ")
                    .append(Render.count(reasons.size() - SHOWN_REASONS))
                    .append(" more reasons");
        }
        return new ConfigException(text.toString());
    }

    private static List<WalkForward.Window> windows(
            final WalkForward plan, final DecodedMarket market, final RunConfig config, final int points) {
        if (plan == null) {
            return List.of();
        }
        final Span span = market.bars("--walk-forward").tradable(config.warmup());
        final List<WalkForward.Window> windows = plan.windows(span.fromNs(), span.untilNs());
        if (windows.isEmpty()) {
            throw new DataException("--walk-forward: a window takes " + Render.span(plan.shortest())
                    + ", the data has bars to trade from " + Render.time(span.fromNs()) + " to "
                    + Render.time(span.untilNs()));
        }
        if ((long) windows.size() * points > SweepGrid.MAX_POINTS) {
            throw new ConfigException("--walk-forward: " + windows.size() + " windows of " + Render.count(points)
                    + " combinations are more than " + Render.count(SweepGrid.MAX_POINTS)
                    + " runs; take longer tests or fewer values, or try some of them with --random N");
        }
        return windows;
    }

    private Map<String, String> facts(final ConfigTemplate template, final SweepGrid grid, final DecodedMarket market) {
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("buildHash", BuildIdentity.hash());
        facts.put("configHash", template.hash());
        facts.put("dataHash", market.fingerprint());
        facts.put("mode", sweeps.mode());
        grid.axes().forEach(axis -> facts.put(SweepReport.PARAMETER + axis.key(), values(axis)));
        return facts;
    }

    /** All of them, or if that is too long to read, what they are between and a hash. */
    private static String values(final SweepAxis axis) {
        final String all = String.join(",", axis.values());
        final int count = axis.values().size();
        return count <= MAX_LISTED_VALUES
                ? all
                : axis.values().get(0) + " to " + axis.values().get(count - 1) + ", " + count + " values, SHA-256 "
                        + HexFormat.of().formatHex(StateHash.sha256().digest(all.getBytes(StandardCharsets.UTF_8)));
    }

    private void print(final SweepReport report) {
        final List<String> files = SweepFiles.write(report);
        if (json) {
            Json.print(System.out, SweepJson.of(report));
            return;
        }
        final boolean colours = Terminal.isInteractive() && System.getenv("NO_COLOR") == null;
        System.out.print(new SweepText(report, colours));
        System.out.println("results in " + report.out() + ": " + String.join(", ", files));
    }
}
