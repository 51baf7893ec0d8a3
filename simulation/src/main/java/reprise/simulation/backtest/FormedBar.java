package reprise.simulation.backtest;

import reprise.simulation.market.BarSource;

/** The bar of one instrument that forms from its ticks, as the bar that it will be. Allocates nothing. */
final class FormedBar implements BarSource {
    /** Monday 1970-01-05, midnight UTC: where the engine's own bars are aligned to. */
    private static final long ANCHOR_NS = 4 * 86_400_000_000_000L;

    private final long periodNs;
    private boolean empty = true;
    private long openTimeNs;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;

    FormedBar(final long periodNs) {
        this.periodNs = periodNs;
    }

    boolean isEmpty() {
        return empty;
    }

    void clear() {
        empty = true;
    }

    /** Adds a price; the first one says which span of time the bar is of. */
    void add(final long timeNs, final long price, final long quantity) {
        if (empty) {
            empty = false;
            openTimeNs = timeNs - Math.floorMod(timeNs - ANCHOR_NS, periodNs);
            open = price;
            high = price;
            low = price;
            volume = 0;
        }
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        volume = Math.addExact(volume, quantity);
    }

    @Override
    public boolean next() {
        throw new IllegalStateException("a bar that forms is not a stream");
    }

    @Override
    public long openTimeNs() {
        return openTimeNs;
    }

    @Override
    public long closeTimeNs() {
        return openTimeNs + periodNs;
    }

    @Override
    public long periodNs() {
        return periodNs;
    }

    @Override
    public long openPrice() {
        return open;
    }

    @Override
    public long highPrice() {
        return high;
    }

    @Override
    public long lowPrice() {
        return low;
    }

    @Override
    public long closePrice() {
        return close;
    }

    @Override
    public long volume() {
        return volume;
    }

    @Override
    public void close() {
        // nothing to release
    }
}
