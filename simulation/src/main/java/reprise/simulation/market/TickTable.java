package reprise.simulation.market;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.order.Side;

/**
 * The ticks of one source, decoded once and kept in columns, for whoever runs over the same ticks many times. Immutable, so any number of
 * threads may read it at once, each with a cursor of its own; nothing is copied. 42 bytes a tick.
 */
public final class TickTable {
    private static final int FIRST_CAPACITY = 1024;
    private static final int TICKS_PER_UPDATE = 512;
    private static final int BYTES_PER_TICK = 5 * Long.BYTES + 2;
    private static final TickSource.Kind[] KINDS = TickSource.Kind.values();

    private final Columns columns;
    private final int size;

    private TickTable(final Columns columns, final int size) {
        this.columns = columns;
        this.size = size;
    }

    /**
     * One array for each thing that a tick says, all of the same length. A quote has two prices and two quantities, bid before ask, a trade
     * and a level the first of each. A code is what else there is: a side, an aggressor or a status, by ordinal.
     */
    private record Columns(
            byte[] kinds,
            byte[] codes,
            long[] timesNs,
            long[] prices,
            long[] quantities,
            long[] askPrices,
            long[] askQuantities) {
        static Columns empty() {
            return new Columns(
                    new byte[FIRST_CAPACITY],
                    new byte[FIRST_CAPACITY],
                    new long[FIRST_CAPACITY],
                    new long[FIRST_CAPACITY],
                    new long[FIRST_CAPACITY],
                    new long[FIRST_CAPACITY],
                    new long[FIRST_CAPACITY]);
        }

        int capacity() {
            return kinds.length;
        }

        Columns resized(final int capacity) {
            return new Columns(
                    Arrays.copyOf(kinds, capacity),
                    Arrays.copyOf(codes, capacity),
                    Arrays.copyOf(timesNs, capacity),
                    Arrays.copyOf(prices, capacity),
                    Arrays.copyOf(quantities, capacity),
                    Arrays.copyOf(askPrices, capacity),
                    Arrays.copyOf(askQuantities, capacity));
        }

        void set(final int index, final TickSource tick) {
            kinds[index] = (byte) tick.kind().ordinal();
            timesNs[index] = tick.timeNs();
            switch (tick.kind()) {
                case QUOTE -> {
                    set(index, tick.bidPrice(), tick.bidQuantity(), 0);
                    askPrices[index] = tick.askPrice();
                    askQuantities[index] = tick.askQuantity();
                }
                case TRADE ->
                    set(index, tick.price(), tick.quantity(), tick.aggressor().ordinal());
                case LEVEL ->
                    set(index, tick.price(), tick.quantity(), tick.side().ordinal());
                case CLEARED -> set(index, 0, 0, 0);
                case STATUS -> set(index, 0, 0, tick.status().ordinal());
                default -> throw new IllegalStateException("no such tick: " + tick.kind());
            }
        }

        private void set(final int index, final long price, final long quantity, final int code) {
            prices[index] = price;
            quantities[index] = quantity;
            codes[index] = (byte) code;
        }
    }

    /**
     * Reads all that is left of a source.
     *
     * @param source is at its end afterwards; not closed.
     * @return its ticks.
     */
    public static TickTable readFrom(final TickSource source) {
        Columns columns = Columns.empty();
        int size = 0;
        while (source.next()) {
            if (size == columns.capacity()) {
                columns = columns.resized(Math.multiplyExact(size, 2));
            }
            columns.set(size++, source);
        }
        return new TickTable(columns.resized(size), size);
    }

    /**
     * All ticks.
     *
     * @return before the first one; for one thread.
     */
    public TickSource cursor() {
        return new Cursor(columns, size);
    }

    /**
     * Adds every tick to a digest: equal digests, equal ticks.
     *
     * @param digest takes the columns.
     */
    public void addTo(final MessageDigest digest) {
        final ByteBuffer buffer = ByteBuffer.allocate(BYTES_PER_TICK * TICKS_PER_UPDATE);
        for (int i = 0; i < size; i++) {
            buffer.put(columns.kinds[i])
                    .put(columns.codes[i])
                    .putLong(columns.timesNs[i])
                    .putLong(columns.prices[i])
                    .putLong(columns.quantities[i])
                    .putLong(columns.askPrices[i])
                    .putLong(columns.askQuantities[i]);
            if (!buffer.hasRemaining() || i == size - 1) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
    }

    /** Walks over the columns. Allocates nothing per tick. */
    private static final class Cursor implements TickSource {
        private final Columns columns;
        private final int size;
        private int index = -1;

        Cursor(final Columns columns, final int size) {
            this.columns = columns;
            this.size = size;
        }

        @Override
        public boolean next() {
            index += index < size ? 1 : 0;
            return index < size;
        }

        @Override
        public Kind kind() {
            return KINDS[columns.kinds[index]];
        }

        @Override
        public long timeNs() {
            return columns.timesNs[index];
        }

        @Override
        public long bidPrice() {
            return columns.prices[index];
        }

        @Override
        public long bidQuantity() {
            return columns.quantities[index];
        }

        @Override
        public long askPrice() {
            return columns.askPrices[index];
        }

        @Override
        public long askQuantity() {
            return columns.askQuantities[index];
        }

        @Override
        public long price() {
            return columns.prices[index];
        }

        @Override
        public long quantity() {
            return columns.quantities[index];
        }

        @Override
        public Side side() {
            return Side.of(columns.codes[index]);
        }

        @Override
        public Aggressor aggressor() {
            return Aggressor.of(columns.codes[index]);
        }

        @Override
        public InstrumentStatus status() {
            return InstrumentStatus.of(columns.codes[index]);
        }

        @Override
        public void close() {
            // the table stays
        }
    }
}
