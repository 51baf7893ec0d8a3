package reprise.simulation.data;

import java.util.List;

/**
 * Which column holds what.
 *
 * @param names of all columns in file order, for messages
 * @param open column of the first price
 * @param high column of the highest price
 * @param low column of the lowest price
 * @param close column of the last price
 * @param volume column of the traded quantity, -1 if there is none
 */
record Columns(List<String> names, int open, int high, int low, int close, int volume) {

    /** The usual order time, open, high, low, close, volume. */
    static final Columns USUAL = new Columns(List.of("time", "open", "high", "low", "close", "volume"), 1, 2, 3, 4, 5);

    Columns {
        names = List.copyOf(names);
    }

    String name(final int column) {
        return column < names.size() && !names.get(column).isEmpty() ? names.get(column) : String.valueOf(column + 1);
    }

    int count() {
        return names.size();
    }

    boolean hasVolume() {
        return volume >= 0;
    }
}
