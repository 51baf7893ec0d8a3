package reprise.alpaca.market;

import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.message.EventPublisher;
import reprise.message.MarketEvents;
import reprise.order.Side;

/**
 * Puts the venue's time on every event, for engines that run on it, lets bars through that the ledger has not seen, and takes back a halt whose end
 * nobody heard. Single-threaded, like its publisher; allocates nothing, except for bars while a gap is filled.
 */
final class StampedEvents implements MarketEvents {
    private final EventPublisher publisher;
    private final BarLedger ledger;
    private final InstrumentStatus[] statuses;

    /** Of which instruments nobody knows whether they still are what they were when the stream was lost. */
    private final boolean[] doubtful;

    /** When the status was told; 0 for one that the engine had before. */
    private final long[] sinceNs;

    private long latestNs;

    /** The engine believes the statuses, by instrument. */
    StampedEvents(final EventPublisher publisher, final BarLedger ledger, final InstrumentStatus[] statuses) {
        this.publisher = publisher;
        this.ledger = ledger;
        this.statuses = statuses.clone();
        doubtful = new boolean[statuses.length];
        sinceNs = new long[statuses.length];
    }

    /**
     * A stream delivers from now on. Statuses are told when they change, so one that changed before is not told: what is not trading, and then has
     * a trade or a bar, trades.
     */
    void subscribed() {
        for (int id = 0; id < statuses.length; id++) {
            doubtful[id] = statuses[id] != InstrumentStatus.TRADING;
        }
    }

    /** All of it was traded from a moment on: the bar of the minute in which a halt began does not end it. */
    private void traded(final int instrumentId, final long fromNs, final long timeNs) {
        if (doubtful[instrumentId] && fromNs >= sinceNs[instrumentId]) {
            onInstrumentStatus(instrumentId, timeNs, InstrumentStatus.TRADING);
        }
    }

    /** The latest time that the venue told, in nanoseconds since the epoch; 0 if it told none. */
    long latestNs() {
        return latestNs;
    }

    private EventPublisher at(final long timeNs) {
        if (latestNs == 0) {
            ledger.heardFrom(timeNs);
        }
        latestNs = Math.max(latestNs, timeNs);
        return publisher.at(timeNs);
    }

    @Override
    public void onBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        traded(instrumentId, closeTimeNs - periodNs, closeTimeNs);
        synchronized (ledger) {
            if (ledger.isFilling()) {
                ledger.hold(new ClosedBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume));
            } else if (ledger.advance(instrumentId, closeTimeNs)) {
                at(closeTimeNs).onBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
            }
        }
    }

    @Override
    public void onHistoricalBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        at(closeTimeNs).onHistoricalBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
    }

    @Override
    public void onQuote(
            final int instrumentId,
            final long venueTimeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        at(venueTimeNs).onQuote(instrumentId, venueTimeNs, bidPrice, bidQuantity, askPrice, askQuantity);
    }

    @Override
    public void onTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        traded(instrumentId, venueTimeNs, venueTimeNs);
        at(venueTimeNs).onTrade(instrumentId, venueTimeNs, price, quantity, aggressor);
    }

    @Override
    public void onBookLevel(
            final int instrumentId, final long venueTimeNs, final Side side, final long price, final long quantity) {
        at(venueTimeNs).onBookLevel(instrumentId, venueTimeNs, side, price, quantity);
    }

    @Override
    public void onBookCleared(final int instrumentId, final long venueTimeNs) {
        at(venueTimeNs).onBookCleared(instrumentId, venueTimeNs);
    }

    @Override
    public void onInstrumentStatus(final int instrumentId, final long venueTimeNs, final InstrumentStatus status) {
        statuses[instrumentId] = status;
        doubtful[instrumentId] = false;
        sinceNs[instrumentId] = venueTimeNs;
        at(venueTimeNs).onInstrumentStatus(instrumentId, venueTimeNs, status);
    }

    @Override
    public void onBorrowReported(
            final int instrumentId, final long venueTimeNs, final long availableQuantity, final long annualRatePpm) {
        at(venueTimeNs).onBorrowReported(instrumentId, venueTimeNs, availableQuantity, annualRatePpm);
    }

    @Override
    public void onSplit(final int instrumentId, final long venueTimeNs, final long newUnits, final long oldUnits) {
        at(venueTimeNs).onSplit(instrumentId, venueTimeNs, newUnits, oldUnits);
    }

    @Override
    public void onDividend(final int instrumentId, final long venueTimeNs, final long amountPerUnit) {
        at(venueTimeNs).onDividend(instrumentId, venueTimeNs, amountPerUnit);
    }

    /** Stamped like what came before it: its close may be still to come, and must not move the time ahead. */
    @Override
    public void onBarRevised(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        publisher.onBarRevised(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
    }

    @Override
    public void onTradeRevised(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long revisedPrice,
            final long revisedQuantity) {
        at(venueTimeNs).onTradeRevised(instrumentId, venueTimeNs, price, quantity, revisedPrice, revisedQuantity);
    }

    @Override
    public void onPriceBandReported(
            final int instrumentId, final long venueTimeNs, final long lowerPrice, final long upperPrice) {
        at(venueTimeNs).onPriceBandReported(instrumentId, venueTimeNs, lowerPrice, upperPrice);
    }

    @Override
    public void onTradesInterrupted(final int instrumentId, final long venueTimeNs) {
        at(venueTimeNs).onTradesInterrupted(instrumentId, venueTimeNs);
    }

    @Override
    public void onHistoricalTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        at(venueTimeNs).onHistoricalTrade(instrumentId, venueTimeNs, price, quantity, aggressor);
    }

    @Override
    public void onTradesResumed(final int instrumentId, final long venueTimeNs) {
        at(venueTimeNs).onTradesResumed(instrumentId, venueTimeNs);
    }
}
