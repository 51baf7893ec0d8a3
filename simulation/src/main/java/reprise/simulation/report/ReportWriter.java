package reprise.simulation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reprise.market.InstrumentDefinition;
import reprise.simulation.results.Figures;
import reprise.simulation.results.Metrics;
import reprise.simulation.results.RunFacts;
import reprise.simulation.results.RunResult;
import reprise.simulation.results.RunStatistics;

/**
 * Writes report.html: one file, less than 2 MB however long the run was, that asks nothing of anybody else. The same run gives the same bytes;
 * no wall clock is read.
 */
public final class ReportWriter {
    /** Name of the file. */
    public static final String FILE_NAME = "report.html";

    private static final int NAMES_MAX = 12;
    private static final int CONFIGURATION_MAX = 200_000;

    private final RunResult result;
    private final ReportFacts facts;
    private final ReportCollector collected;
    private final Map<String, String> places = new HashMap<>();
    private final PageTime time = new PageTime();

    private ReportWriter(final RunResult result, final ReportFacts facts, final ReportCollector collected) {
        this.result = result;
        this.facts = facts;
        this.collected = collected;
    }

    /**
     * Writes the page of a run.
     *
     * @param directory that it goes into.
     * @param result of the run.
     * @param facts what else there is to say.
     * @param collected while it ran.
     * @return the file.
     * @throws UncheckedIOException if it cannot be written.
     */
    public static Path write(
            final Path directory, final RunResult result, final ReportFacts facts, final ReportCollector collected) {
        final Path file = directory.resolve(FILE_NAME);
        try {
            Files.writeString(file, page(result, facts, collected), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
        return file;
    }

    /** The whole page. */
    static String page(final RunResult result, final ReportFacts facts, final ReportCollector collected) {
        collected.finish();
        return new ReportWriter(result, facts, collected).page();
    }

    private String page() {
        final RunFacts run = result.facts();
        final ReturnSeries returns = ReturnSeries.of(
                result.statistics().measures(), collected.hours(), run.venue().calendar());
        frame();
        heading(run, result.statistics());
        headline(result.statistics(), result.statistics().metrics());
        put("currency", run.currency());
        places.put("statistics", StatisticsSection.of(result));
        places.put("breakdown", BreakdownSection.of(result));
        places.put("months", MonthsTable.of(result.statistics().measures().months()));
        places.put(
                "drawdowns",
                DrawdownRows.of(result.statistics().measures().daily().drawdowns()));
        charts(returns);
        trades();
        places.put("assumptions", RecordSection.assumptions(result));
        places.put("data", RecordSection.data(facts.sources()));
        places.put("hashes", RecordSection.hashes(result));
        put("command", facts.command());
        put("configuration", shortened(facts.configuration()));
        places.put("json", ChartData.of(collected, result, returns));
        return PageTemplate.fill(places);
    }

    /** Text, which is escaped. */
    private void put(final String place, final String text) {
        places.put(place, Html.escape(text));
    }

    private void frame() {
        final String style = PageTemplate.style();
        final String script = PageTemplate.script();
        places.put("style", style);
        places.put("script", script);
        places.put("licence", PageTemplate.licence());
        places.put(
                "policy",
                "default-src 'none'; style-src " + PageTemplate.hash(style) + "; script-src "
                        + PageTemplate.hash(script) + "; base-uri 'none'; form-action 'none'");
    }

    private void heading(final RunFacts run, final RunStatistics statistics) {
        put("title", run.runId());
        put("stopped", result.session().stopped() ? "Stopped before its data ended." : "");
        put("strategies", shortened(run.strategies()));
        put(
                "instruments",
                shortened(run.instruments().stream()
                        .map(InstrumentDefinition::symbol)
                        .toList()));
        put(
                "span",
                statistics.bars() == 0
                        ? "no bars"
                        : time.of(statistics.firstTimeNs()) + " to " + time.of(statistics.lastTimeNs()));
        put(
                "bars",
                Figures.count(statistics.bars()) + " bars of " + Figures.duration(statistics.periodNs())
                        + (result.session().historicalBars() > 0
                                ? ", after " + Figures.count(result.session().historicalBars()) + " of warm-up"
                                : ""));
    }

    private static String shortened(final List<String> names) {
        return names.stream().limit(NAMES_MAX).collect(Collectors.joining(", "))
                + (names.size() > NAMES_MAX ? " and " + (names.size() - NAMES_MAX) + " more" : "");
    }

    private static String shortened(final String configuration) {
        return configuration.length() <= CONFIGURATION_MAX
                ? configuration
                : configuration.substring(0, CONFIGURATION_MAX)
                        + "\n... cut here; the configuration's file has the rest";
    }

    private void headline(final RunStatistics statistics, final Metrics metrics) {
        final Html html = new Html();
        card(html, "Total return", Figures.percent(metrics.totalReturn()), metrics.totalReturn());
        card(html, "CAGR", Figures.percent(metrics.cagr()), metrics.cagr());
        card(html, "Sharpe", Figures.ratio(metrics.sharpe()), 0);
        card(html, "Max drawdown", Figures.percent(metrics.maxDrawdown()), 0);
        card(html, "Trades", Figures.count(statistics.trades()), 0);
        card(html, "Win rate", Figures.percent(metrics.winRate()), 0);
        card(html, "Profit factor", Figures.ratio(metrics.profitFactor()), 0);
        card(html, "Fees", Figures.money(statistics.fees()), 0);
        places.put("headline", html.toString());
    }

    private static void card(final Html html, final String name, final String figure, final double signed) {
        html.raw("<div>")
                .element("dt", name)
                .element("dd", signed > 0 ? "gain" : signed < 0 ? "loss" : "plain", figure)
                .raw("</div>");
    }

    /** What the charts show, for those who do not see them. */
    private void charts(final ReturnSeries returns) {
        final RunStatistics statistics = result.statistics();
        final String currency = result.facts().currency();
        put(
                "equityLabel",
                "Equity from " + Figures.money(statistics.equityStart()) + " to "
                        + Figures.money(statistics.equityFinal()) + " " + currency);
        put(
                "drawdownLabel",
                "Drawdown, at most " + Figures.percent(statistics.metrics().maxDrawdown()));
        put(
                "exposureLabel",
                "Exposure; a position was held at "
                        + Figures.percent(statistics.metrics().exposure()) + " of bar times");
        put("period", returns.periodName());
        put("window", Figures.count(returns.window()) + " " + returns.periodName() + "s");
        put("resolution", Figures.duration(collected.equity().bucketNs()));
    }

    private void trades() {
        final long all = collected.trades().count();
        final long shown = Math.min(all, ReportCollector.TRADES_MAX);
        put(
                "tradesNote",
                shown == all
                        ? "All " + Figures.count(all) + " trades; trades.csv has them with every digit."
                        : "The " + Figures.count(shown) + " trades that won or lost most, of " + Figures.count(all)
                                + "; trades.csv has all of them.");
        final long charts = result.facts().instruments().stream()
                .filter(each -> !collected.price(each.instrumentId()).isEmpty())
                .count();
        put(
                "pricesNote",
                charts <= ChartData.CHARTS_MAX
                        ? ""
                        : "The " + ChartData.CHARTS_MAX + " of " + Figures.count(charts)
                                + " instruments that traded most often.");
    }
}
