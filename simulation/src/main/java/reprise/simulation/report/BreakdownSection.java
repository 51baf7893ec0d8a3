package reprise.simulation.report;

import static reprise.simulation.results.Figures.count;
import static reprise.simulation.results.Figures.duration;
import static reprise.simulation.results.Figures.money;
import static reprise.simulation.results.Figures.percent;
import static reprise.simulation.results.Figures.ratio;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reprise.market.InstrumentDefinition;
import reprise.simulation.results.StrategyComparison;
import reprise.simulation.results.StrategyStatistics;

/** What each strategy came to, each instrument, and each strategy in each instrument. */
final class BreakdownSection {
    private static final int ROWS_MAX = 200;
    private static final String END = "</tbody></table></div>\n";
    private static final String OPERATOR = "(operator)";

    private final Html html = new Html();
    private final List<String> strategies;
    private final List<InstrumentDefinition> instruments;

    private BreakdownSection(final List<String> strategies, final List<InstrumentDefinition> instruments) {
        this.strategies = strategies;
        this.instruments = instruments;
    }

    /** Tables; those that would only say the same again are left out. */
    static String of(
            final StrategyComparison comparison,
            final TradeTallies tallies,
            final List<String> strategies,
            final List<InstrumentDefinition> instruments) {
        final BreakdownSection section = new BreakdownSection(strategies, instruments);
        section.strategies(comparison.strategies());
        if (strategies.size() > 1) {
            section.matrix("Common entries, as a share of the entries of either", comparison.overlap());
            section.matrix("Correlation of daily results", comparison.correlation());
        }
        section.instruments(tallies.byInstrument());
        if (strategies.size() > 1 && tallies.byInstrument().size() > 1) {
            section.cells(tallies.cells());
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

    /** Ends a table of what was tallied. */
    private void end(final int all) {
        html.raw(END);
        if (all > ROWS_MAX) {
            html.element(
                    "p",
                    "note",
                    "The " + ROWS_MAX + " of " + count(all) + " that won or lost most; trades.csv has the rest.");
        }
    }

    private String name(final int strategyId) {
        return strategyId == 0 ? OPERATOR : strategies.get(strategyId - 1);
    }

    private String symbol(final int instrumentId) {
        return instruments.get(instrumentId).symbol();
    }

    private void strategies(final List<StrategyStatistics> all) {
        begin(
                "figures",
                "By strategy",
                1,
                "Strategy",
                "P&L",
                "Fees",
                "Turnover",
                "Entries",
                "Trades",
                "Win rate",
                "Exposure",
                "Sharpe, days");
        for (final StrategyStatistics each : all) {
            html.raw("<tr><th scope=\"row\">")
                    .text(name(each.strategyId()))
                    .raw("</th>")
                    .signed(each.pnl(), money(each.pnl()))
                    .number(money(each.fees()))
                    .number(money(each.turnover()))
                    .number(count(each.entries()))
                    .number(count(each.trades()))
                    .number(percent(each.hitRate()))
                    .number(percent(each.exposure()))
                    .number(ratio(each.sharpeDaily()))
                    .raw("</tr>\n");
        }
        html.raw(END);
    }

    /** Each two once: below the diagonal. */
    private void matrix(final String title, final List<List<Double>> values) {
        final List<String> others = strategies.subList(0, strategies.size() - 1);
        begin("matrix", title, 1, columns(others));
        for (int i = 1; i < values.size(); i++) {
            html.raw("<tr><th scope=\"row\">").text(strategies.get(i)).raw("</th>");
            for (int j = 0; j < others.size(); j++) {
                html.number(j < i ? ratio(values.get(i).get(j)) : "");
            }
            html.raw("</tr>\n");
        }
        html.raw(END);
    }

    private static String[] columns(final List<String> names) {
        return Stream.concat(Stream.of(""), names.stream()).toArray(String[]::new);
    }

    private void instruments(final Map<Integer, TradeTally> tallies) {
        begin(
                "figures",
                "By instrument",
                1,
                "Instrument",
                "P&L",
                "Fees",
                "Trades",
                "Open",
                "Win rate",
                "Profit factor",
                "Average hold");
        weightiest(tallies).forEach(entry -> {
            html.raw("<tr><th scope=\"row\">").text(symbol(entry.getKey())).raw("</th>");
            figures(entry.getValue());
        });
        end(tallies.size());
    }

    private void cells(final Map<TradeTallies.Cell, TradeTally> tallies) {
        begin(
                "figures",
                "By strategy and instrument",
                2,
                "Strategy",
                "Instrument",
                "P&L",
                "Fees",
                "Trades",
                "Open",
                "Win rate",
                "Profit factor",
                "Average hold");
        weightiest(tallies).forEach(entry -> {
            html.raw("<tr><th scope=\"row\">")
                    .text(name(entry.getKey().strategyId()))
                    .raw("</th>")
                    .element("td", symbol(entry.getKey().instrumentId()));
            figures(entry.getValue());
        });
        end(tallies.size());
    }

    /** All, or those with the largest results, in the order of the map. */
    private static <K> List<Map.Entry<K, TradeTally>> weightiest(final Map<K, TradeTally> tallies) {
        final List<K> order = List.copyOf(tallies.keySet());
        return tallies.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        entry -> -Math.abs(entry.getValue().pnl())))
                .limit(ROWS_MAX)
                .sorted(Comparator.comparingInt(entry -> order.indexOf(entry.getKey())))
                .toList();
    }

    private void figures(final TradeTally tally) {
        html.signed(tally.pnl(), money(tally.pnl()))
                .number(money(tally.fees()))
                .number(count(tally.ended()))
                .number(count(tally.open()))
                .number(percent(tally.winRate()))
                .number(ratio(tally.profitFactor()))
                .number(duration(tally.averageHoldNs()))
                .raw("</tr>\n");
    }
}
