package reprise.simulation.venue;

import reprise.market.Instrument;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.Side;
import reprise.simulation.market.BarSource;

/**
 * Which orders a bar fills, and at which price. Nothing can trade in a bar that it was not at the venue before: the order must have come
 * before the bar opened. At the open, market orders fill at the open plus slippage, and limit orders that the open is good for at the open
 * itself; within the bar, limit orders that the bar trades through fill at their limit. All our fills of a bar share its capacity, first
 * come first served; what is left of an order waits for the next bar.
 */
final class BarMatcher {
    private final VenueConfig config;
    private final FillDesk fillDesk;

    BarMatcher(final VenueConfig config, final FillDesk fillDesk) {
        this.config = config;
        this.fillDesk = fillDesk;
    }

    void open(final VenueListing listing, final BarSource bar, final long arrivals) {
        listing.beginBar(bar, arrivals, capacity(bar.volume()));
        int index = 0;
        while (index < listing.orderCount()) {
            final VenueOrder order = listing.orderAt(index);
            final boolean done = listing.mayTradeInBar(order) && fillAtOpen(listing, order, bar.openPrice());
            index += done ? 0 : 1;
        }
    }

    void close(final VenueListing listing, final BarSource bar) {
        int index = 0;
        while (index < listing.orderCount()) {
            final VenueOrder order = listing.orderAt(index);
            final boolean done = order.isLimit()
                    && listing.mayTradeInBar(order)
                    && fillWithinBar(listing, order, order.side() == Side.BUY ? bar.lowPrice() : bar.highPrice());
            index += done ? 0 : 1;
        }
        listing.endBar();
    }

    private long capacity(final long volume) {
        return config.maxParticipationE8() == 0
                ? Long.MAX_VALUE
                : Money.fraction(volume, config.maxParticipationE8(), Rounding.FLOOR);
    }

    private boolean fillAtOpen(final VenueListing listing, final VenueOrder order, final long openPrice) {
        if (!order.isLimit()) {
            return fill(listing, order, slipped(listing.instrument(), order.side(), openPrice), false);
        }
        return config.limitFillRule().fills(order.side(), order.limitPrice(), openPrice)
                && fill(listing, order, openPrice, false);
    }

    private boolean fillWithinBar(final VenueListing listing, final VenueOrder order, final long bestPrice) {
        return config.limitFillRule().fills(order.side(), order.limitPrice(), bestPrice)
                && fill(listing, order, order.limitPrice(), true);
    }

    /** Returns whether the order is done and gone from the listing. */
    private boolean fill(final VenueListing listing, final VenueOrder order, final long price, final boolean asMaker) {
        final long quantity = listing.capacityFor(order);
        if (quantity == 0) {
            return false;
        }
        listing.take(quantity);
        return fillDesk.fill(order, price, quantity, asMaker);
    }

    /** Worse than the open by the slippage, and by what is missing to the next tick. */
    private long slipped(final Instrument instrument, final Side side, final long openPrice) {
        final long slippage = Money.fraction(openPrice, config.slippageE8(), Rounding.CEILING);
        final long tick = instrument.definition().tickSize();
        final long price = openPrice + side.sign() * slippage;
        final long rest = Math.floorMod(price, tick);
        if (side == Side.SELL) {
            return Math.max(price - rest, tick);
        }
        return rest == 0 ? price : price + tick - rest;
    }
}
