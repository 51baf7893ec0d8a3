package reprise.simulation;

import java.util.ArrayList;
import java.util.List;
import reprise.simulation.market.BarSource;

/** Bars that a test writes down. */
public final class BarList implements BarSource {
    private final long periodNs;
    private final List<long[]> bars = new ArrayList<>();
    private int index = -1;

    public BarList(final long periodNs) {
        this.periodNs = periodNs;
    }

    public BarList bar(
            final long openTimeNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        bars.add(new long[] {openTimeNs, open, high, low, close, volume});
        return this;
    }

    /** Copies what is left of a source, up to a number of bars. */
    public static BarList copyOf(final BarSource source, final long periodNs, final int count) {
        final BarList copy = new BarList(periodNs);
        while (copy.bars.size() < count && source.next()) {
            copy.bar(
                    source.openTimeNs(),
                    source.openPrice(),
                    source.highPrice(),
                    source.lowPrice(),
                    source.closePrice(),
                    source.volume());
        }
        return copy;
    }

    @Override
    public boolean next() {
        return ++index < bars.size();
    }

    private long value(final int field) {
        return bars.get(index)[field];
    }

    @Override
    public long openTimeNs() {
        return value(0);
    }

    @Override
    public long closeTimeNs() {
        return value(0) + periodNs;
    }

    @Override
    public long periodNs() {
        return periodNs;
    }

    @Override
    public long openPrice() {
        return value(1);
    }

    @Override
    public long highPrice() {
        return value(2);
    }

    @Override
    public long lowPrice() {
        return value(3);
    }

    @Override
    public long closePrice() {
        return value(4);
    }

    @Override
    public long volume() {
        return value(5);
    }

    @Override
    public void close() {
        // nothing to release
    }
}
