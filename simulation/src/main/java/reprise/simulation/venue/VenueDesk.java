package reprise.simulation.venue;

import java.util.Arrays;
import java.util.List;
import reprise.message.EngineCommands;
import reprise.number.Money;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;
import reprise.simulation.market.SplitMix;

/** Where commands take effect, at the moment at which they arrive. */
final class VenueDesk implements EngineCommands {
    private static final String FAULT = "fault of the schedule";

    private final int venueId;
    private final List<VenueListing> listings;
    private final VenueAccount account;
    private final VenueOrders orders;
    private final OrderHistory history;
    private final Executions executions;
    private final VenueReports reports;
    private final OrderRules rules;
    private final BookMatcher matcher;
    private final BarMatcher barMatcher;
    private final FillDesk fillDesk;
    private final DayOrders dayOrders;
    private final long rejectShareE8;
    private final SplitMix faults;
    private final OrderTerms newTerms = new OrderTerms();
    private long[] chain = new long[16];
    private long faultyRejections;
    private long orderCount;
    private long repeatedOrderCount;

    VenueDesk(
            final VenueConfig config,
            final int venueId,
            final List<VenueListing> listings,
            final VenueBooks books,
            final OrderRules rules,
            final BookMatcher matcher,
            final BarMatcher barMatcher,
            final FillDesk fillDesk,
            final DayOrders dayOrders) {
        this.venueId = venueId;
        this.listings = listings;
        account = books.account();
        orders = books.orders();
        history = books.history();
        executions = books.executions();
        reports = books.reports();
        this.rules = rules;
        this.matcher = matcher;
        this.barMatcher = barMatcher;
        this.fillDesk = fillDesk;
        this.dayOrders = dayOrders;
        rejectShareE8 = config.faults().rejectShareE8();
        faults = new SplitMix(config.faults().seed() + 2);
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        final boolean used = isUsed(orderId);
        if (used) {
            repeatedOrderCount++;
        } else {
            orderCount++;
        }
        final RejectReason reason = check(used, instrumentId, terms);
        if (reason != RejectReason.NONE) {
            reject(orderId, terms, reason, "");
            return;
        }
        if (rejectShareE8 > 0 && faults.nextUnit() * Money.ONE < rejectShareE8) {
            faultyRejections++;
            reject(orderId, terms, RejectReason.VENUE_OTHER, FAULT);
            return;
        }
        final VenueListing listing = listings.get(instrumentId);
        newTerms.set(terms).stopPrice(OrderRules.firstStopPrice(listing, terms));
        final VenueOrder order = orders.add(orderId, listing, newTerms, reports.timeNs());
        if (order.isDay()) {
            dayOrders.accept(order);
        }
        reports.accepted(orderId);
        if (!barMatcher.arrive(order)) {
            matcher.arrive(order);
        }
    }

    /** How many orders were refused by the fault schedule. */
    long faultyRejections() {
        return faultyRejections;
    }

    private void reject(final long orderId, final OrderTerms terms, final RejectReason reason, final String text) {
        if (!isUsed(orderId)) {
            history.rejected(orderId, terms.quantity(), terms.limitPrice());
        }
        reports.rejected(orderId, reason, text);
    }

    /** Open, or among those that ended last. Ids need not grow: a stop that the engine held comes under the id that it got long ago. */
    private boolean isUsed(final long orderId) {
        return orders.find(orderId) != null || history.find(orderId) != OrderHistory.NOT_REMEMBERED;
    }

    private RejectReason check(final boolean used, final int instrumentId, final OrderTerms terms) {
        if (instrumentId < 0 || instrumentId >= listings.size()) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (used) {
            return RejectReason.DUPLICATE_ORDER;
        }
        if (orders.isFull()) {
            return RejectReason.MAX_OPEN_ORDERS;
        }
        final VenueListing listing = listings.get(instrumentId);
        final RejectReason reason = rules.checkKind(listing, terms);
        return reason == RejectReason.NONE ? rules.check(listing, terms, terms.quantity(), null) : reason;
    }

    VenueTally tally() {
        final long[] positions = new long[listings.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = account.quantity(listings.get(i).instrument());
        }
        return new VenueTally(orderCount, repeatedOrderCount, executions.latestId(), account.cash(), positions);
    }

    /** Backtests order quantities. */
    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        orderCount++;
        reject(orderId, terms, RejectReason.ORDER_TYPE_NOT_SUPPORTED, "no orders of amounts");
    }

    /** This venue takes orders one by one. */
    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        orderCount++;
        group.targetTo(newTerms);
        reject(group.firstOrderId(), newTerms, RejectReason.ORDER_TYPE_NOT_SUPPORTED, "no orders that belong together");
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        final VenueOrder order = orders.find(orderId);
        if (order == null) {
            reports.cancelRejected(orderId, RejectReason.TOO_LATE);
            return;
        }
        fillDesk.cancel(order);
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        final VenueOrder order = orders.find(orderId);
        if (order == null || order.terms().type() == OrderType.MARKET || quantity <= order.filledQuantity()) {
            reports.replaceRejected(orderId, RejectReason.TOO_LATE);
            return;
        }
        // A stop that was reached is history, and a trailing one may be left where it is.
        final boolean keepsStop = !order.isDormant() || order.isTrailing() && stopPrice == 0;
        newTerms.set(order.terms())
                .quantity(quantity)
                .limitPrice(order.isLimit() ? limitPrice : 0)
                .stopPrice(keepsStop ? order.stopPrice() : stopPrice);
        final RejectReason reason = rules.check(order.listing(), newTerms, quantity - order.filledQuantity(), order);
        if (reason != RejectReason.NONE) {
            reports.replaceRejected(orderId, reason);
            return;
        }
        work(order, newTerms);
    }

    /** Only an order that asks for less at the same prices keeps its turn. */
    private void work(final VenueOrder order, final OrderTerms terms) {
        final boolean keepsTurn = terms.limitPrice() == order.limitPrice()
                && terms.stopPrice() == order.stopPrice()
                && terms.quantity() <= order.terms().quantity();
        if (keepsTurn) {
            orders.replace(order, terms.quantity(), terms.limitPrice(), terms.stopPrice());
            reports.replaced(order);
            return;
        }
        orders.requeue(order, reports.timeNs(), terms.quantity(), terms.limitPrice(), terms.stopPrice());
        reports.replaced(order);
        matcher.arrive(order);
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        final VenueOrder order = orders.find(orderId);
        if (order != null) {
            repeat(order.lastExecutionId());
            reportWorking(order);
            return;
        }
        final int slot = history.find(orderId);
        if (slot == OrderHistory.NOT_REMEMBERED) {
            reports.notFound(orderId);
            return;
        }
        repeat(history.lastExecutionId(slot));
        reports.reported(
                orderId,
                history.status(slot),
                history.quantity(slot),
                history.limitPrice(slot),
                history.filledQuantity(slot));
    }

    private void reportWorking(final VenueOrder order) {
        reports.reported(
                order.orderId(),
                ReportedStatus.WORKING,
                order.terms().quantity(),
                order.limitPrice(),
                order.filledQuantity());
    }

    /** Repeats all executions of an order, the first one first; those that are too old to be remembered were told of long ago. */
    private void repeat(final long lastExecutionId) {
        int length = 0;
        for (long id = lastExecutionId; id >= executions.oldestId(); id = executions.previousId(id)) {
            if (length == chain.length) {
                chain = Arrays.copyOf(chain, 2 * length);
            }
            chain[length++] = id;
        }
        for (int i = length - 1; i >= 0; i--) {
            reports.execution(chain[i]);
        }
    }

    @Override
    public void requestReconciliation(final int requestedVenueId, final long sinceNs) {
        if (requestedVenueId != venueId) {
            return;
        }
        reports.now().onReconciliationBegan(venueId, sinceNs);
        reports.executionsSince(sinceNs);
        for (final VenueListing listing : listings) {
            for (int i = 0; i < listing.orderCount(); i++) {
                reportWorking(listing.orderAt(i));
            }
        }
        for (final VenueListing listing : listings) {
            reports.now()
                    .onPositionReported(
                            venueId,
                            listing.instrument().id(),
                            account.quantity(listing.instrument()),
                            account.averagePrice(listing.instrument()));
        }
        reports.now().onAccountReported(venueId, account.cash(), account.currency());
        reports.now().onReconciliationEnded(venueId);
    }
}
