package reprise.simulation.recorded;

import reprise.simulation.recorded.MarketRecords.Kind;

/**
 * The bars of one instrument and one length in a recording, those of its history first. A record of a bar says when it closed and how long
 * it was; it began that long before, but not before the end of the one before it.
 */
final class RecordedBars extends RecordedBar {
    private final MarketRecords records;
    private final int instrumentId;
    private final long periodNs;
    private long openTimeNs;
    private long closeTimeNs = Long.MIN_VALUE;

    RecordedBars(final MarketRecords records, final int instrumentId, final long periodNs) {
        super(records);
        this.records = records;
        this.instrumentId = instrumentId;
        this.periodNs = periodNs;
    }

    @Override
    public boolean next() {
        while (records.next()) {
            if (isOurs()) {
                openTimeNs = Math.max(closeTimeNs, records.venueTimeNs - periodNs);
                closeTimeNs = records.venueTimeNs;
                return true;
            }
        }
        return false;
    }

    private boolean isOurs() {
        return (records.kind == Kind.BAR || records.kind == Kind.HISTORICAL_BAR)
                && records.instrumentId == instrumentId
                && records.periodNs == periodNs;
    }

    @Override
    public long openTimeNs() {
        return openTimeNs;
    }

    @Override
    public long closeTimeNs() {
        return closeTimeNs;
    }

    @Override
    public long periodNs() {
        return periodNs;
    }
}
