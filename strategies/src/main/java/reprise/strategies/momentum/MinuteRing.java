package reprise.strategies.momentum;

import reprise.state.StateExchange;

/**
 * The last price of each minute, and what had traded until then, for as long back as the longest window. A minute without a bar has the
 * price of the one before. Constant time but for minutes that are skipped, of which no more count than there is room for.
 */
final class MinuteRing {
    private static final long MINUTE_NS = 60_000_000_000L;

    private final int size;
    private final double[] prices;
    private final double[] volumes;
    private final double[] values;
    private long first;
    private long last;

    /** For windows of up to so many minutes. */
    MinuteRing(final int minutes) {
        // A power of two, so that a place is found without a division.
        size = Integer.highestOneBit(minutes) << 1;
        prices = new double[size];
        volumes = new double[size];
        values = new double[size];
    }

    /** A session begins at a time and a price, and nothing has traded in it. */
    void begin(final long timeNs, final double price) {
        first = minute(timeNs);
        last = first;
        put(last, price, 0, 0);
    }

    /** The price at a time, and what traded since the time before. */
    void add(final long timeNs, final double price, final double volume, final double value) {
        final int before = index(last);
        final double volumeBefore = volumes[before];
        final double valueBefore = values[before];
        final double priceBefore = prices[before];
        final long now = minute(timeNs);
        for (long skipped = Math.max(last + 1, now - size + 1); skipped < now; skipped++) {
            put(skipped, priceBefore, volumeBefore, valueBefore);
        }
        last = Math.max(last, now);
        put(last, price, volumeBefore + volume, valueBefore + value);
    }

    private void put(final long minute, final double price, final double volume, final double value) {
        final int index = index(minute);
        prices[index] = price;
        volumes[index] = volume;
        values[index] = value;
    }

    /** Of the time at which the minute ends. */
    private static long minute(final long timeNs) {
        return -Math.floorDiv(-timeNs, MINUTE_NS);
    }

    private int index(final long minute) {
        return (int) (minute & size - 1);
    }

    /** Whether the session is as old as a window. */
    boolean covers(final int minutes) {
        return last - first >= minutes;
    }

    /** The return over a window that is covered. */
    double returnOver(final int minutes) {
        return prices[index(last)] / prices[index(last - minutes)] - 1;
    }

    double volumeOver(final int minutes) {
        return volumes[index(last)] - volumes[index(last - minutes)];
    }

    double valueOver(final int minutes) {
        return values[index(last)] - values[index(last - minutes)];
    }

    void state(final StateExchange state) {
        first = state.field("firstMinute", first);
        last = state.field("lastMinute", last);
        state.field("prices", prices);
        state.field("volumes", volumes);
        state.field("values", values);
    }
}
