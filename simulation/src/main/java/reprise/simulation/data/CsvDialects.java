package reprise.simulation.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Recognises text tables: with column names, or one of the few known without. */
final class CsvDialects {

    private static final int PREAMBLE_LINES = 5;
    private static final int IGNORED_SHOWN = 6;
    private static final List<String> REPRISE = List.of("timestamp", "open", "high", "low", "close", "volume");
    private static final List<String> MINUTE_VWAP =
            List.of("date", "timestamp", "close", "high", "low", "open", "price", "volume");
    private static final Pattern STARTS_LIKE_DATA = Pattern.compile("^\"?[-+0-9].*");

    private CsvDialects() {}

    /** Recognises the table or refuses it. */
    static Dialect detect(final SourceFile source, final Head head) {
        final List<String> lines = head.lines();
        for (int i = 0; i < Math.min(PREAMBLE_LINES, lines.size()); i++) {
            final char delimiter = Head.delimiterOf(lines.get(i));
            final ColumnNames names = new ColumnNames(Head.split(lines.get(i), delimiter));
            final Columns columns = names.columns();
            if (columns != null) {
                return named(source, new RowLayout.Csv(delimiter, headerLines(lines, i)), names, columns);
            }
        }
        final String first = head.firstLine();
        if (STARTS_LIKE_DATA.matcher(first).matches()) {
            return HeaderlessDialects.detect(source, first);
        }
        if (first.contains("://")) {
            throw Refusals.notBars(
                    source,
                    "a recording of a venue's stream, not bars; the first line is " + Refusals.shortened(first));
        }
        throw Refusals.notBars(source, new ColumnNames(Head.split(first, Head.delimiterOf(first))));
    }

    /** The reader of rows skips blank lines by itself, so only the others before the first row are counted. */
    private static int headerLines(final List<String> lines, final int headerIndex) {
        return (int) lines.subList(0, headerIndex + 1).stream()
                .filter(line -> !line.isEmpty())
                .count();
    }

    private static Dialect named(
            final SourceFile source, final RowLayout layout, final ColumnNames names, final Columns columns) {
        final TimeColumns time = TimeColumns.choose(source, layout, names);
        final List<String> notes = new ArrayList<>();
        final String ignored = ignoredColumns(columns, time.form());
        if (!ignored.isEmpty()) {
            notes.add("columns not used: " + ignored);
        }
        return Dialect.of(nameOf(names), layout, columns, time.form(), stampOf(names, time), notes);
    }

    private static StampConvention stampOf(final ColumnNames names, final TimeColumns time) {
        if (time.stamp() != null) {
            return time.stamp();
        }
        return names.names().equals(REPRISE) || names.names().equals(MINUTE_VWAP) ? StampConvention.OPEN : null;
    }

    private static String nameOf(final ColumnNames names) {
        if (names.names().equals(REPRISE)) {
            return "Reprise CSV";
        }
        if (names.has("exdividend")) {
            return "Quandl WIKI CSV";
        }
        if (names.has("adjclose")) {
            return "Yahoo CSV";
        }
        if (names.has("openinterest")) {
            return "CSV with open interest";
        }
        if (names.anyContains("takerbuy")) {
            return "Binance klines CSV with header";
        }
        return names.names().get(0).isEmpty() ? "data frame CSV" : "CSV with column names";
    }

    private static String ignoredColumns(final Columns columns, final StampForm form) {
        final List<String> ignored = new ArrayList<>();
        for (int i = 0; i < columns.count(); i++) {
            final boolean used =
                    i == columns.open() || i == columns.high() || i == columns.low() || i == columns.close();
            if (!used && i != columns.volume() && i != form.column() && i != form.timeOfDayColumn()) {
                ignored.add(columns.name(i));
            }
        }
        final boolean many = ignored.size() > IGNORED_SHOWN;
        return String.join(", ", many ? ignored.subList(0, IGNORED_SHOWN) : ignored) + (many ? ", ..." : "");
    }
}
