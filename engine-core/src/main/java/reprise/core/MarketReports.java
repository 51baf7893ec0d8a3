package reprise.core;

import reprise.indicator.Indicators;
import reprise.market.Aggressor;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.market.InstrumentStatus;
import reprise.market.Instruments;
import reprise.market.SplitRatio;
import reprise.message.MarketEvents;
import reprise.order.Side;
import reprise.portfolio.Portfolio;
import reprise.time.EngineClock;

/**
 * What venues say about the market: brings the instrument and its bars up to date, then tells strategies. Owned by the core; allocates
 * nothing; holds no state of its own.
 */
final class MarketReports implements MarketEvents {
    /** A split of more units than any market has seen is no split: it changes nothing. */
    private static final long MAX_SPLIT_UNITS = 10_000;

    private final EngineClock clock;
    private final Bar history = new Bar(0, 0);
    private final Instruments instruments;
    private final Portfolio portfolio;
    private final Subscriptions subscriptions;
    private final Indicators indicators;
    private final BuiltBars builtBars;
    private final OrderTriggers triggers;
    private final Supervision supervision;
    private final Intents intents;
    private final CoreObserver observer;

    MarketReports(
            final EngineClock clock,
            final Instruments instruments,
            final Portfolio portfolio,
            final Subscriptions subscriptions,
            final Indicators indicators,
            final BuiltBars builtBars,
            final OrderTriggers triggers,
            final Supervision supervision,
            final Intents intents,
            final CoreObserver observer) {
        this.clock = clock;
        this.instruments = instruments;
        this.portfolio = portfolio;
        this.subscriptions = subscriptions;
        this.indicators = indicators;
        this.builtBars = builtBars;
        this.triggers = triggers;
        this.supervision = supervision;
        this.intents = intents;
        this.observer = observer;
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
        if (!supervision.guard().takesBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume)) {
            return;
        }
        final Instrument instrument = instruments.get(instrumentId);
        instrument.onBar(closeTimeNs, periodNs, open, high, low, close, volume);
        indicators.onBar(instrument);
        triggers.onBar(instrument);
        supervision.onBar(instrument);
        intents.onBar(instrument);
        builtBars.onBar(instrument);
        for (final StrategyHost host : subscriptions.of(instrumentId)) {
            host.onBar(instrument);
        }
        builtBars.tellClosed(instrument);
        observer.onBar(instrument, clock.timeNs());
    }

    /** A bar of the past: whatever is computed of bars learns of it, and nobody is told. */
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
        instruments.get(instrumentId).onHistoricalBar(closeTimeNs);
        indicators.onHistoricalBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
        history.set(closeTimeNs, periodNs, open, high, low, close, volume);
        builtBars.onHistoricalBar(instruments.get(instrumentId), history);
    }

    @Override
    public void onQuote(
            final int instrumentId,
            final long venueTimeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        if (!supervision.guard().takesQuote(instrumentId, venueTimeNs, bidPrice, bidQuantity, askPrice, askQuantity)) {
            return;
        }
        final Instrument instrument = instruments.get(instrumentId);
        instrument.onQuote(bidPrice, bidQuantity, askPrice, askQuantity);
        triggers.onQuote(instrument);
        supervision.onQuote(instrument, venueTimeNs, bidPrice, askPrice);
        intents.onQuote(instrument);
        builtBars.onQuote(instrument, venueTimeNs);
        for (final StrategyHost host : subscriptions.of(instrumentId)) {
            host.onQuote(instrument);
        }
        builtBars.tellClosed(instrument);
    }

    @Override
    public void onTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        if (!supervision.guard().takesTrade(instrumentId, venueTimeNs, price, quantity)) {
            return;
        }
        final Instrument instrument = instruments.get(instrumentId);
        instrument.onTrade(price, quantity);
        triggers.onTrade(instrument);
        supervision.onTrade(instrument, venueTimeNs, price);
        intents.onTrade(instrument);
        builtBars.onTrade(instrument, venueTimeNs);
        for (final StrategyHost host : subscriptions.of(instrumentId)) {
            host.onTrade(instrument);
        }
        builtBars.tellClosed(instrument);
    }

    @Override
    public void onBookLevel(
            final int instrumentId, final long venueTimeNs, final Side side, final long price, final long quantity) {
        // The core decides by bars, trades and the best bid and offer. Levels are on record: for venues that simulate,
        // and for readers.
    }

    @Override
    public void onBookCleared(final int instrumentId, final long venueTimeNs) {
        // Likewise.
    }

    @Override
    public void onInstrumentStatus(final int instrumentId, final long venueTimeNs, final InstrumentStatus status) {
        instruments.get(instrumentId).onStatus(status);
        supervision.exits().onStatus(instrumentId, status == InstrumentStatus.TRADING);
    }

    @Override
    public void onBorrowReported(
            final int instrumentId, final long venueTimeNs, final long availableQuantity, final long annualRatePpm) {
        portfolio.borrow().reported(instrumentId, availableQuantity, annualRatePpm);
    }

    @Override
    public void onSplit(final int instrumentId, final long venueTimeNs, final long newUnits, final long oldUnits) {
        if (newUnits > 0 && newUnits <= MAX_SPLIT_UNITS && oldUnits > 0 && oldUnits <= MAX_SPLIT_UNITS) {
            instruments.get(instrumentId).onSplit(newUnits, oldUnits);
            portfolio.split(instrumentId, newUnits, oldUnits);
            final SplitRatio ratio = new SplitRatio(newUnits, oldUnits);
            intents.onSplit(instrumentId, ratio);
            // Orders first: an exit that moves a stop which the engine holds must find it in the new units.
            triggers.onSplit(instruments.get(instrumentId), ratio);
            supervision.exits().onSplit(instrumentId, ratio);
            observer.onSplit(instruments.get(instrumentId), ratio, clock.timeNs());
        }
    }

    @Override
    public void onDividend(final int instrumentId, final long venueTimeNs, final long amountPerUnit) {
        portfolio.dividend(instrumentId, amountPerUnit);
    }

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
        // For the record: what was decided by the bar as it was told is not decided again.
    }

    @Override
    public void onTradeRevised(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long revisedPrice,
            final long revisedQuantity) {
        // Likewise.
    }

    @Override
    public void onPriceBandReported(
            final int instrumentId, final long venueTimeNs, final long lowerPrice, final long upperPrice) {
        // Likewise.
    }

    @Override
    public void onTradesInterrupted(final int instrumentId, final long venueTimeNs) {
        builtBars.onTradesInterrupted(instruments.get(instrumentId));
    }

    /** A trade of the past: whatever accumulates trades takes it in, and nobody is told. */
    @Override
    public void onHistoricalTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        final Instrument instrument = instruments.get(instrumentId);
        intents.onHistoricalTrade(instrument, venueTimeNs, quantity);
        builtBars.onHistoricalTrade(instrument, venueTimeNs, price, quantity);
    }

    @Override
    public void onTradesResumed(final int instrumentId, final long venueTimeNs) {
        builtBars.onTradesResumed(instruments.get(instrumentId));
    }
}
