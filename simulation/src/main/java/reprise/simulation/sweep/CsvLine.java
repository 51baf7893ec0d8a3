package reprise.simulation.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Cells as one line of CSV, and back. A cell never has a line break in it. */
final class CsvLine {
    private CsvLine() {}

    static String of(final List<String> cells) {
        return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(final String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    static List<String> cells(final String line) {
        final List<String> cells = new ArrayList<>();
        final StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            final char c = line.charAt(i);
            if (c == '"') {
                // The second of two quotes: the first seemed to end the cell, and was one of its own.
                cell.append(!quoted && i > 0 && line.charAt(i - 1) == '"' ? "\"" : "");
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
