package reprise.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** What {@code columns.json} of a bar set says about the first bar with a value. */
    static int firstValid(final String barSet, final String column) {
        final String json = String.join("", SharedFiles.lines("golden/indicators/" + barSet + "/columns.json"));
        final Matcher matcher = Pattern.compile(
                        '"' + column + "\"\\s*:\\s*\\{\\s*\"family\".*?\"first_valid\"\\s*:\\s*(\\d+)")
                .matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("columns.json of " + barSet + " does not know " + column);
        }
        return Integer.parseInt(matcher.group(1));
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
