package reprise.simulation.venue;

import reprise.market.Instrument;
import reprise.order.RejectReason;
import reprise.order.Side;

/**
 * The venue's own rules, independent of the engine's gate: a venue does not trust its clients. Asked in a fixed order, of which the first
 * "no" is the answer. Reads only; allocates nothing.
 */
final class OrderRules {
    /** Stands for a market order's price. */
    static final long NO_LIMIT = 0;

    private final Funds funds;
    private final boolean allowShort;

    OrderRules(final Funds funds, final boolean allowShort) {
        this.funds = funds;
        this.allowShort = allowShort;
    }

    /**
     * Checks what is to be worked from now on.
     *
     * @param listing it is for.
     * @param side of it.
     * @param quantity of it, without what has traded.
     * @param limitPrice of it, or {@link #NO_LIMIT}.
     * @param isLimit whether the limit counts.
     * @param replaced an open order whose place it takes, or null.
     */
    RejectReason check(
            final VenueListing listing,
            final Side side,
            final long quantity,
            final long limitPrice,
            final boolean isLimit,
            final VenueOrder replaced) {
        final Instrument instrument = listing.instrument();
        if (!instrument.isOnLot(quantity)) {
            return RejectReason.QUANTITY_NOT_ON_LOT;
        }
        if (isLimit && !instrument.isOnTick(limitPrice)) {
            return RejectReason.PRICE_NOT_ON_TICK;
        }
        final long price = isLimit ? limitPrice : listing.lastPrice();
        if (price <= 0) {
            return RejectReason.NO_MARKET_PRICE;
        }
        if (instrument.notional(price, quantity) < instrument.definition().minNotional()) {
            return RejectReason.BELOW_MIN_NOTIONAL;
        }
        if (!allowShort && side == Side.SELL && !funds.isHeld(listing, quantity, replaced)) {
            return RejectReason.SHORT_NOT_ALLOWED;
        }
        return funds.cover(listing, side, quantity, price, replaced)
                ? RejectReason.NONE
                : RejectReason.INSUFFICIENT_FUNDS;
    }
}
