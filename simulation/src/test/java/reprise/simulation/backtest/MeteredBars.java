package reprise.simulation.backtest;

import java.util.function.LongConsumer;
import reprise.simulation.market.BarSource;

/** Passes bars on and says which one is due. */
record MeteredBars(BarSource source, LongConsumer meter, long[] count) implements BarSource {
    MeteredBars(final BarSource source, final LongConsumer meter) {
        this(source, meter, new long[1]);
    }

    @Override
    public boolean next() {
        meter.accept(++count[0]);
        return source.next();
    }

    @Override
    public long openTimeNs() {
        return source.openTimeNs();
    }

    @Override
    public long closeTimeNs() {
        return source.closeTimeNs();
    }

    @Override
    public long periodNs() {
        return source.periodNs();
    }

    @Override
    public long openPrice() {
        return source.openPrice();
    }

    @Override
    public long highPrice() {
        return source.highPrice();
    }

    @Override
    public long lowPrice() {
        return source.lowPrice();
    }

    @Override
    public long closePrice() {
        return source.closePrice();
    }

    @Override
    public long volume() {
        return source.volume();
    }

    @Override
    public void close() {
        source.close();
    }
}
