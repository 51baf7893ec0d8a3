package reprise.indicator;

import java.util.Arrays;
import java.util.List;
import reprise.testkit.SharedFiles;

/** A reference table: one row a bar, columns by name. */
final class GoldenTable {
    private final String name;
    private final List<String> header;
    private final List<String[]> rows;

    private GoldenTable(final String name, final List<String> lines) {
        this.name = name;
        this.header = Arrays.asList(lines.get(0).split(","));
        this.rows = lines.stream().skip(1).map(line -> line.split(",")).toList();
    }

    static GoldenTable read(final String name) {
        return new GoldenTable(name, SharedFiles.lines(name));
    }

    /** The first bar on which a column has a value. */
    int firstValid(final String column) {
        final double[] values = numbers(column);
        int first = 0;
        while (Double.isNaN(values[first])) {
            first++;
        }
        return first;
    }

    /** All columns but those that say which bar it is. */
    List<String> columns() {
        return header.stream()
                .filter(column -> !column.equals("index") && !column.equals("time"))
                .toList();
    }

    int rowCount() {
        return rows.size();
    }

    String[] texts(final String column) {
        final int index = header.indexOf(column);
        if (index < 0) {
            throw new IllegalStateException(name + " has no column " + column + " but " + header);
        }
        return rows.stream().map(row -> row[index]).toArray(String[]::new);
    }

    double[] numbers(final String column) {
        return Arrays.stream(texts(column)).mapToDouble(Double::parseDouble).toArray();
    }
}
