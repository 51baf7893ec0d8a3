package reprise.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.output.Json;
import reprise.app.output.PairFields;
import reprise.app.output.PairRegistryFile;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.app.output.TextTable;
import reprise.research.screening.PairScreen;
import reprise.research.screening.PriceSeries;
import reprise.research.screening.ScreenCriteria;
import reprise.research.screening.ScreenResult;
import reprise.research.screening.ScreenedPair;
import reprise.research.screening.Verdict;
import reprise.simulation.data.DataException;

/** Ranks all pairs of a universe. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description = {
            "Try all pairs of a universe: those whose returns are correlated are tested for cointegration in both directions, p is",
            "corrected for the number of tests, and what is left is filtered and ranked.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise pairs screen --data data/1h",
            "  reprise pairs screen --data data/5m --half-life 12:288 --periods 6 --write conf/pairs.yaml",
        })
final class PairsScreenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PriceOptions prices = new PriceOptions();

    @Mixin
    private ScreenOptions criteria = new ScreenOptions();

    @Option(
            names = "--top",
            paramLabel = "N",
            description =
                    "How many pairs to show: the accepted by rank, then the others by p (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int top;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Write the accepted pairs as a registry, for backtest and run.")
    private Path write;

    @Option(names = "--force", description = "Replace the file of --write.")
    private boolean force;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (top < 1) {
            throw new ConfigException("--top " + top + ": must be at least 1");
        }
        final ScreenCriteria wanted = criteria.criteria();
        final PairRegistryFile registry = write == null ? null : new PairRegistryFile(write, force);
        final List<PriceSeries> universe = prices.all();
        if (universe.size() < 2) {
            throw new DataException("--data " + String.join(" ", prices.arguments())
                    + ": a pair needs two symbols; there is " + universe.get(0).symbol() + " only");
        }
        final ScreenResult result = screen(universe, wanted);
        requireLength(result, wanted);
        final List<ScreenedPair> shown = result.pairs().stream().limit(top).toList();
        final boolean written = registry != null && !result.accepted().isEmpty();
        if (written) {
            registry.write(
                    result.accepted(),
                    spec.root().commandLine().getParseResult().originalArgs());
        }
        if (json) {
            print(result, shown, written);
        } else {
            System.out.print(text(result, shown, wanted));
            System.out.print(registry == null ? "" : outcome(result, written));
        }
        return ExitCode.OK;
    }

    private static ScreenResult screen(final List<PriceSeries> universe, final ScreenCriteria wanted) {
        final int pairs = universe.size() * (universe.size() - 1) / 2;
        try (Progress progress = new Progress("pairs")) {
            return PairScreen.run(
                    universe,
                    wanted,
                    Runtime.getRuntime().availableProcessors(),
                    done -> progress.at(done, "pair " + done + " of " + pairs));
        }
    }

    private static void requireLength(final ScreenResult result, final ScreenCriteria wanted) {
        final int all =
                result.verdicts().values().stream().mapToInt(Integer::intValue).sum();
        if (result.verdicts().get(Verdict.TOO_SHORT) == all) {
            throw new DataException("no two symbols have " + wanted.fewestBars()
                    + " bars that close at the same time; fewer do with --min-bars and --periods");
        }
    }

    private String outcome(final ScreenResult result, final boolean written) {
        final int accepted = result.accepted().size();
        return String.format(
                written ? "%n%d pair%s written to %s%n" : "%nno pair was accepted; %3$s is not written%n",
                accepted,
                accepted == 1 ? "" : "s",
                write);
    }

    private static String text(final ScreenResult result, final List<ScreenedPair> shown, final ScreenCriteria wanted) {
        final StringBuilder text = new StringBuilder(funnel(result, wanted));
        if (!shown.isEmpty()) {
            text.append(System.lineSeparator()).append(table(shown));
        }
        return text.toString();
    }

    private static String funnel(final ScreenResult result, final ScreenCriteria wanted) {
        final TextTable table = new TextTable(Render.count(result.symbols()) + " symbols", "pairs", "<");
        for (final Verdict verdict : Verdict.values()) {
            table.row(
                    verdict.words(),
                    Render.count(result.verdicts().get(verdict)),
                    limit(verdict, wanted, result.tests()));
        }
        return table.toString();
    }

    private static String limit(final Verdict verdict, final ScreenCriteria wanted, final int tests) {
        return switch (verdict) {
            case TOO_SHORT -> "below " + wanted.fewestBars();
            case UNCORRELATED -> "below " + wanted.minCorrelation();
            case COLLINEAR, SAME_SIDE -> "";
            case INSIGNIFICANT ->
                "above " + wanted.maxP() + ", "
                        + wanted.correction().name().toLowerCase(Locale.ROOT).replace('_', '-') + " over "
                        + Render.count(tests) + " tests";
            case HALF_LIFE -> "outside " + wanted.minHalfLife() + " to " + wanted.maxHalfLife() + " bars";
            case CROSSINGS -> "below " + wanted.minCrossings();
            case UNSTABLE -> "by more than " + wanted.maxDrift() + " of it in one of " + wanted.periods() + " periods";
            case ACCEPTED -> "";
        };
    }

    private static String table(final List<ScreenedPair> shown) {
        final TextTable table = new TextTable(
                "rank", "<pair", "hedge", "corr", "p", "adjusted", "bars", "hours", "crossings", "score", "<verdict");
        for (final ScreenedPair pair : shown) {
            table.row(
                    pair.rank() == 0 ? "-" : Integer.toString(pair.rank()),
                    pair.name(),
                    number(pair.cointegration().hedgeRatio(), 4),
                    number(pair.correlation(), 2),
                    PairFields.p(pair.cointegration().pValue()),
                    PairFields.p(pair.adjustedP()),
                    number(pair.halfLife().bars(), 1),
                    number(pair.halfLifeHours(), 1),
                    Render.count(pair.crossings()),
                    number(pair.score(), 3),
                    pair.verdict().words());
        }
        return table.toString();
    }

    private static String number(final double value, final int decimals) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private void print(final ScreenResult result, final List<ScreenedPair> shown, final boolean written) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "pairs screen");
        fields.putAll(PairFields.of(result, shown));
        fields.put("written", written ? write.toString() : null);
        Json.print(System.out, fields);
    }
}
