package reprise.simulation.venue;

import java.util.ArrayList;
import java.util.List;
import reprise.market.InstrumentDefinition;
import reprise.message.EngineCommands;
import reprise.message.EventPublisher;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.TimeInForce;
import reprise.portfolio.Portfolio;
import reprise.simulation.market.BarSource;

/**
 * A venue that trades on historical or synthetic bars. Publishes what a real one would: bars, answers to orders, fills, balances; all
 * stamped with the time of the data. It is told when a bar opens and when it closes, and believes nothing of a bar before it is due.
 *
 * <pre>
 *   openBar                                   closeBar
 *     | day orders end                          | limit orders that the bar traded through fill at their limit
 *     | orders that came before fill            | the bar is published
 *     | at the open                             |
 * </pre>
 *
 * <p>Single-threaded, owned by the thread that feeds it; commands come through a {@link VenueMailbox} polled on that thread, never while
 * a bar is opening or closing. Deterministic; allocates nothing per bar in steady state.
 */
public final class SimulatedVenue implements EngineCommands {
    /** The most orders that may be open at once. */
    public static final int MAX_OPEN_ORDERS = 8192;

    private final int venueId;
    private final List<VenueListing> listings = new ArrayList<>();
    private final VenueOrders orders = new VenueOrders(MAX_OPEN_ORDERS);
    private final VenueReports reports;
    private final VenueAccount account;
    private final OrderRules rules;
    private final BarMatcher matcher;
    private final DayOrders dayOrders;
    private boolean matching;

    /**
     * A venue that is not connected yet.
     *
     * @param config how it trades.
     * @param instruments what it trades, by dense id; all of one venue.
     * @param initialCash of our account, money units.
     * @param currency of the account.
     * @param events takes what the venue says; of the thread that feeds it.
     */
    public SimulatedVenue(
            final VenueConfig config,
            final List<InstrumentDefinition> instruments,
            final long initialCash,
            final String currency,
            final EventPublisher events) {
        venueId = instruments.isEmpty() ? 0 : instruments.get(0).venueId();
        for (final InstrumentDefinition definition : instruments) {
            if (definition.instrumentId() != listings.size() || definition.venueId() != venueId) {
                throw new IllegalArgumentException("instruments must have dense ids and one venue: " + definition);
            }
            listings.add(new VenueListing(definition));
        }
        reports = new VenueReports(events);
        account = new VenueAccount(listings, initialCash, currency);
        rules = new OrderRules(new Funds(account, listings, config.leverageE8()), config.allowShort());
        matcher = new BarMatcher(config, new FillDesk(config.fees(), account, orders, reports));
        dayOrders = new DayOrders(config.calendar(), listings, orders, reports);
    }

    /**
     * Opens for business: reports the account and that orders can come.
     *
     * @param timeNs of the data.
     */
    public void connect(final long timeNs) {
        reports.advanceTo(timeNs);
        reports.now().onAccountReported(venueId, account.cash(), account.currency());
        reports.now().onVenueConnected(venueId);
    }

    /**
     * A bar begins to trade. Its open is known from now on, the rest of it is not.
     *
     * @param instrumentId whose bar it is.
     * @param bar at its source.
     */
    public void openBar(final int instrumentId, final BarSource bar) {
        beginMatching();
        final VenueListing listing = listings.get(instrumentId);
        dayOrders.barOpens(listing, bar.openTimeNs());
        reports.advanceTo(bar.openTimeNs());
        // Of bars that overlap, which sound data does not have, only the first trades.
        if (listing.tradingBar() == null) {
            matcher.open(listing, bar, orders.arrivals());
        }
        matching = false;
    }

    /**
     * A bar that was opened is complete.
     *
     * @param instrumentId whose bar it is.
     * @param bar at its source, unchanged since it was opened.
     */
    public void closeBar(final int instrumentId, final BarSource bar) {
        beginMatching();
        reports.advanceTo(bar.closeTimeNs());
        final VenueListing listing = listings.get(instrumentId);
        if (listing.tradingBar() == bar) {
            matcher.close(listing, bar);
        }
        listing.instrument().onTrade(bar.closePrice(), 0);
        publish(instrumentId, bar);
        matching = false;
    }

    /**
     * A bar is complete that nothing trades in, because a shorter one of the same instrument is what orders trade in.
     *
     * @param instrumentId whose bar it is.
     * @param bar at its source.
     */
    public void publishBar(final int instrumentId, final BarSource bar) {
        reports.advanceTo(bar.closeTimeNs());
        publish(instrumentId, bar);
    }

    private void publish(final int instrumentId, final BarSource bar) {
        reports.now()
                .onBar(
                        instrumentId,
                        bar.closeTimeNs(),
                        bar.periodNs(),
                        bar.openPrice(),
                        bar.highPrice(),
                        bar.lowPrice(),
                        bar.closePrice(),
                        bar.volume());
    }

    private void beginMatching() {
        requireNotMatching();
        matching = true;
    }

    /** An answer to a fill must not change what the same bar fills next, whatever thread it comes on: hence the mailbox. */
    private void requireNotMatching() {
        if (matching) {
            throw new IllegalStateException("command while a bar is matched; commands must come through a mailbox");
        }
    }

    /**
     * The time that the venue has reached.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNs() {
        return reports.timeNs();
    }

    /**
     * Compares the venue's books with the engine's, which must be idle and have seen all that the venue published.
     *
     * @param engine the engine's portfolio.
     * @throws IllegalStateException if they differ by one unit.
     */
    public void requireEqualBooks(final Portfolio engine) {
        account.requireEqual(engine);
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        requireNotMatching();
        final RejectReason reason = check(orderId, instrumentId, terms);
        orders.use(orderId);
        if (reason != RejectReason.NONE) {
            reports.rejected(orderId, reason);
            return;
        }
        final VenueOrder order = orders.take();
        order.open(orderId, listings.get(instrumentId), terms);
        orders.add(order, reports.timeNs());
        if (order.isDay()) {
            dayOrders.accept(order);
        }
        reports.accepted(orderId);
    }

    private RejectReason check(final long orderId, final int instrumentId, final OrderTerms terms) {
        if (instrumentId < 0 || instrumentId >= listings.size()) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (orders.isUsed(orderId)) {
            return RejectReason.DUPLICATE_ORDER;
        }
        if (orders.isFull()) {
            return RejectReason.MAX_OPEN_ORDERS;
        }
        if (terms.type() != OrderType.MARKET && terms.type() != OrderType.LIMIT) {
            return RejectReason.ORDER_TYPE_NOT_SUPPORTED;
        }
        if (terms.timeInForce() != TimeInForce.DAY && terms.timeInForce() != TimeInForce.GTC) {
            return RejectReason.TIME_IN_FORCE_NOT_SUPPORTED;
        }
        return rules.check(
                listings.get(instrumentId),
                terms.side(),
                terms.quantity(),
                terms.limitPrice(),
                terms.type() == OrderType.LIMIT,
                null);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        requireNotMatching();
        final VenueOrder order = orders.find(orderId);
        if (order == null) {
            reports.cancelRejected(orderId, RejectReason.TOO_LATE);
            return;
        }
        orders.remove(order);
        reports.cancelled(orderId);
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        requireNotMatching();
        final VenueOrder order = orders.find(orderId);
        if (order == null || !order.isLimit() || quantity <= order.filledQuantity()) {
            reports.replaceRejected(orderId, RejectReason.TOO_LATE);
            return;
        }
        final long leaves = quantity - order.filledQuantity();
        final RejectReason reason = rules.check(order.listing(), order.side(), leaves, limitPrice, true, order);
        if (reason != RejectReason.NONE) {
            reports.replaceRejected(orderId, reason);
            return;
        }
        order.replace(quantity, limitPrice);
        orders.requeue(order, reports.timeNs());
        reports.replaced(orderId, quantity, limitPrice);
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        requireNotMatching();
        reports.notFound(orderId);
    }

    @Override
    public void requestReconciliation(final int requestedVenueId) {
        requireNotMatching();
        if (requestedVenueId != venueId) {
            return;
        }
        reports.now().onAccountReported(venueId, account.cash(), account.currency());
        for (final VenueListing listing : listings) {
            reports.now()
                    .onPositionReported(
                            venueId,
                            listing.instrument().id(),
                            account.quantity(listing.instrument()),
                            account.averagePrice(listing.instrument()));
            for (int i = 0; i < listing.orderCount(); i++) {
                reports.accepted(listing.orderAt(i).orderId());
            }
        }
    }
}
