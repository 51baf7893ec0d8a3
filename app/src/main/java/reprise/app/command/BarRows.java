package reprise.app.command;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.app.output.Json;
import reprise.app.output.Render;
import reprise.app.output.TextTable;
import reprise.indicator.Line;
import reprise.market.Bar;
import reprise.number.Decimals;

/** Bars with what stands beside them, one row each: a table for people, CSV or JSON for machines. */
final class BarRows {
    private static final MathContext SHOWN = new MathContext(10);
    private static final int NUMBERS_FROM = 1;

    private final FileBars bars;
    private final RowOptions options;
    private final boolean countsInputs;
    private final List<String> header = new ArrayList<>(List.of("time", "open", "high", "low", "close", "volume"));
    private final Deque<List<String>> rows = new ArrayDeque<>();

    /** Rows of bars, with the number of bars of the file in each if asked for, and the values of indicators. */
    BarRows(final FileBars bars, final RowOptions options, final boolean countsInputs, final List<String> expressions) {
        this.bars = bars;
        this.options = options;
        this.countsInputs = countsInputs;
        if (countsInputs) {
            header.add("bars");
        }
        header.addAll(expressions);
    }

    /** Reads the file and prints; the JSON object begins with the fields given. */
    void print(final PrintStream out, final Map<String, Object> fields) {
        final int last = options.last();
        final boolean streams = options.csv() && options.all();
        if (options.csv()) {
            out.println(csv(header));
        }
        final long left = bars.tell(told -> {
            final List<String> row = row(told);
            if (streams) {
                out.println(csv(row));
                return;
            }
            rows.addLast(row);
            if (rows.size() > last) {
                rows.removeFirst();
            }
        });
        if (options.json()) {
            fields.put("barsLeft", left);
            fields.put("rows", rows.stream().map(this::object).toList());
            Json.print(out, fields);
        } else if (options.csv()) {
            rows.forEach(row -> out.println(csv(row)));
        } else {
            final TextTable table = new TextTable(header.toArray(String[]::new));
            rows.forEach(row -> table.row(row.toArray(String[]::new)));
            out.print(table);
        }
        if (left > 0) {
            System.err.println("reprise: note: the last " + Render.count(left)
                    + (left == 1 ? " bar of the file is" : " bars of the file are")
                    + " in none of these: theirs was not complete");
        }
    }

    private List<String> row(final FileBars.Told told) {
        final Bar bar = told.bar();
        final List<String> cells = new ArrayList<>();
        cells.add(Render.time(bar.closeTimeNs()));
        for (final long price : new long[] {bar.open(), bar.high(), bar.low(), bar.close()}) {
            cells.add(Decimals.format(price, bar.priceDecimals()));
        }
        cells.add(Decimals.format(bar.volume(), bar.quantityDecimals()));
        if (countsInputs) {
            cells.add(Long.toString(told.inputs()));
        }
        for (final Line line : bars.lines()) {
            cells.add(line.isReady() ? text(line.value()) : "");
        }
        return cells;
    }

    private String text(final double value) {
        return options.csv() || options.json() || Double.isNaN(value)
                ? Double.toString(value)
                : new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }

    private Map<String, Object> object(final List<String> row) {
        final Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            object.put(header.get(i), i < NUMBERS_FROM ? row.get(i) : number(row.get(i)));
        }
        return object;
    }

    /** What is not ready or not defined is null. */
    private static BigDecimal number(final String text) {
        return text.isEmpty() || text.equals("NaN") ? null : new BigDecimal(text);
    }

    private static String csv(final List<String> cells) {
        return String.join(
                ",",
                cells.stream()
                        .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                        .toList());
    }
}
