package reprise.simulation.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises columns by their names, whatever the order, case and punctuation ("Open Price", "open_price" and "&lt;OPEN&gt;" are
 * names of the same thing).
 */
final class ColumnNames {

    private static final Set<String> OPEN = Set.of("open", "openprice", "o");
    private static final Set<String> HIGH = Set.of("high", "highprice", "h");
    private static final Set<String> LOW = Set.of("low", "lowprice", "l");
    private static final Set<String> CLOSE = Set.of("close", "closeprice", "c");
    private static final Set<String> VOLUME = Set.of("volume", "vol", "v", "basevolume", "volumebase");
    private static final List<String> OPEN_TIME = List.of(
            "opentime", "opentimems", "opentimens", "starttime", "start", "begin", "begintime", "timeopen", "startsat");
    private static final List<String> CLOSE_TIME =
            List.of("closetime", "closetimems", "closetimens", "endtime", "end", "timeclose", "endsat");
    private static final List<String> SOME_TIME = List.of(
            "timestamp",
            "datetime",
            "gmttime",
            "utctime",
            "timeutc",
            "unix",
            "unixtime",
            "unixtimestamp",
            "epoch",
            "time",
            "date",
            "dateutc",
            "localtime",
            "ts",
            "t",
            "");

    private final List<String> names;
    private final List<String> normalised;

    ColumnNames(final List<String> names) {
        this.names = List.copyOf(names);
        this.normalised = names.stream().map(ColumnNames::normalise).toList();
    }

    /** The price and volume columns, or null if one of the four prices is not among the names. */
    Columns columns() {
        final int open = find(OPEN);
        final int high = find(HIGH);
        final int low = find(LOW);
        final int close = find(CLOSE);
        if (open < 0 || high < 0 || low < 0 || close < 0) {
            return null;
        }
        return new Columns(names, open, high, low, close, volume());
    }

    /** Prices that are not among the names, for messages. */
    List<String> missingPrices() {
        final List<String> missing = new ArrayList<>();
        addIfMissing(missing, "open", OPEN);
        addIfMissing(missing, "high", HIGH);
        addIfMissing(missing, "low", LOW);
        addIfMissing(missing, "close", CLOSE);
        return missing;
    }

    /** Columns whose name says that they hold the beginning of the bar. */
    List<Integer> openTimes() {
        return findAll(OPEN_TIME);
    }

    /** Columns whose name says that they hold the end of the bar. */
    List<Integer> closeTimes() {
        return findAll(CLOSE_TIME);
    }

    /** Columns that may hold a time, best first; a first column without a name counts. */
    List<Integer> someTimes() {
        return findAll(SOME_TIME);
    }

    /** Position of a column by its normalised name, or -1. */
    int find(final String name) {
        return normalised.indexOf(name);
    }

    boolean has(final String name) {
        return find(name) >= 0;
    }

    /** Whether any name contains this. */
    boolean anyContains(final String part) {
        return normalised.stream().anyMatch(name -> name.contains(part));
    }

    List<String> names() {
        return names;
    }

    private int volume() {
        final int exact = find(VOLUME);
        if (exact >= 0) {
            return exact;
        }
        for (int column = 0; column < normalised.size(); column++) {
            if (normalised.get(column).startsWith("volume")) {
                return column;
            }
        }
        return -1;
    }

    private int find(final Set<String> aliases) {
        for (int column = 0; column < normalised.size(); column++) {
            if (aliases.contains(normalised.get(column))) {
                return column;
            }
        }
        return -1;
    }

    private List<Integer> findAll(final List<String> aliases) {
        final List<Integer> found = new ArrayList<>();
        for (final String alias : aliases) {
            final int column = normalised.indexOf(alias);
            if (column == 0 || column > 0 && !alias.isEmpty()) {
                found.add(column);
            }
        }
        return found;
    }

    private void addIfMissing(final List<String> missing, final String name, final Set<String> aliases) {
        if (find(aliases) < 0) {
            missing.add(name);
        }
    }

    private static String normalise(final String name) {
        final String lower = name.toLowerCase(Locale.ROOT);
        final String letters = lower.replaceAll("[^a-z]", "");
        return letters.isEmpty() && !lower.isBlank() ? lower : letters;
    }
}
