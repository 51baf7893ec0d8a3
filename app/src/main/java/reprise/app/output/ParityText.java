package reprise.app.output;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import reprise.number.Money;
import reprise.simulation.comparison.OrderParity;
import reprise.simulation.comparison.PnlParts;

/** A recorded run against its simulation, as people read it in a terminal. */
public final class ParityText {
    private static final String END = System.lineSeparator();

    private final ParityReport report;

    /**
     * The text of a report.
     *
     * @param report of a comparison.
     */
    public ParityText(final ParityReport report) {
        this.report = report;
    }

    /**
     * The difference and its parts.
     *
     * @return some lines.
     */
    public String summary() {
        final PnlParts parts = report.parity().parts();
        final TextTable table =
                new TextTable("profit and loss", report.config().account().currency());
        table.row("recorded", Money.format(report.parity().livePnl()));
        table.row("simulated", Money.format(report.parity().simulatedPnl()));
        table.row("difference", Money.format(parts.sum()));
        table.row("  price", Money.format(parts.price()));
        table.row("  latency", Money.format(parts.latency()));
        table.row("  fee", Money.format(parts.fee()));
        table.row("  missing fills", Money.format(parts.missing()));
        table.row("  extra fills", Money.format(parts.extra()));
        table.row("  rejects", Money.format(parts.reject()));
        table.row("  residual", Money.format(report.parity().residual()));
        return table
                + END
                + String.format(
                        Locale.ROOT,
                        "orders: %,d in both, %,d only recorded, %,d only simulated; %,d came to something else%n",
                        report.both(),
                        report.onlyLive(),
                        report.onlySimulated(),
                        report.different());
    }

    /**
     * The orders that make the largest differences.
     *
     * @param limit the most that are listed.
     * @return a line for each; empty if all orders came to the same.
     */
    public String orders(final int limit) {
        final List<OrderParity> different = largest(report, limit);
        if (different.isEmpty()) {
            return "";
        }
        final TextTable table = new TextTable(
                "time",
                "<strategy",
                "<instrument",
                "<side",
                "difference",
                "price",
                "latency",
                "fee",
                "missing",
                "extra",
                "reject");
        different.forEach(order -> table.row(
                Render.time(order.any().timeNs()),
                report.strategy(order),
                report.symbol(order),
                order.any().side().name().toLowerCase(Locale.ROOT),
                Money.format(order.parts().sum()),
                Money.format(order.parts().price()),
                Money.format(order.parts().latency()),
                Money.format(order.parts().fee()),
                Money.format(order.parts().missing()),
                Money.format(order.parts().extra()),
                Money.format(order.parts().reject())));
        return table.toString();
    }

    static List<OrderParity> largest(final ParityReport report, final int limit) {
        return report.parity().orders().stream()
                .filter(ParityReport::isDifferent)
                .sorted(Comparator.comparingLong(
                                (OrderParity order) -> Math.abs(order.parts().sum()))
                        .reversed())
                .limit(limit)
                .toList();
    }
}
