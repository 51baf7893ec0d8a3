package reprise.simulation.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reprise.number.Money;

/** The strategies of a run beside each other, as text: what each came to, and how much two of them do the same. */
final class StrategyTable {
    private static final int CELL = 11;

    private final StrategyComparison comparison;
    private final List<String> names;
    private final int nameWidth;
    private final List<String> lines = new ArrayList<>();

    StrategyTable(final StrategyComparison comparison, final List<String> names) {
        this.comparison = comparison;
        this.names = names;
        nameWidth = names.stream().mapToInt(String::length).max().orElse(0);
    }

    List<String> lines() {
        row("", "P&L", "fees", "entries", "trades", "hit rate", "exposure", "Sharpe");
        for (final StrategyStatistics each : comparison.strategies()) {
            row(
                    name(each.strategyId()),
                    money(each.pnl()),
                    money(each.fees()),
                    count(each.entries()),
                    count(each.trades()),
                    percent(each.hitRate()),
                    percent(each.exposure()),
                    ratio(each.sharpeDaily()));
        }
        matrix("Common entries", comparison.overlap());
        matrix("Correlation of daily results", comparison.correlation());
        return lines;
    }

    private String name(final int strategyId) {
        return names.get(strategyId - 1);
    }

    private void matrix(final String title, final List<List<Double>> values) {
        lines.add("  " + title);
        for (int i = 1; i < values.size(); i++) {
            final String[] cells = new String[i];
            for (int j = 0; j < i; j++) {
                cells[j] = name(j + 1) + " " + ratio(values.get(i).get(j));
            }
            lines.add("    " + pad(name(i + 1)) + "  " + String.join("   ", cells));
        }
    }

    private void row(final String name, final String... cells) {
        final StringBuilder line = new StringBuilder("    ").append(pad(name));
        for (final String cell : cells) {
            line.append(" ".repeat(Math.max(1, CELL - cell.length()))).append(cell);
        }
        lines.add(line.toString());
    }

    private String pad(final String name) {
        return name + " ".repeat(nameWidth - name.length());
    }

    private static String money(final long amount) {
        return String.format(Locale.ROOT, "%,.2f", Money.toDouble(amount));
    }

    private static String count(final long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String percent(final double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String ratio(final double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
