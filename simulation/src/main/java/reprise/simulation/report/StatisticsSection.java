package reprise.simulation.report;

import static reprise.simulation.results.Figures.count;
import static reprise.simulation.results.Figures.duration;
import static reprise.simulation.results.Figures.money;
import static reprise.simulation.results.Figures.percent;
import static reprise.simulation.results.Figures.ratio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import reprise.order.RejectReason;
import reprise.simulation.results.MeasureGroups;
import reprise.simulation.results.OrderCounts;
import reprise.simulation.results.PairStatistics;
import reprise.simulation.results.RunResult;

/** All figures of a run, in groups. Nothing is computed here. */
final class StatisticsSection {
    private final Html html = new Html();

    private StatisticsSection() {}

    /** Lists of names and figures. */
    static String of(final RunResult result) {
        final StatisticsSection section = new StatisticsSection();
        MeasureGroups.of(result, new PageTime()::of).forEach(section::group);
        section.group("Orders", orders(result.statistics().orders()));
        if (result.statistics().pairs() != null) {
            section.group("Pairs", pairs(result.statistics().pairs()));
        }
        return section.html.toString();
    }

    private void group(final String title, final Map<String, String> figures) {
        html.raw("<section class=\"group\">").element("h3", title).raw("<dl>");
        figures.forEach((name, figure) ->
                html.raw("<div>").element("dt", name).element("dd", figure).raw("</div>"));
        html.raw("</dl></section>\n");
    }

    private static Map<String, String> orders(final OrderCounts orders) {
        final Map<String, String> figures = new LinkedHashMap<>();
        figures.put("Submitted", count(orders.submitted()));
        figures.put("Fills", count(orders.fills()));
        figures.put("Filled", count(orders.filled()));
        figures.put("Cancelled", count(orders.cancelled()));
        figures.put("Expired", count(orders.expired()));
        figures.put("Rejected by the venue", count(orders.rejected()));
        reasons(figures, "  rejected for", orders.rejections());
        figures.put("Refused by our gate", count(orders.refused()));
        reasons(figures, "  refused for", orders.refusals());
        figures.put("Still open", count(orders.open()));
        return figures;
    }

    private static void reasons(
            final Map<String, String> figures, final String name, final Map<RejectReason, Long> counts) {
        if (!counts.isEmpty()) {
            figures.put(
                    name,
                    counts.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + count(entry.getValue()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static Map<String, String> pairs(final PairStatistics pairs) {
        final Map<String, String> figures = new LinkedHashMap<>();
        figures.put("Trades", count(pairs.trades()) + " (" + count(pairs.wins()) + " won)");
        figures.put("Openings failed", count(pairs.failures()));
        figures.put("Win rate", percent(pairs.winRate()));
        figures.put("Profit factor", ratio(pairs.profitFactor()));
        figures.put("P&L", money(pairs.pnl()));
        figures.put("Average hold", duration(pairs.averageHoldNs()));
        figures.put("Without hedge", count(pairs.unhedgedTimes()) + " times, at most " + money(pairs.maxUnhedged()));
        return figures;
    }
}
