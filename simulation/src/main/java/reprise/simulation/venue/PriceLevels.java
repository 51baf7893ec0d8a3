package reprise.simulation.venue;

import java.util.Arrays;
import reprise.order.Side;

/**
 * One side of a displayed book: at each price what was displayed last, less what others have traded since and what we have taken since.
 * The best level is the last, where books change most. Allocates only to grow.
 */
final class PriceLevels {
    private static final int INITIAL_LEVELS = 16;

    private final int sign;
    private long[] prices = new long[INITIAL_LEVELS];
    private long[] displayed = new long[INITIAL_LEVELS];
    private long[] traded = new long[INITIAL_LEVELS];
    private long[] taken = new long[INITIAL_LEVELS];
    private int size;

    PriceLevels(final Side side) {
        sign = side.sign();
    }

    void clear() {
        size = 0;
    }

    /** Displays a quantity; the same quantity again tells nothing new, any other is a fresh level that nobody has taken from. */
    void set(final long price, final long quantity) {
        final int index = position(price);
        final boolean exists = index < size && prices[index] == price;
        if (quantity == 0) {
            if (exists) {
                close(index);
            }
            return;
        }
        if (!exists) {
            open(index, price);
        }
        if (displayed[index] != quantity || traded[index] > 0) {
            displayed[index] = quantity;
            traded[index] = 0;
            taken[index] = 0;
        }
    }

    private void open(final int index, final long price) {
        if (size == prices.length) {
            prices = Arrays.copyOf(prices, 2 * size);
            displayed = Arrays.copyOf(displayed, 2 * size);
            traded = Arrays.copyOf(traded, 2 * size);
            taken = Arrays.copyOf(taken, 2 * size);
        }
        move(index, index + 1, size - index);
        size++;
        prices[index] = price;
        displayed[index] = 0;
        traded[index] = 0;
        taken[index] = 0;
    }

    private void close(final int index) {
        size--;
        move(index + 1, index, size - index);
    }

    private void move(final int from, final int to, final int count) {
        System.arraycopy(prices, from, prices, to, count);
        System.arraycopy(displayed, from, displayed, to, count);
        System.arraycopy(traded, from, traded, to, count);
        System.arraycopy(taken, from, taken, to, count);
    }

    /** Index of the price, or where it belongs. */
    private int position(final long price) {
        int low = 0;
        int high = size;
        while (low < high) {
            final int middle = low + high >>> 1;
            final boolean worse = sign * prices[middle] < sign * price;
            low = worse ? middle + 1 : low;
            high = worse ? high : middle;
        }
        return low;
    }

    /** Others traded at a price. */
    void trade(final long price, final long quantity) {
        final int index = position(price);
        if (index < size && prices[index] == price) {
            traded[index] = Math.min(displayed[index], traded[index] + quantity);
        }
    }

    /** What others still show at a price: nothing where no level is. */
    long standing(final long price) {
        final int index = position(price);
        return index < size && prices[index] == price ? displayed[index] - traded[index] : 0;
    }

    int size() {
        return size;
    }

    /** The best price; 0 for none. */
    long bestPrice() {
        return size == 0 ? 0 : prices[size - 1];
    }

    /** Price of a level, the best at index 0. */
    long price(final int index) {
        return prices[size - 1 - index];
    }

    /** What we can still take of a level, the best at index 0. */
    long available(final int index) {
        final int at = size - 1 - index;
        return Math.max(0, displayed[at] - traded[at] - taken[at]);
    }

    /** Takes from a level, the best at index 0. */
    void take(final int index, final long quantity) {
        taken[size - 1 - index] += quantity;
    }
}
