package reprise.simulation.results;

import static reprise.simulation.results.Figures.UNDEFINED;
import static reprise.simulation.results.Figures.count;
import static reprise.simulation.results.Figures.money;
import static reprise.simulation.results.Figures.number;
import static reprise.simulation.results.Figures.percent;
import static reprise.simulation.results.Figures.ratio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import reprise.number.Money;
import reprise.research.performance.Drawdown;
import reprise.research.performance.MonthReturn;
import reprise.research.performance.Performance;

/** Renders every measure of a run, trades by what they have in common, and how all that was taken. */
public final class MetricsTable {
    private static final int LABEL_WIDTH = 20;
    private static final int NAME_WIDTH = 32;
    private static final int CELL = 14;
    private static final int DRAWDOWNS = 5;
    private static final int TEXT_WIDTH = 110;
    private static final int MONTHS_PER_YEAR = 12;
    private static final int MONTH_CELL = 8;

    private final RunResult result;
    private final RunMeasures measures;
    private final UtcTime time = new UtcTime();
    private final List<String> lines = new ArrayList<>();

    private MetricsTable(final RunResult result) {
        this.result = result;
        measures = result.statistics().measures();
    }

    /**
     * The whole table.
     *
     * @param result of a run.
     * @return lines, each ended by a line feed.
     */
    public static String render(final RunResult result) {
        return new MetricsTable(result).render();
    }

    private String render() {
        MeasureGroups.of(result, time::of).forEach(this::group);
        drawdowns(measures.daily());
        months();
        breakdown(measures.breakdown().named(result.facts().strategies()));
        section("How these were taken");
        MetricConventions.sentences(result).forEach(this::wrapped);
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    private void group(final String name, final Map<String, String> figures) {
        section(name);
        figures.forEach((label, figure) -> lines.add("  " + left(label, NAME_WIDTH) + figure));
    }

    private void drawdowns(final Performance days) {
        final List<Drawdown> worst = days.drawdowns().top(DRAWDOWNS);
        if (worst.isEmpty()) {
            return;
        }
        section("Deepest drawdowns, by days");
        cells("", "depth", "days", "from", "lowest", "recovered");
        for (int i = 0; i < worst.size(); i++) {
            final Drawdown each = worst.get(i);
            cells(
                    String.valueOf(i + 1),
                    percent(each.depth()),
                    number(each.days()),
                    day(each.peakNs()),
                    day(each.valleyNs()),
                    each.isRecovered() ? day(each.endNs()) : "no");
        }
    }

    /** A day ends at its midnight, which is written as the next day. */
    private String day(final long endNs) {
        return time.of(endNs - 1).substring(0, "2024-01-01".length());
    }

    private void months() {
        final List<MonthReturn> months = measures.months();
        if (months.isEmpty()) {
            return;
        }
        section("Months, %");
        final StringBuilder header = new StringBuilder("  year");
        for (int month = 1; month <= MONTHS_PER_YEAR; month++) {
            header.append(right(String.valueOf(month), MONTH_CELL));
        }
        lines.add(header.append(right("year", MONTH_CELL + 1)).toString());
        months.stream().map(month -> month.month().getYear()).distinct().forEach(year -> lines.add(year(year, months)));
    }

    private static String year(final int year, final List<MonthReturn> months) {
        final String[] cells = new String[MONTHS_PER_YEAR];
        Arrays.fill(cells, "");
        double growth = 1;
        for (final MonthReturn each : months) {
            if (each.month().getYear() == year) {
                cells[each.month().getMonthValue() - 1] = hundredths(each.value());
                growth *= 1 + each.value();
            }
        }
        final StringBuilder line = new StringBuilder("  ").append(year);
        for (final String cell : cells) {
            line.append(right(cell, MONTH_CELL));
        }
        return line.append(right(hundredths(growth - 1), MONTH_CELL + 1)).toString();
    }

    private static String hundredths(final double fraction) {
        return Double.isNaN(fraction) ? UNDEFINED : String.format(Locale.ROOT, "%,.2f", 100 * fraction);
    }

    private void breakdown(final Breakdown breakdown) {
        table("By strategy", breakdown.strategies());
        table("By instrument", breakdown.instruments());
        table("By strategy and instrument", breakdown.strategyInstruments());
        table("By month of exit, UTC", breakdown.months());
        table("By hour of entry, UTC", breakdown.hours());
    }

    private void table(final String title, final List<BreakdownRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        section(title + ", ended trades");
        cells("", "trades", "won", "P&L", "fees", "P&L a trade");
        for (final BreakdownRow row : rows) {
            cells(
                    row.name(),
                    count(row.trades()),
                    percent(row.winRate()),
                    money(row.pnl()),
                    money(row.fees()),
                    ratio(Money.toDouble(row.pnl()) / row.trades()));
        }
    }

    private void section(final String name) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(name);
    }

    private void cells(final String label, final String... values) {
        final StringBuilder line = new StringBuilder("  ").append(left(label, LABEL_WIDTH));
        for (final String value : values) {
            line.append(right(value, CELL));
        }
        lines.add(line.toString());
    }

    private static String left(final String text, final int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static String right(final String text, final int width) {
        return " ".repeat(Math.max(1, width - text.length())) + text;
    }

    private void wrapped(final String sentence) {
        StringBuilder line = new StringBuilder("  -");
        for (final String word : sentence.split(" ")) {
            if (line.length() + 1 + word.length() > TEXT_WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("   ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
    }
}
