package reprise.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.config.StrategyBlock;
import reprise.app.output.Json;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.app.output.TextTable;
import reprise.app.wiring.ConfiguredExperiment;
import reprise.app.wiring.DecodedBars;
import reprise.app.wiring.DecodedMarket;
import reprise.simulation.lookahead.Future;
import reprise.simulation.lookahead.LateStart;
import reprise.simulation.lookahead.Leak;
import reprise.simulation.lookahead.LookaheadCheck;
import reprise.simulation.lookahead.LookaheadResult;
import reprise.simulation.lookahead.StartCheck;

/** Proves that a backtest uses nothing but the past. */
@Command(
        name = "lookahead",
        mixinStandardHelpOptions = true,
        description = {
            "Prove that a backtest uses nothing but the past: run it again with the future cut off, and with garbage in its place, and"
                    + " compare every event and command up to the cut, byte for byte. Exits 3 where something differs, and names it.",
            "With --find-warmup: begin the same backtest later, and count the bars until its decisions are those of the whole run; a"
                    + " warm-up that is configured is left out.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise lookahead conf/btc-trend.yaml --data BTCUSDT-5m.csv.gz",
            "  reprise lookahead conf/btc-trend.yaml --data synthetic:bars=400,seed=7,period=5m,price=40000 --cuts 400 --json",
            "  reprise lookahead conf/btc-trend.yaml --data BTCUSDT-5m.csv.gz --find-warmup",
        })
public final class LookaheadCommand implements Callable<Integer> {
    private static final int MAX_THREADS = 1024;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--cuts",
            paramLabel = "N",
            defaultValue = "100",
            description =
                    "At how many moments: half of them where something was decided, half spread over all; all moments where"
                            + " there are no more (default: ${DEFAULT-VALUE}).")
    private int cuts;

    @Option(names = "--find-warmup", description = "Find out how many bars it takes to forget the start instead.")
    private boolean findWarmup;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "10",
            description =
                    "With --find-warmup: how many later starts, over the first half of the data (default: ${DEFAULT-VALUE}).")
    private int starts;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many runs at once (default: as many as there are processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        require("--cuts", cuts, Integer.MAX_VALUE);
        require("--starts", starts, Integer.MAX_VALUE);
        require("--threads", threads, MAX_THREADS);
        final RunConfig config = options.config();
        final DecodedMarket market = options.decodeData(config);
        market.requireUsable(config);
        final ConfiguredExperiment experiment = new ConfiguredExperiment(config, ConfigOptions.newRunId(config));
        return findWarmup
                ? findWarmup(experiment.withoutWarmup(), market.bars("--find-warmup"))
                : check(experiment, market, config);
    }

    private static void require(final String option, final int value, final int most) {
        if (value < 1 || value > most) {
            throw new ConfigException(option + " " + value + ": allowed: 1 to " + most);
        }
    }

    private int check(final ConfiguredExperiment experiment, final DecodedMarket market, final RunConfig config)
            throws InterruptedException {
        final LookaheadResult result;
        try (Progress progress = new Progress("runs")) {
            result = new LookaheadCheck(experiment, market.prices())
                    .run(cuts, threads, (done, all) -> progress.towards(done, all, 0));
        }
        if (json) {
            Json.print(System.out, fields(market, result));
        } else {
            final List<String> names =
                    config.strategies().stream().map(StrategyBlock::name).toList();
            System.out.print(text(market.describe(), result, names));
        }
        return result.isClean() ? ExitCode.OK : ExitCode.VERIFICATION;
    }

    /** What came of it, for people; strategies in order of their ids. */
    static String text(final List<String> data, final LookaheadResult result, final List<String> strategies) {
        final StringBuilder text = new StringBuilder();
        data.forEach(line -> line(text, "data         " + line));
        line(
                text,
                "cuts         " + Render.count(result.cuts()) + " of " + Render.count(result.moments())
                        + " moments at which bars closed, " + Render.count(result.cutsAtDecisions())
                        + " of them where something was decided");
        line(text, "compared     every event and command up to the cut, byte for byte, with the run on all data");
        if (result.isClean()) {
            line(text, "future       removed: all equal; replaced by garbage: all equal");
            line(
                    text,
                    result.cutsAtDecisions() == 0
                            ? "nothing was decided at any of these moments, so nothing is proved of the strategies"
                            : "no decision depends on what came after it");
            return text.toString();
        }
        line(
                text,
                "future       the past DIFFERS at " + Render.count(result.leakingCuts()) + " of "
                        + Render.count(result.cuts()) + " cuts");
        result.leaks().forEach(leak -> tell(text, leak));
        line(text, "");
        for (int i = 0; i < strategies.size(); i++) {
            line(text, "strategyId=" + (i + 1) + " is " + strategies.get(i));
        }
        return text.toString();
    }

    private static void tell(final StringBuilder text, final Leak leak) {
        line(text, "");
        line(
                text,
                "with the future " + words(leak.future()) + " after " + Render.time(leak.cutTimeNs()) + " (bar time "
                        + Render.count(leak.bars()) + "), " + (leak.isCommand() ? "command" : "event") + " "
                        + Render.count(leak.number()) + " is another one:");
        line(text, "  all data  " + leak.expected());
        line(text, "  instead   " + leak.actual());
    }

    private static void line(final StringBuilder text, final String line) {
        text.append(line).append(System.lineSeparator());
    }

    private static String words(final Future future) {
        return future == Future.REMOVED ? "removed" : "replaced by garbage";
    }

    private static Map<String, Object> fields(final DecodedMarket market, final LookaheadResult result) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "lookahead");
        fields.put("data", market.describe());
        fields.put("moments", result.moments());
        fields.put("cuts", result.cuts());
        fields.put("cutsAtDecisions", result.cutsAtDecisions());
        fields.put("leakingCuts", result.leakingCuts());
        fields.put("clean", result.isClean());
        fields.put(
                "leaks", result.leaks().stream().map(LookaheadCommand::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(final Leak leak) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("future", leak.future().name());
        fields.put("cut", Render.time(leak.cutTimeNs()));
        fields.put("bars", leak.bars());
        fields.put("time", Render.time(leak.timeNs()));
        fields.put("log", leak.isCommand() ? "commands" : "events");
        fields.put("record", leak.number());
        fields.put("expected", leak.expected());
        fields.put("actual", leak.actual());
        return fields;
    }

    private int findWarmup(final ConfiguredExperiment experiment, final DecodedBars bars) {
        final List<LateStart> late;
        try (Progress progress = new Progress("starts")) {
            late = new StartCheck(experiment, bars.prices()).run(starts, done -> progress.towards(done, starts, 0));
        }
        final int most = late.stream()
                .filter(LateStart::isSettled)
                .mapToInt(LateStart::bars)
                .max()
                .orElse(0);
        final long unsettled = late.stream().filter(start -> !start.isSettled()).count();
        if (json) {
            Json.print(System.out, fields(bars, late, most));
            return ExitCode.OK;
        }
        bars.describe().forEach(line -> System.out.println("data  " + line));
        System.out.println();
        final TextTable table = new TextTable("Start", "Bars until equal", "Orders that differ", "Orders that agree");
        for (final LateStart start : late) {
            table.row(
                    Render.time(start.timeNs()),
                    start.isSettled() ? Render.count(start.bars()) : "not settled",
                    Render.count(start.differing()),
                    Render.count(start.agreeing()));
        }
        System.out.print(table);
        System.out.println();
        System.out.println(verdict(late, most, unsettled));
        return ExitCode.OK;
    }

    private static String verdict(final List<LateStart> late, final int most, final long unsettled) {
        if (late.isEmpty()) {
            return "too few bars to begin later";
        }
        if (unsettled > 0) {
            return unsettled + " of " + late.size()
                    + " later starts did not come to the decisions of the whole run with "
                    + LateStart.LEAST_AGREEING
                    + " orders or more after the last difference: more data may settle it, or"
                    + " the strategy never forgets its start";
        }
        return "after " + Render.count(most) + " bars, decisions no longer depend on where the data begins: --warmup "
                + most + " lets a backtest begin with them behind it";
    }

    private static Map<String, Object> fields(final DecodedMarket market, final List<LateStart> late, final int most) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "lookahead");
        fields.put("data", market.describe());
        fields.put("settled", late.stream().allMatch(LateStart::isSettled));
        fields.put("bars", most);
        fields.put("starts", late.stream().map(LookaheadCommand::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(final LateStart start) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("start", Render.time(start.timeNs()));
        fields.put("settled", start.isSettled());
        fields.put("bars", start.bars());
        fields.put("differing", start.differing());
        fields.put("agreeing", start.agreeing());
        return fields;
    }
}
