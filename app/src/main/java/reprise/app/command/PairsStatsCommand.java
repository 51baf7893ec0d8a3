package reprise.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.output.Json;
import reprise.app.output.PairFields;
import reprise.app.output.Render;
import reprise.app.output.TextTable;
import reprise.research.screening.AlignedPrices;
import reprise.research.screening.PriceSeries;
import reprise.research.screening.SpreadStatistics;
import reprise.research.statistics.AdfResult;
import reprise.research.statistics.AdfTest;
import reprise.research.statistics.Correlation;
import reprise.research.statistics.LagRule;
import reprise.research.statistics.Trend;
import reprise.simulation.data.DataException;

/** Says whether two instruments belong together. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description =
                "Hedge ratio, correlation, cointegration, half-life and z-score of two instruments, in both directions.",
        footer = {
            "",
            "Examples:",
            "  reprise pairs stats BCHUSDT DOGEUSDT --data data/1h",
            "  reprise pairs stats KO PEP --data KO.csv PEP.csv --window 30 --json",
        })
final class PairsStatsCommand implements Callable<Integer> {
    private static final int FEWEST_BARS = 30;

    @Parameters(index = "0", paramLabel = "A", description = "Symbol of the first leg.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "Symbol of the second leg.")
    private String second;

    @Mixin
    private PriceOptions prices = new PriceOptions();

    @Option(
            names = "--window",
            paramLabel = "N",
            description = "Bars over which the z-score is taken (default: ${DEFAULT-VALUE}).",
            defaultValue = "40")
    private int window;

    @Mixin
    private LagOption lags = new LagOption();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (first.equalsIgnoreCase(second)) {
            throw new ConfigException("a pair needs two instruments, not " + first + " twice");
        }
        if (window < 2) {
            throw new ConfigException("--window " + window + ": must be at least 2");
        }
        final List<PriceSeries> series = prices.of(List.of(first, second));
        final AlignedPrices aligned = AlignedPrices.of(series.get(0), series.get(1));
        requireBars(series, aligned);
        final LagRule rule = LagRule.by(lags.choice());
        final SpreadStatistics forth = SpreadStatistics.of(aligned.first(), aligned.second(), rule, window);
        final SpreadStatistics back = SpreadStatistics.of(aligned.second(), aligned.first(), rule, window);
        if (json) {
            Json.print(System.out, fields(aligned, forth, back));
        } else {
            System.out.print(heading(aligned));
            System.out.println();
            System.out.print(table(aligned, forth, back));
        }
        return ExitCode.OK;
    }

    private void requireBars(final List<PriceSeries> series, final AlignedPrices aligned) {
        if (aligned.length() >= FEWEST_BARS) {
            return;
        }
        throw new DataException(first + " and " + second + " have " + aligned.length() + " bars in common, "
                + FEWEST_BARS + " are needed: " + span(series.get(0)) + "; " + span(series.get(1))
                + (aligned.length() == 0
                        ? ". Bars belong together that close at the same time; see --zone and --stamp"
                        : ""));
    }

    private static String span(final PriceSeries series) {
        return series.symbol() + " " + Render.count(series.length()) + " bars closing " + Render.time(series.timeNs(0))
                + " to " + Render.time(series.timeNs(series.length() - 1));
    }

    private AdfResult unitRoot(final double[] logPrices) {
        return AdfTest.test(logPrices, Trend.CONSTANT, LagRule.by(lags.choice()));
    }

    private String heading(final AlignedPrices aligned) {
        final TextTable table = new TextTable(first + " and " + second, "<");
        table.row(
                "  Bars",
                Render.count(aligned.length()) + " in common, " + Render.count(aligned.dropped())
                        + " without a partner left out");
        table.row(
                "  Closing",
                Render.time(aligned.timeNs(0)) + " to " + Render.time(aligned.timeNs(aligned.length() - 1)));
        table.row("  Bar", number(aligned.barHours(), 4) + " h");
        table.row(
                "  Correlation",
                number(Correlation.ofSteps(aligned.first(), aligned.second()), 4) + " of returns, "
                        + number(Correlation.of(aligned.first(), aligned.second()), 4) + " of log prices");
        table.row(
                "  Unit root, p",
                number(unitRoot(aligned.first()).pValue(), 4) + " " + first + ", "
                        + number(unitRoot(aligned.second()).pValue(), 4) + " " + second
                        + " (each should have one: a large p)");
        return table.toString();
    }

    private String table(final AlignedPrices aligned, final SpreadStatistics forth, final SpreadStatistics back) {
        final TextTable table = new TextTable("", first + " on " + second, second + " on " + first);
        final Rows rows = new Rows(table, forth, back);
        rows.add("Hedge ratio", one -> number(one.fit().beta(), 6));
        rows.add("  its error", one -> number(one.fit().betaError(), 6));
        rows.add("Alpha", one -> number(one.fit().alpha(), 6));
        rows.add("R squared", one -> number(one.fit().r2(), 4));
        rows.add("Engle-Granger", one -> number(one.cointegration().statistic(), 4));
        rows.add("  p", one -> PairFields.p(one.cointegration().pValue()));
        rows.add("  lags", one -> Integer.toString(one.cointegration().lags()));
        rows.add("  critical, 1 %", one -> number(one.cointegration().critical().percent1(), 4));
        rows.add("  critical, 5 %", one -> number(one.cointegration().critical().percent5(), 4));
        rows.add(
                "  critical, 10 %", one -> number(one.cointegration().critical().percent10(), 4));
        rows.add("Half-life, bars", one -> number(one.halfLife().bars(), 2));
        rows.add("Half-life, hours", one -> number(one.halfLife().bars() * aligned.barHours(), 2));
        rows.add("Mean crossings", one -> Render.count(one.crossings()));
        rows.add("z now, " + window + " bars", one -> number(one.z(), 3));
        return table.toString();
    }

    private record Rows(TextTable table, SpreadStatistics forth, SpreadStatistics back) {
        void add(final String name, final Function<SpreadStatistics, String> cell) {
            table.row(name, cell.apply(forth), cell.apply(back));
        }
    }

    private static String number(final double value, final int decimals) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private Map<String, Object> fields(
            final AlignedPrices aligned, final SpreadStatistics forth, final SpreadStatistics back) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "pairs stats");
        fields.put("first", first);
        fields.put("second", second);
        fields.put("bars", aligned.length());
        fields.put("dropped", aligned.dropped());
        fields.put("from", Render.time(aligned.timeNs(0)));
        fields.put("to", Render.time(aligned.timeNs(aligned.length() - 1)));
        fields.put("barHours", aligned.barHours());
        fields.put("correlationOfReturns", Correlation.ofSteps(aligned.first(), aligned.second()));
        fields.put("correlationOfLogPrices", Correlation.of(aligned.first(), aligned.second()));
        fields.put(
                "unitRoot",
                List.of(PairFields.of(unitRoot(aligned.first())), PairFields.of(unitRoot(aligned.second()))));
        fields.put("zWindow", window);
        fields.put("firstOnSecond", PairFields.of(forth, aligned.barHours()));
        fields.put("secondOnFirst", PairFields.of(back, aligned.barHours()));
        return fields;
    }
}
