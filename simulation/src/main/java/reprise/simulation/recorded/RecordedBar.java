package reprise.simulation.recorded;

import reprise.simulation.market.BarSource;

/** The record at hand as the bar that it is. */
abstract class RecordedBar implements BarSource {
    private final MarketRecords records;

    RecordedBar(final MarketRecords records) {
        this.records = records;
    }

    @Override
    public final long openPrice() {
        return records.open;
    }

    @Override
    public final long highPrice() {
        return records.high;
    }

    @Override
    public final long lowPrice() {
        return records.low;
    }

    @Override
    public final long closePrice() {
        return records.close;
    }

    @Override
    public final long volume() {
        return records.quantity;
    }

    @Override
    public final void close() {
        records.close();
    }
}
