package reprise.simulation.recorded;

import reprise.message.EngineEvents;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.recorded.MarketRecords.Kind;
import reprise.simulation.venue.SimulatedVenue;

/**
 * A recording of quotes, trades and levels as a market: everything happens in the order in which the engine heard it, at the time at which it
 * heard it. What its way took is in that time already, so the venue must not add a delay of the feed. Orders trade in ticks; bars in between
 * are told, but nothing trades in them. Bars of history are told as such: those at the beginning before the first step.
 *
 * <p>A cursor, single-threaded; constant memory, allocates nothing per step.
 */
public final class RecordedFeed implements MarketFeed {
    private final MarketRecords records;
    private final BarAmongTicks bar;
    private final long firstTimeNs;
    private boolean isAhead;
    private EngineEvents history;

    /** A feed before its first step; reads the first record. */
    RecordedFeed(final MarketRecords records) {
        this.records = records;
        bar = new BarAmongTicks(records);
        isAhead = records.next();
        firstTimeNs = records.beganNs();
    }

    /** When the recording began, which may be before anything of the market was heard. */
    @Override
    public long firstTimeNs() {
        return firstTimeNs;
    }

    @Override
    public long tellHistory(final EngineEvents events) {
        history = events;
        long told = 0;
        while (isAhead && records.kind == Kind.HISTORICAL_BAR) {
            tellHistoricalBar();
            told++;
            isAhead = records.next();
        }
        return told;
    }

    private void tellHistoricalBar() {
        history.onHistoricalBar(
                records.instrumentId,
                records.venueTimeNs,
                records.periodNs,
                records.open,
                records.high,
                records.low,
                records.close,
                records.quantity);
    }

    @Override
    public boolean next() {
        if (isAhead) {
            isAhead = false;
            return true;
        }
        return records.next();
    }

    @Override
    public long timeNs() {
        return records.heardNs();
    }

    @Override
    public boolean deliverTo(final SimulatedVenue venue) {
        final int id = records.instrumentId;
        final long timeNs = records.heardNs();
        switch (records.kind) {
            case QUOTE ->
                venue.quote(id, timeNs, records.bidPrice, records.bidQuantity, records.askPrice, records.askQuantity);
            case TRADE -> venue.trade(id, timeNs, records.price, records.quantity, records.aggressor);
            case LEVEL -> venue.bookLevel(id, timeNs, records.side, records.price, records.quantity);
            case CLEARED -> venue.bookCleared(id, timeNs);
            case STATUS -> venue.instrumentStatus(id, timeNs, records.status);
            case BORROW -> venue.borrowReported(id, timeNs, records.quantity, records.annualRatePpm);
            case BAR -> venue.publishBar(id, bar, timeNs);
            case HISTORICAL_BAR -> tellHistoricalBar();
            case TRADES_INTERRUPTED -> history.onTradesInterrupted(id, records.venueTimeNs);
            case HISTORICAL_TRADE ->
                history.onHistoricalTrade(id, records.venueTimeNs, records.price, records.quantity, records.aggressor);
            case TRADES_RESUMED -> history.onTradesResumed(id, records.venueTimeNs);
            default -> throw new IllegalStateException("nothing that a venue can do: " + records.kind);
        }
        return true;
    }

    @Override
    public boolean isBar() {
        return records.kind == Kind.BAR;
    }

    @Override
    public void close() {
        records.close();
    }

    /** A bar among ticks. */
    private static final class BarAmongTicks extends RecordedBar {
        private final MarketRecords records;

        BarAmongTicks(final MarketRecords records) {
            super(records);
            this.records = records;
        }

        @Override
        public boolean next() {
            throw new IllegalStateException("a bar among ticks is not a stream");
        }

        @Override
        public long openTimeNs() {
            return records.venueTimeNs - records.periodNs;
        }

        @Override
        public long closeTimeNs() {
            return records.venueTimeNs;
        }

        @Override
        public long periodNs() {
            return records.periodNs;
        }
    }
}
