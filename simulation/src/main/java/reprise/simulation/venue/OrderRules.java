package reprise.simulation.venue;

import reprise.market.Instrument;
import reprise.market.InstrumentStatus;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;

/**
 * The venue's own rules, independent of the engine's gate: a venue does not trust its clients. Asked in a fixed order, of which the first
 * "no" is the answer. Reads only; allocates nothing.
 */
final class OrderRules {
    /** Stands for a market order's price. */
    static final long NO_LIMIT = 0;

    private final VenueConfig config;
    private final Funds funds;
    private final BookMatcher matcher;

    OrderRules(final VenueConfig config, final Funds funds, final BookMatcher matcher) {
        this.config = config;
        this.funds = funds;
        this.matcher = matcher;
    }

    /** Checks whether the venue works this kind of order at all, and works it now. */
    RejectReason checkKind(final VenueListing listing, final OrderTerms terms) {
        if ((listing.instrument().definition().orderTypes() >> terms.type().ordinal() & 1) == 0) {
            return RejectReason.ORDER_TYPE_NOT_SUPPORTED;
        }
        if ((listing.instrument().definition().timesInForce()
                                        >> terms.timeInForce().ordinal()
                                & 1)
                        == 0
                || !fits(terms.type(), terms.timeInForce())) {
            return RejectReason.TIME_IN_FORCE_NOT_SUPPORTED;
        }
        final boolean atOnce = terms.timeInForce() == TimeInForce.IOC || terms.timeInForce() == TimeInForce.FOK;
        if (listing.isTrading() || config.matching().haltPolicy() == HaltPolicy.ACCEPT && !atOnce) {
            return RejectReason.NONE;
        }
        return listing.status() == InstrumentStatus.CLOSED ? RejectReason.MARKET_CLOSED : RejectReason.NOT_TRADABLE;
    }

    private boolean fits(final OrderType type, final TimeInForce timeInForce) {
        return switch (timeInForce) {
            case DAY, GTC -> true;
            case IOC -> type != OrderType.LIMIT_MAKER;
            case FOK -> type == OrderType.MARKET || type == OrderType.LIMIT;
            case OPG, CLS ->
                !config.calendar().tradesEveryDay() && (type == OrderType.MARKET || type == OrderType.LIMIT);
            default -> false;
        };
    }

    /**
     * Checks what is to be worked from now on.
     *
     * @param listing it is for.
     * @param terms of it.
     * @param leaves quantity of it, without what has traded.
     * @param replaced an open order whose place it takes, or null.
     */
    RejectReason check(
            final VenueListing listing, final OrderTerms terms, final long leaves, final VenueOrder replaced) {
        final Instrument instrument = listing.instrument();
        final boolean limited = VenueOrder.hasLimit(terms.type());
        final boolean dormant = VenueOrder.isStop(terms.type()) && (replaced == null || replaced.isDormant());
        if (!instrument.isOnLot(leaves)) {
            return RejectReason.QUANTITY_NOT_ON_LOT;
        }
        if (limited && !instrument.isOnTick(terms.limitPrice())) {
            return RejectReason.PRICE_NOT_ON_TICK;
        }
        if (dormant && !isStopSound(listing, terms)) {
            return RejectReason.BAD_STOP_PRICE;
        }
        final long price = VenueOrder.valuePrice(terms, listing.lastPrice());
        if (price <= 0) {
            return RejectReason.NO_MARKET_PRICE;
        }
        if (instrument.notional(price, leaves) < instrument.definition().minNotional()) {
            return RejectReason.BELOW_MIN_NOTIONAL;
        }
        final boolean overSize = instrument.definition().maxQuantity() > 0
                && terms.quantity() > instrument.definition().maxQuantity();
        if (overSize) {
            return RejectReason.MAX_ORDER_QUANTITY;
        }
        final boolean mayBeShort =
                config.allowShort() && instrument.definition().shortable();
        if (!mayBeShort
                && terms.side() == Side.SELL
                && !funds.isHeld(listing, leaves, terms.entryOrderId(), replaced)) {
            return RejectReason.SHORT_NOT_ALLOWED;
        }
        if (!funds.cover(listing, terms.side(), leaves, price, terms.entryOrderId(), replaced)) {
            return RejectReason.INSUFFICIENT_FUNDS;
        }
        return checkMarket(listing, terms, leaves);
    }

    private RejectReason checkMarket(final VenueListing listing, final OrderTerms terms, final long leaves) {
        if (terms.type() == OrderType.LIMIT_MAKER && listing.wouldTake(terms.side(), terms.limitPrice())) {
            return RejectReason.WOULD_TAKE_LIQUIDITY;
        }
        final long limit = VenueOrder.hasLimit(terms.type()) ? terms.limitPrice() : NO_LIMIT;
        final boolean killed = terms.timeInForce() == TimeInForce.FOK
                && listing.book().isDisplayed()
                && !matcher.canFillAtOnce(listing, terms.side(), limit, leaves);
        return killed ? RejectReason.NOT_FILLED_AT_ONCE : RejectReason.NONE;
    }

    /** A stop must be a price on the far side of the market; a trailing one may leave it to its distance. */
    private static boolean isStopSound(final VenueListing listing, final OrderTerms terms) {
        final Instrument instrument = listing.instrument();
        final boolean trailing = terms.type() == OrderType.TRAILING_STOP;
        if (trailing && !instrument.isOnTick(terms.trailDistance())) {
            return false;
        }
        final long stopPrice = firstStopPrice(listing, terms);
        if (!instrument.isOnTick(stopPrice)) {
            return trailing && listing.lastPrice() == 0;
        }
        final long lastPrice = listing.lastPrice();
        return lastPrice == 0 || terms.side().sign() * (stopPrice - lastPrice) > 0;
    }

    /** The stop of an order when it comes: its own, or for a trailing one without, a distance from the last price on its tick. */
    static long firstStopPrice(final VenueListing listing, final OrderTerms terms) {
        if (terms.type() != OrderType.TRAILING_STOP || terms.stopPrice() != 0) {
            return terms.stopPrice();
        }
        final long price = listing.lastPrice() + terms.side().sign() * terms.trailDistance();
        final long rest = Math.floorMod(price, listing.instrument().definition().tickSize());
        return price - rest;
    }
}
