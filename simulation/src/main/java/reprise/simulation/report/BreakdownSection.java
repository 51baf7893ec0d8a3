package reprise.simulation.report;

import static reprise.simulation.results.Figures.count;
import static reprise.simulation.results.Figures.money;
import static reprise.simulation.results.Figures.percent;
import static reprise.simulation.results.Figures.ratio;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reprise.simulation.results.Breakdown;
import reprise.simulation.results.BreakdownRow;
import reprise.simulation.results.MetricConventions;
import reprise.simulation.results.RunResult;
import reprise.simulation.results.StrategyComparison;
import reprise.simulation.results.StrategyStatistics;

/** What each strategy came to, each instrument, each strategy on each instrument, each month, and each hour of the day. */
final class BreakdownSection {
    private static final int ROWS_MAX = 200;
    private static final String END = "</tbody></table></div>\n";

    private final Html html = new Html();
    private final List<String> strategies;

    private BreakdownSection(final List<String> strategies) {
        this.strategies = strategies;
    }

    /** Tables. */
    static String of(final RunResult result) {
        final StrategyComparison comparison = result.statistics().strategies();
        final Breakdown breakdown =
                result.statistics().measures().breakdown().named(result.facts().strategies());
        final BreakdownSection section = new BreakdownSection(result.facts().strategies());
        section.strategies(
                comparison.strategies(), result.statistics().measures().breakdown());
        if (comparison.strategies().size() > 1) {
            section.html.raw("<div class=\"columns\">");
            section.matrix("Common entries, share", comparison.overlap());
            section.matrix("Correlation of daily results", comparison.correlation());
            section.html.raw("</div>");
        }
        section.html.raw("<div class=\"columns\"><div>");
        section.trades("By instrument, ended trades", breakdown.instruments(), "Instrument");
        section.trades("By month of exit, ended trades", breakdown.months(), "Month");
        section.html.raw("</div><div>");
        section.trades("By hour of entry, ended trades", breakdown.hours(), "Hour");
        section.html.raw("</div></div>");
        if (!breakdown.strategyInstruments().isEmpty()) {
            section.trades(
                    "By strategy and instrument, ended trades",
                    breakdown.strategyInstruments(),
                    "Strategy",
                    "Instrument");
        }
        return section.html.toString();
    }

    private void begin(final String kind, final String title, final int textColumns, final String... columns) {
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .text(title)
                .raw("\"><table class=\"" + kind + "\">")
                .element("caption", title)
                .head(textColumns, columns)
                .raw("<tbody>\n");
    }

    /** With open positions, and beside that what can be compared with the other tables. */
    private void strategies(final List<StrategyStatistics> all, final Breakdown numbered) {
        final Map<String, Long> ended =
                numbered.strategies().stream().collect(Collectors.toMap(BreakdownRow::name, BreakdownRow::pnl));
        begin(
                "figures",
                "By strategy, with open positions",
                1,
                "Strategy",
                "P&L",
                "Of ended trades",
                "Fees",
                "Turnover",
                "Entries",
                "Ended trades",
                "Win rate",
                "Exposure",
                "Sharpe of daily P&L");
        for (final StrategyStatistics each : all) {
            final long ofEnded = ended.getOrDefault(String.valueOf(each.strategyId()), 0L);
            html.raw("<tr><th scope=\"row\">")
                    .text(strategies.get(each.strategyId() - 1))
                    .raw("</th>")
                    .signed(each.pnl(), money(each.pnl()))
                    .signed(ofEnded, money(ofEnded))
                    .number(money(each.fees()))
                    .number(money(each.turnover()))
                    .number(count(each.entries()))
                    .number(count(each.trades()))
                    .number(percent(each.hitRate()))
                    .number(percent(each.exposure()))
                    .number(ratio(each.sharpeDaily()))
                    .raw("</tr>\n");
        }
        html.raw(END).element("p", "note", MetricConventions.OF_STRATEGIES);
    }

    /** Each two once: below the diagonal. */
    private void matrix(final String title, final List<List<Double>> values) {
        final List<String> others = strategies.subList(0, strategies.size() - 1);
        begin("matrix", title, 1, columns(new String[] {""}, others.toArray(String[]::new)));
        for (int i = 1; i < values.size(); i++) {
            html.raw("<tr><th scope=\"row\">").text(strategies.get(i)).raw("</th>");
            for (int j = 0; j < others.size(); j++) {
                html.number(j < i ? ratio(values.get(i).get(j)) : "");
            }
            html.raw("</tr>\n");
        }
        html.raw(END);
    }

    private static String[] columns(final String[] first, final String... others) {
        return Stream.of(first, others).flatMap(Stream::of).toArray(String[]::new);
    }

    /** Ended trades; the rows with the largest results, in their order. */
    private void trades(final String title, final List<BreakdownRow> rows, final String... kinds) {
        begin("figures", title, kinds.length, columns(kinds, "P&L", "Fees", "Trades", "Win rate", "P&L a trade"));
        final Set<BreakdownRow> weightiest = weightiest(rows);
        rows.stream().filter(weightiest::contains).forEach(this::trades);
        html.raw(END);
        if (rows.size() > ROWS_MAX) {
            html.element(
                    "p",
                    "note",
                    "The " + ROWS_MAX + " of " + count(rows.size())
                            + " that won or lost most; metrics.json has the rest.");
        }
    }

    private void trades(final BreakdownRow row) {
        html.raw("<tr>");
        row.names().forEach(name -> html.raw("<th scope=\"row\">").text(name).raw("</th>"));
        html.signed(row.pnl(), money(row.pnl()))
                .number(money(row.fees()))
                .number(count(row.trades()))
                .number(percent(row.winRate()))
                .number(money(row.pnl() / row.trades()))
                .raw("</tr>\n");
    }

    private static Set<BreakdownRow> weightiest(final List<BreakdownRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingLong(row -> -Math.abs(row.pnl())))
                .limit(ROWS_MAX)
                .collect(Collectors.toSet());
    }
}
