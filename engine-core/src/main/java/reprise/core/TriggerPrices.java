package reprise.core;

import reprise.market.Instrument;
import reprise.order.Side;

/**
 * By which prices the engine decides that a stop is reached: by the last trade; where a venue delivers no trades, by the price at which the
 * order would trade, which is the ask for a buy and the bid for a sell; where it delivers no quotes either, by bars.
 */
final class TriggerPrices {
    private TriggerPrices() {}

    static boolean areTrades(final Instrument instrument) {
        return instrument.lastTradePrice() > 0;
    }

    static boolean areQuotes(final Instrument instrument) {
        return !areTrades(instrument) && instrument.quote().isSane();
    }

    static boolean areBars(final Instrument instrument) {
        return !areTrades(instrument)
                && !areQuotes(instrument)
                && instrument.bar().close() > 0;
    }

    /** The present price for orders of a side; 0 where there is none yet. */
    static long of(final Instrument instrument, final Side side) {
        if (areTrades(instrument)) {
            return instrument.lastTradePrice();
        }
        if (areQuotes(instrument)) {
            return side == Side.BUY
                    ? instrument.quote().askPrice()
                    : instrument.quote().bidPrice();
        }
        return instrument.bar().close();
    }

    /** A buy is triggered from below, a sell from above. */
    static boolean isReached(final Side side, final long stopPrice, final long price) {
        return side == Side.BUY ? price >= stopPrice : price <= stopPrice;
    }
}
