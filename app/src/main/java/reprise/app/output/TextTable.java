package reprise.app.output;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns: the first column to the left, the others to the right unless told otherwise. */
public final class TextTable {
    private final List<String[]> rows = new ArrayList<>();
    private final boolean[] left;

    /**
     * An empty table.
     *
     * @param header names of the columns; a name that begins with '&lt;' makes its column left-aligned.
     */
    public TextTable(final String... header) {
        left = new boolean[header.length];
        final String[] names = new String[header.length];
        for (int i = 0; i < header.length; i++) {
            left[i] = i == 0 || header[i].startsWith("<");
            names[i] = header[i].startsWith("<") ? header[i].substring(1) : header[i];
        }
        rows.add(names);
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column.
     */
    public void row(final String... cells) {
        if (cells.length != left.length) {
            throw new IllegalArgumentException("expected " + left.length + " cells, got " + cells.length);
        }
        rows.add(cells);
    }

    @Override
    public String toString() {
        final int[] widths = new int[left.length];
        for (final String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        final StringBuilder text = new StringBuilder();
        for (final String[] row : rows) {
            final StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                final String padding = " ".repeat(widths[i] - row[i].length());
                line.append(i == 0 ? "" : "  ").append(left[i] ? row[i] + padding : padding + row[i]);
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }
}
