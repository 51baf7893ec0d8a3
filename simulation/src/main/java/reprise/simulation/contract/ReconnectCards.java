package reprise.simulation.contract;

import java.util.List;
import reprise.order.ReportedStatus;
import reprise.simulation.contract.AccountNews.Connected;
import reprise.simulation.contract.AccountNews.Disconnected;
import reprise.simulation.contract.OrderNews.Fill;

/** A connection that ends, in every state of an order. */
final class ReconnectCards {
    private static final long SLOW_MS = 250;
    private static final long HELD_MS = 300;
    private static final int MANY_PRICES = 60;
    private static final Need DROP = Need.of(VenueFault.DROP_ORDERS);

    private ReconnectCards() {}

    static List<ContractCard> cards() {
        return List.of(
                ContractCard.of("N1", "without an order: told, and connected again", ReconnectCards::idle, DROP),
                ContractCard.of(
                        "N2", "an order on its way: there once, or not at all", ReconnectCards::pendingNew, DROP),
                ContractCard.of(
                        "N3",
                        "a working order that is filled meanwhile: the end is told before the fills, which come when asked for",
                        ReconnectCards::working,
                        DROP),
                ContractCard.of(
                        "N4",
                        "a cancel on its way: the order is over or, if it is refused, works",
                        ReconnectCards::pendingCancel,
                        DROP),
                ContractCard.of(
                        "N5",
                        "a replacement on its way: the new terms or, if it is refused, the old ones; one order",
                        ReconnectCards::pendingReplace,
                        DROP),
                ContractCard.of(
                        "N6",
                        "filled in part, and the rest meanwhile: all of it, none twice",
                        ReconnectCards::partlyFilled,
                        DROP,
                        Need.PARTIAL_FILLS),
                ContractCard.of(
                        "N7",
                        "an order while nobody would hear of it: answered, and asked after as answered",
                        ReconnectCards::orderWhileAway,
                        Need.of(VenueFault.HOLD_ORDERS_SLOT)),
                ContractCard.of(
                        "N8",
                        "a cancel while nobody would hear of it: the order is over or, if it is refused, works",
                        ReconnectCards::cancelWhileAway,
                        Need.of(VenueFault.HOLD_ORDERS_SLOT)));
    }

    private static long drop(final ContractSession s) {
        final long from = s.probe().position();
        s.control().let(VenueFault.DROP_ORDERS, VenueRequest.NONE, 0);
        return from;
    }

    /** Waits for the end and the new beginning; asks for the whole view, as an engine does. */
    private static AccountView awaitReconnection(final ContractSession s, final long from) {
        s.await("the end of the connection", () -> firstAfter(s, from, Disconnected.class) < Long.MAX_VALUE);
        final long ended = firstAfter(s, from, Disconnected.class);
        s.awaitConnected(ended);
        return s.reconcile();
    }

    private static long firstAfter(final ContractSession s, final long from, final Class<? extends AccountNews> kind) {
        return s.probe().accountAfter(from).stream()
                .filter(item -> kind.isInstance(item.news()))
                .mapToLong(Told::position)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** Ends the connection for a while; returns when that was told. */
    private static long awaitAbsence(final ContractSession s) {
        final long from = s.probe().position();
        s.control().let(VenueFault.HOLD_ORDERS_SLOT, VenueRequest.NONE, HELD_MS);
        s.await("the end of the connection", () -> firstAfter(s, from, Disconnected.class) < Long.MAX_VALUE);
        return from;
    }

    private static void orderWhileAway(final ContractSession s) {
        final long from = awaitAbsence(s);
        final long orderId = s.submitFar();
        awaitReconnection(s, from);
        s.await(orderId, "heard of", heard -> !heard.isEmpty());
        final boolean isRefused = s.probe().order(orderId).has(OrderNews.Rejected.class);
        s.queryUntil(
                orderId,
                isRefused ? "not at the venue" : "at the venue",
                answer -> isRefused
                        ? answer.has(OrderNews.NotFound.class) && s.control().ordersTaken() == 0
                        : answer.reported() != null && s.control().ordersTaken() == 1);
    }

    private static void cancelWhileAway(final ContractSession s) {
        final long orderId = s.workFar();
        final long from = awaitAbsence(s);
        s.cancel(orderId);
        awaitReconnection(s, from);
        expectCancelledOrRefused(s, orderId);
    }

    private static void idle(final ContractSession s) {
        final long from = drop(s);
        awaitReconnection(s, from);
        s.expect(
                firstAfter(s, from, Disconnected.class) < firstAfter(s, from, Connected.class),
                "the end before the new beginning");
        s.workFar();
    }

    private static void pendingNew(final ContractSession s) {
        s.control().let(VenueFault.SLOW, VenueRequest.SUBMIT, SLOW_MS);
        final long orderId = s.submitFar();
        awaitReconnection(s, drop(s));
        s.queryUntil(
                orderId,
                "reported as working, or not found where the venue has it not",
                answer -> answer.reported() != null
                        ? answer.reported().status() == ReportedStatus.WORKING
                        : s.control().ordersTaken() == 0);
        s.expect(s.control().ordersTaken() <= 1, "one order at the venue at most");
    }

    private static void working(final ContractSession s) {
        final long orderId = s.workFar();
        final long from = drop(s);
        s.control().tradeAt(s.price(79));
        awaitReconnection(s, from);
        s.query(orderId);
        expectAllFilled(s, orderId, s.quantity());
        s.expect(
                firstAfter(s, from, Disconnected.class)
                        < s.probe().order(orderId).after(from).positionOf(Fill.class),
                "the end of the connection before anything of the order");
    }

    private static void expectAllFilled(final ContractSession s, final long orderId, final long quantity) {
        final HeardOrder order = s.probe().order(orderId);
        s.expect(
                order.filledQuantity() == quantity && s.booked() == quantity,
                "fills of " + s.instrument().formatQuantity(quantity) + ", not "
                        + s.instrument().formatQuantity(order.filledQuantity()));
        s.expect(order.isEnded(), "an order that is over");
    }

    private static void pendingCancel(final ContractSession s) {
        final long orderId = s.workFar();
        s.control().let(VenueFault.SLOW, VenueRequest.CANCEL, SLOW_MS);
        s.cancel(orderId);
        awaitReconnection(s, drop(s));
        expectCancelledOrRefused(s, orderId);
    }

    private static void expectCancelledOrRefused(final ContractSession s, final long orderId) {
        s.queryUntil(
                orderId,
                "reported as cancelled, or as working if the cancel was refused",
                answer -> answer.reported() != null
                        && answer.reported().status()
                                == (s.probe().order(orderId).has(OrderNews.CancelRejected.class)
                                        ? ReportedStatus.WORKING
                                        : ReportedStatus.CANCELED));
        s.expect(s.probe().order(orderId).fills().isEmpty(), "no fill");
    }

    private static void pendingReplace(final ContractSession s) {
        final long orderId = s.workFar();
        s.control().let(VenueFault.SLOW, VenueRequest.REPLACE, SLOW_MS);
        s.replace(orderId, s.quantity(), s.price(82));
        awaitReconnection(s, drop(s));
        s.queryUntil(
                orderId,
                "reported as working under the new limit, or under the old one if that was told",
                answer -> answer.reported() != null
                        && answer.reported().status() == ReportedStatus.WORKING
                        && answer.reported().limitPrice() == limitTold(s, orderId));
        final AccountView view = s.reconcile();
        s.expect(view.orders().size() + view.foreign().size() == 1, "one order in the account");
    }

    /** What cannot be sent, because the connection has ended by then, is refused. */
    private static long limitTold(final ContractSession s, final long orderId) {
        return s.price(s.probe().order(orderId).has(OrderNews.ReplaceRejected.class) ? 80 : 82);
    }

    private static void partlyFilled(final ContractSession s) {
        final long orderId = s.workFar();
        s.control().tradeAt(s.price(79));
        s.await(orderId, "filled in part", heard -> heard.filledQuantity() > 0);
        final long from = drop(s);
        for (int i = 0; i < MANY_PRICES && s.booked() < s.quantity(); i++) {
            s.control().tradeAt(s.price(79));
        }
        awaitReconnection(s, from);
        s.query(orderId);
        expectAllFilled(s, orderId, s.quantity());
    }
}
