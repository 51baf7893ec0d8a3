package reprise.app.output;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.order.OrderTerms;
import reprise.simulation.comparison.OrderDifference;
import reprise.simulation.comparison.TrailOrder;
import reprise.simulation.results.RunStatistics;

/** What would have been, as people read it in a terminal. */
public final class WhatIfText {
    private static final String END = System.lineSeparator();

    private final WhatIfReport report;

    /**
     * The text of a report.
     *
     * @param report complete.
     */
    public WhatIfText(final WhatIfReport report) {
        this.report = report;
    }

    /**
     * The measures of both runs, and in a sentence what changed.
     *
     * @return some lines.
     */
    public String summary() {
        final TextTable table = new TextTable("measure", "recorded", "changed", "difference");
        money(table, "final equity", RunStatistics::equityFinal);
        money(table, "profit and loss", statistics -> statistics.equityFinal() - statistics.equityStart());
        money(table, "fees", RunStatistics::fees);
        count(table, "orders", statistics -> statistics.orders().submitted());
        count(table, "fills", statistics -> statistics.orders().fills());
        count(table, "trades", RunStatistics::trades);
        final double drawdownBefore = report.before().statistics().metrics().maxDrawdown();
        final double drawdownAfter = report.after().statistics().metrics().maxDrawdown();
        table.row(
                "deepest drawdown",
                Figure.percent(drawdownBefore),
                Figure.percent(drawdownAfter),
                Figure.percent(drawdownAfter - drawdownBefore));
        return table + END + orders() + record();
    }

    private String orders() {
        if (report.orders().differences().isEmpty()) {
            return "nothing changed: " + (report.isChanged() ? "" : "the configuration is the recorded one, and ")
                    + Render.count(report.orders().same()) + " of "
                    + Render.count(report.orders().same())
                    + " orders are the same" + END;
        }
        return String.format(
                Locale.ROOT,
                "orders: %,d the same, %,d changed, %,d no more, %,d new%n",
                report.orders().same(),
                report.orders().changed(),
                report.orders().onlyBefore(),
                report.orders().onlyAfter());
    }

    /** Both columns are simulations; says what the first has to do with the record. */
    private String record() {
        if (report.isAsRecorded()) {
            return "the simulation of the recorded configuration decides what is on record, byte for byte" + END;
        }
        return report.recordedCommandHash() == null
                ? "the journal was not closed, so it cannot be said whether the first column is what was recorded" + END
                : "the first column is a simulation too: it does not decide all of what is on record" + END;
    }

    private void money(final TextTable table, final String name, final ToLongFunction<RunStatistics> value) {
        final long before = value.applyAsLong(report.before().statistics());
        final long after = value.applyAsLong(report.after().statistics());
        table.row(name, money(before), money(after), (after > before ? "+" : "") + money(after - before));
    }

    private static String money(final long amount) {
        return String.format(Locale.ROOT, "%,.2f", Money.toDouble(amount));
    }

    private void count(final TextTable table, final String name, final ToLongFunction<RunStatistics> value) {
        final long before = value.applyAsLong(report.before().statistics());
        final long after = value.applyAsLong(report.after().statistics());
        table.row(
                name,
                Render.count(before),
                Render.count(after),
                (after > before ? "+" : "") + Render.count(after - before));
    }

    /**
     * Orders that are not the same.
     *
     * @param limit the most that are listed.
     * @return a line for each, and how many there are if not all are listed; empty if there are none.
     */
    public String differences(final int limit) {
        final List<OrderDifference> all = report.orders().differences();
        if (all.isEmpty()) {
            return "";
        }
        final TextTable table =
                new TextTable("time", "<strategy", "<instrument", "<recorded", "<changed", "<differs in");
        all.stream()
                .limit(limit)
                .forEach(difference -> table.row(
                        Render.time(difference.timeNs()),
                        report.strategy(any(difference)),
                        report.instrument(any(difference)).symbol(),
                        text(difference.before(), difference.timeNs()),
                        text(difference.after(), difference.timeNs()),
                        parts(difference)));
        return table
                + (all.size() <= limit
                        ? ""
                        : String.format(Locale.ROOT, "... %,d of %,d; for more: --limit N%n", limit, all.size()));
    }

    private static TrailOrder any(final OrderDifference difference) {
        return difference.before() == null ? difference.after() : difference.before();
    }

    private static String parts(final OrderDifference difference) {
        if (difference.differs().isEmpty()) {
            return difference.after() == null ? "no more" : "new";
        }
        return difference.differs().stream()
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private String text(final TrailOrder order, final long timeNs) {
        if (order == null) {
            return "-";
        }
        final InstrumentDefinition instrument = report.instrument(order);
        final OrderTerms terms = order.terms();
        final StringBuilder text = new StringBuilder(
                (terms.side() + " " + instrument.formatQuantity(terms.quantity()) + " " + terms.type())
                        .toLowerCase(Locale.ROOT));
        if (terms.limitPrice() != 0) {
            text.append(" limit ").append(instrument.formatPrice(terms.limitPrice()));
        }
        if (terms.stopPrice() != 0) {
            text.append(" stop ").append(instrument.formatPrice(terms.stopPrice()));
        }
        return text.append(order.timeNs() == timeNs ? "" : " at " + Render.time(order.timeNs()))
                .toString();
    }
}
