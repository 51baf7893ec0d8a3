package reprise.simulation.contract;

import reprise.market.InstrumentStatus;

/** What a venue told of the market. Immutable. */
public sealed interface MarketNews {
    /** A price by which something can be valued. */
    sealed interface Priced extends MarketNews {
        /**
         * The price.
         *
         * @return in price units.
         */
        long price();
    }

    /** How a bar is told. */
    enum BarKind {
        /** It closed now. */
        CLOSED,
        /** It closed before. */
        HISTORICAL,
        /** It is told anew. */
        REVISED
    }

    /**
     * A bar.
     *
     * @param kind how it is told.
     * @param closeTimeNs when it closed.
     * @param periodNs how long it was.
     * @param open first price.
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     * @param volume traded.
     */
    record Bar(BarKind kind, long closeTimeNs, long periodNs, long open, long high, long low, long close, long volume)
            implements Priced {
        @Override
        public long price() {
            return close;
        }

        /**
         * Whether it tells of time that no bar before it told of.
         *
         * @return false for one that is told anew.
         */
        public boolean isFirstTold() {
            return kind != BarKind.REVISED;
        }
    }

    /**
     * Others traded.
     *
     * @param timeNs when.
     * @param price at which.
     * @param quantity how much.
     */
    record Trade(long timeNs, long price, long quantity) implements Priced {}

    /**
     * The best prices.
     *
     * @param timeNs when.
     * @param bidPrice best bid.
     * @param askPrice best offer.
     */
    record Quote(long timeNs, long bidPrice, long askPrice) implements Priced {
        @Override
        public long price() {
            return bidPrice + (askPrice - bidPrice) / 2;
        }
    }

    /**
     * It trades, or not.
     *
     * @param status from then on.
     */
    record Status(InstrumentStatus status) implements MarketNews {}

    /**
     * A trade was another, or none.
     *
     * @param price that was told.
     * @param revisedPrice that is right; 0 if it never was.
     */
    record TradeRevised(long price, long revisedPrice) implements MarketNews {}

    /**
     * Others traded while the connection was away.
     *
     * @param timeNs when.
     * @param price at which.
     * @param quantity how much.
     */
    record HistoricalTrade(long timeNs, long price, long quantity) implements MarketNews {}

    /**
     * Trades may be missing, or no longer.
     *
     * @param missing from then on.
     */
    record TradesMissing(boolean missing) implements MarketNews {}

    /** Anything else: a level of the book, a band, a split. */
    record Other() implements MarketNews {}
}
