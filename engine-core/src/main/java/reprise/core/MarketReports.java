package reprise.core;

import reprise.indicator.Indicators;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.time.EngineClock;

/**
 * What venues say about the market: brings the instrument and its bars up to date, then tells strategies. Owned by the core; allocates
 * nothing; holds no state of its own.
 */
final class MarketReports {
    private final EngineClock clock;
    private final Bar history = new Bar(0, 0);
    private final Instruments instruments;
    private final Subscriptions subscriptions;
    private final Indicators indicators;
    private final BuiltBars builtBars;
    private final Liquidation liquidation;
    private final CoreObserver observer;

    MarketReports(
            final EngineClock clock,
            final Instruments instruments,
            final Subscriptions subscriptions,
            final Indicators indicators,
            final BuiltBars builtBars,
            final Liquidation liquidation,
            final CoreObserver observer) {
        this.clock = clock;
        this.instruments = instruments;
        this.subscriptions = subscriptions;
        this.indicators = indicators;
        this.builtBars = builtBars;
        this.liquidation = liquidation;
        this.observer = observer;
    }

    void onBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        final Instrument instrument = instruments.get(instrumentId);
        instrument.onBar(closeTimeNs, periodNs, open, high, low, close, volume);
        indicators.onBar(instrument);
        liquidation.onMarket(instrumentId);
        builtBars.onBar(instrument);
        for (final StrategyHost host : subscriptions.of(instrumentId)) {
            host.onBar(instrument);
        }
        builtBars.tellClosed(instrument);
        observer.onBar(instrument, clock.timeNs());
    }

    /** A bar of the past: whatever is computed of bars learns of it, and nobody is told. */
    void onHistoricalBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        indicators.onHistoricalBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
        history.set(closeTimeNs, periodNs, open, high, low, close, volume);
        builtBars.onHistoricalBar(instruments.get(instrumentId), history);
    }

    void onQuote(
            final int instrumentId,
            final long venueTimeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        final Instrument instrument = instruments.get(instrumentId);
        instrument.onQuote(bidPrice, bidQuantity, askPrice, askQuantity);
        liquidation.onMarket(instrumentId);
        builtBars.onQuote(instrument, venueTimeNs);
        for (final StrategyHost host : subscriptions.of(instrumentId)) {
            host.onQuote(instrument);
        }
        builtBars.tellClosed(instrument);
    }

    void onTrade(final int instrumentId, final long venueTimeNs, final long price, final long quantity) {
        final Instrument instrument = instruments.get(instrumentId);
        instrument.onTrade(price, quantity);
        liquidation.onMarket(instrumentId);
        builtBars.onTrade(instrument, venueTimeNs);
        for (final StrategyHost host : subscriptions.of(instrumentId)) {
            host.onTrade(instrument);
        }
        builtBars.tellClosed(instrument);
    }
}
