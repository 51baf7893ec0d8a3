package reprise.simulation.report;

import reprise.research.performance.Drawdown;
import reprise.research.performance.Drawdowns;
import reprise.simulation.results.Figures;
import reprise.simulation.results.UtcTime;

/** The worst few drawdowns of the account by days, as rows of a table. */
final class DrawdownRows {
    private static final int ROWS = 5;

    private DrawdownRows() {}

    static String of(final Drawdowns drawdowns) {
        final Html rows = new Html();
        for (final Drawdown each : drawdowns.top(ROWS)) {
            rows.raw("<tr>")
                    .element("td", "num loss", Figures.percent(each.depth()))
                    .element("td", day(each.peakNs()))
                    .element("td", day(each.valleyNs()))
                    .element("td", each.isRecovered() ? day(each.endNs()) : "not yet")
                    .number(Figures.number(each.days()))
                    .raw("</tr>\n");
        }
        return rows.toString();
    }

    /** The day that a point ends: one at midnight belongs to the day before. */
    private static String day(final long endNs) {
        return new UtcTime().of(endNs - 1).substring(0, "2024-01-01".length());
    }
}
