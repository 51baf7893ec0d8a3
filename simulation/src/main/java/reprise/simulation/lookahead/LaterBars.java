package reprise.simulation.lookahead;

import reprise.simulation.market.BarSource;

/** Bars from a moment on. */
final class LaterBars implements BarSource {
    private final BarSource bars;
    private final long fromTimeNs;

    /**
     * Bars before the first.
     *
     * @param bars of which; closed with this.
     * @param fromTimeNs when the first one opens at the earliest.
     */
    LaterBars(final BarSource bars, final long fromTimeNs) {
        this.bars = bars;
        this.fromTimeNs = fromTimeNs;
    }

    @Override
    public boolean next() {
        boolean hasNext = bars.next();
        while (hasNext && bars.openTimeNs() < fromTimeNs) {
            hasNext = bars.next();
        }
        return hasNext;
    }

    @Override
    public long openTimeNs() {
        return bars.openTimeNs();
    }

    @Override
    public long closeTimeNs() {
        return bars.closeTimeNs();
    }

    @Override
    public long periodNs() {
        return bars.periodNs();
    }

    @Override
    public long openPrice() {
        return bars.openPrice();
    }

    @Override
    public long highPrice() {
        return bars.highPrice();
    }

    @Override
    public long lowPrice() {
        return bars.lowPrice();
    }

    @Override
    public long closePrice() {
        return bars.closePrice();
    }

    @Override
    public long volume() {
        return bars.volume();
    }

    @Override
    public void close() {
        bars.close();
    }
}
