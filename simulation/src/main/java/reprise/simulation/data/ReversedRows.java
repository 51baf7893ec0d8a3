package reprise.simulation.data;

import java.util.Arrays;

/**
 * Rows of a newest-first file turned around. The whole file has to be held in memory, so its size is limited; the first
 * {@link #next()} reads it.
 */
final class ReversedRows implements BarRows {

    /** The most rows that are turned around, about 56 MB. */
    static final int MAX_ROWS = 1_000_000;

    private static final int LONGS_PER_ROW = 7;
    private static final int FIRST_ROWS = 4_096;

    private final BarRows newestFirst;
    private final String source;
    private final int maxRows;
    private final BarRow row = new BarRow();
    private long[] numbers = new long[FIRST_ROWS * LONGS_PER_ROW];
    private int rowsLeft = -1;

    ReversedRows(final BarRows newestFirst, final String source, final int maxRows) {
        this.newestFirst = newestFirst;
        this.source = source;
        this.maxRows = maxRows;
    }

    @Override
    public boolean next() {
        if (rowsLeft < 0) {
            readAll();
        }
        if (rowsLeft == 0) {
            return false;
        }
        rowsLeft--;
        load(rowsLeft * LONGS_PER_ROW);
        return true;
    }

    @Override
    public BarRow row() {
        return row;
    }

    @Override
    public void close() {
        newestFirst.close();
    }

    private void readAll() {
        rowsLeft = 0;
        while (newestFirst.next()) {
            if (rowsLeft == maxRows) {
                throw new DataException(source + ": the newest bar comes first and there are more than " + maxRows
                        + " rows, too many to turn around in memory; sort the file by time, oldest first");
            }
            if ((rowsLeft + 1) * LONGS_PER_ROW > numbers.length) {
                numbers = Arrays.copyOf(numbers, numbers.length * 2);
            }
            save(newestFirst.row(), rowsLeft * LONGS_PER_ROW);
            rowsLeft++;
        }
    }

    private void save(final BarRow from, final int at) {
        numbers[at] = from.stampNs;
        numbers[at + 1] = from.open;
        numbers[at + 2] = from.high;
        numbers[at + 3] = from.low;
        numbers[at + 4] = from.close;
        numbers[at + 5] = from.volume;
        numbers[at + 6] = from.position;
    }

    private void load(final int at) {
        row.stampNs = numbers[at];
        row.open = numbers[at + 1];
        row.high = numbers[at + 2];
        row.low = numbers[at + 3];
        row.close = numbers[at + 4];
        row.volume = numbers[at + 5];
        row.position = numbers[at + 6];
    }
}
