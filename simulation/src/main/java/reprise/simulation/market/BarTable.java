package reprise.simulation.market;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The bars of one source, decoded once and kept in columns, for whoever runs over the same bars many times. Immutable, so any number of
 * threads may read it at once, each with a cursor of its own; nothing is copied. 56 bytes a bar.
 */
public final class BarTable {
    private static final int FIRST_CAPACITY = 1024;
    private static final int BARS_PER_UPDATE = 512;

    private final long periodNs;
    private final Columns columns;
    private final int size;

    private BarTable(final long periodNs, final Columns columns, final int size) {
        this.periodNs = periodNs;
        this.columns = columns;
        this.size = size;
    }

    /** One array for each thing that a bar says, all of the same length. */
    private record Columns(
            long[] openTimesNs,
            long[] closeTimesNs,
            long[] opens,
            long[] highs,
            long[] lows,
            long[] closes,
            long[] volumes) {
        static Columns empty() {
            return new Columns(
                    new long[FIRST_CAPACITY],
                    new long[FIRST_CAPACITY],
                    new long[FIRST_CAPACITY],
                    new long[FIRST_CAPACITY],
                    new long[FIRST_CAPACITY],
                    new long[FIRST_CAPACITY],
                    new long[FIRST_CAPACITY]);
        }

        int capacity() {
            return closes.length;
        }

        Columns resized(final int capacity) {
            return new Columns(
                    Arrays.copyOf(openTimesNs, capacity),
                    Arrays.copyOf(closeTimesNs, capacity),
                    Arrays.copyOf(opens, capacity),
                    Arrays.copyOf(highs, capacity),
                    Arrays.copyOf(lows, capacity),
                    Arrays.copyOf(closes, capacity),
                    Arrays.copyOf(volumes, capacity));
        }

        void set(final int index, final BarSource bar) {
            openTimesNs[index] = bar.openTimeNs();
            closeTimesNs[index] = bar.closeTimeNs();
            opens[index] = bar.openPrice();
            highs[index] = bar.highPrice();
            lows[index] = bar.lowPrice();
            closes[index] = bar.closePrice();
            volumes[index] = bar.volume();
        }
    }

    /**
     * Reads all that is left of a source.
     *
     * @param source is at its end afterwards; not closed.
     * @return its bars.
     */
    public static BarTable readFrom(final BarSource source) {
        Columns columns = Columns.empty();
        int size = 0;
        while (source.next()) {
            if (size == columns.capacity()) {
                columns = columns.resized(Math.multiplyExact(size, 2));
            }
            columns.set(size++, source);
        }
        return new BarTable(source.periodNs(), columns.resized(size), size);
    }

    /**
     * How many bars there are.
     *
     * @return 0 or more.
     */
    public int size() {
        return size;
    }

    /**
     * The nominal length of the bars.
     *
     * @return nanoseconds.
     */
    public long periodNs() {
        return periodNs;
    }

    /**
     * When a bar began.
     *
     * @param index from 0.
     * @return nanoseconds since the epoch.
     */
    public long openTimeNs(final int index) {
        return columns.openTimesNs[index];
    }

    /**
     * When a bar was complete.
     *
     * @param index from 0.
     * @return nanoseconds since the epoch.
     */
    public long closeTimeNs(final int index) {
        return columns.closeTimesNs[index];
    }

    /**
     * Finds where a moment is among the bars.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return index of the first bar that was not complete then; {@link #size()} if all were.
     */
    public int firstClosingAfter(final long timeNs) {
        int low = 0;
        int high = size;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (columns.closeTimesNs[middle] > timeNs) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * All bars.
     *
     * @return before the first one; for one thread.
     */
    public BarSource cursor() {
        return cursor(0, size);
    }

    /**
     * Some of the bars.
     *
     * @param fromIndex of the first.
     * @param toIndex of the one behind the last.
     * @return before the first one; for one thread.
     */
    public BarSource cursor(final int fromIndex, final int toIndex) {
        if (fromIndex < 0 || toIndex < fromIndex || toIndex > size) {
            throw new IndexOutOfBoundsException(
                    "bars " + fromIndex + " to " + toIndex + " of a table that has " + size);
        }
        return new Cursor(periodNs, columns, fromIndex - 1, toIndex);
    }

    /**
     * Adds every bar to a digest: equal digests, equal bars.
     *
     * @param digest takes the period and the columns.
     */
    public void addTo(final MessageDigest digest) {
        final ByteBuffer buffer = ByteBuffer.allocate(7 * Long.BYTES * BARS_PER_UPDATE);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, periodNs));
        for (int i = 0; i < size; i++) {
            buffer.putLong(columns.openTimesNs[i])
                    .putLong(columns.closeTimesNs[i])
                    .putLong(columns.opens[i])
                    .putLong(columns.highs[i])
                    .putLong(columns.lows[i])
                    .putLong(columns.closes[i])
                    .putLong(columns.volumes[i]);
            if (!buffer.hasRemaining() || i == size - 1) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
    }

    /** Walks over the columns. Allocates nothing per bar. */
    private static final class Cursor implements BarSource {
        private final long periodNs;
        private final Columns columns;
        private final int toIndex;
        private int index;

        Cursor(final long periodNs, final Columns columns, final int index, final int toIndex) {
            this.periodNs = periodNs;
            this.columns = columns;
            this.index = index;
            this.toIndex = toIndex;
        }

        @Override
        public boolean next() {
            index += index < toIndex ? 1 : 0;
            return index < toIndex;
        }

        @Override
        public long openTimeNs() {
            return columns.openTimesNs[index];
        }

        @Override
        public long closeTimeNs() {
            return columns.closeTimesNs[index];
        }

        @Override
        public long periodNs() {
            return periodNs;
        }

        @Override
        public long openPrice() {
            return columns.opens[index];
        }

        @Override
        public long highPrice() {
            return columns.highs[index];
        }

        @Override
        public long lowPrice() {
            return columns.lows[index];
        }

        @Override
        public long closePrice() {
            return columns.closes[index];
        }

        @Override
        public long volume() {
            return columns.volumes[index];
        }

        @Override
        public void close() {
            // the table stays
        }
    }
}
