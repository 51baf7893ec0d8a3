package reprise.simulation.contract;

import java.util.List;
import java.util.stream.Stream;
import reprise.order.OrderType;
import reprise.order.ReportedStatus;
import reprise.order.Side;
import reprise.simulation.contract.OrderNews.Accepted;
import reprise.simulation.contract.OrderNews.Busted;
import reprise.simulation.contract.OrderNews.CancelRejected;
import reprise.simulation.contract.OrderNews.Cancelled;
import reprise.simulation.contract.OrderNews.Rejected;
import reprise.simulation.contract.OrderNews.ReplaceRejected;
import reprise.simulation.contract.OrderNews.Replaced;

/** What crosses on the way. */
final class RaceCards {
    private static final long SLOW_MS = 250;
    private static final int MANY_PRICES = 60;

    private RaceCards() {}

    static List<ContractCard> cards() {
        return Stream.of(crossing(), later()).flatMap(List::stream).toList();
    }

    /** On the way. */
    private static List<ContractCard> crossing() {
        return List.of(
                ContractCard.of(
                        "R1",
                        "filled before the order is answered: filled once",
                        s -> fillWith(s, VenueFault.FILL_FIRST),
                        Need.of(VenueFault.FILL_FIRST)),
                ContractCard.of(
                        "R2",
                        "order updates in disorder: filled once",
                        s -> fillWith(s, VenueFault.SWAP_ORDERS),
                        Need.of(VenueFault.SWAP_ORDERS)),
                ContractCard.of(
                        "R3",
                        "an order update twice: told once",
                        RaceCards::repeatedUpdate,
                        Need.of(VenueFault.REPEAT_ORDERS)),
                ContractCard.of(
                        "R4",
                        "an execution twice: one execution, by its id",
                        s -> fillWith(s, VenueFault.REPEAT_EXECUTION),
                        Need.of(VenueFault.REPEAT_EXECUTION)),
                ContractCard.of(
                        "R5",
                        "filled while it is cancelled: filled, not cancelled",
                        RaceCards::filledDuringCancel,
                        Need.of(VenueFault.CANCEL_FILLS)),
                ContractCard.of(
                        "R6",
                        "filled while it is replaced: all fills, none twice",
                        RaceCards::filledDuringReplace,
                        Need.of(VenueFault.SLOW)),
                ContractCard.of(
                        "R7",
                        "cancelled before it is answered: over, or the cancel refused",
                        RaceCards::cancelBeforeAnswer,
                        Need.of(VenueFault.SLOW)),
                ContractCard.of(
                        "R8",
                        "replaced before it is answered: replaced, or refused",
                        RaceCards::replaceBeforeAnswer,
                        Need.of(VenueFault.SLOW)));
    }

    /** Against what was told before. */
    private static List<ContractCard> later() {
        return List.of(
                ContractCard.of(
                        "R9",
                        "cancelled when filled in part: the part and the end",
                        RaceCards::cancelPart,
                        Need.PARTIAL_FILLS),
                ContractCard.of(
                        "R10",
                        "replaced when filled in part: the new quantity is all that trades",
                        RaceCards::replacePart,
                        Need.PARTIAL_FILLS),
                ContractCard.of(
                        "R11",
                        "an update that never comes: found when asked after",
                        RaceCards::lostUpdate,
                        Need.of(VenueFault.LOSE_UPDATE)),
                ContractCard.of(
                        "R12",
                        "a fill that is taken back: told under the id of the fill",
                        RaceCards::bust,
                        Need.of(VenueFault.BUST)),
                ContractCard.of(
                        "R13",
                        "a fill that is corrected: taken back, and another",
                        RaceCards::correction,
                        Need.of(VenueFault.CORRECT)),
                ContractCard.of(
                        "R14",
                        "a fill that is taken back while nobody is there: asked after, it does not count",
                        RaceCards::bustWhileAway,
                        Need.of(VenueFault.BUST)));
    }

    private static long submitToFill(final ContractSession s) {
        return s.submit(s.terms(Side.BUY, OrderType.LIMIT).limitPrice(s.price(104)));
    }

    private static void fillWith(final ContractSession s, final VenueFault fault) {
        s.control().let(fault, VenueRequest.SUBMIT, 0);
        final long orderId = submitToFill(s);
        s.awaitFilled(orderId, s.quantity());
        expectTruth(s, orderId);
        final HeardOrder order = s.probe().order(orderId);
        s.expect(!order.has(Rejected.class) && !order.has(Cancelled.class), "no other end");
    }

    /** What was told of an order that is over, asked after or not, is what the server has booked. */
    private static void expectTruth(final ContractSession s, final long orderId) {
        s.query(orderId);
        s.reconcile();
        final long filled = s.probe().order(orderId).filledQuantity();
        s.expect(
                filled == s.booked(),
                "fills of " + s.instrument().formatQuantity(s.booked()) + " in all, not "
                        + s.instrument().formatQuantity(filled));
    }

    private static void repeatedUpdate(final ContractSession s) {
        s.control().let(VenueFault.REPEAT_ORDERS, VenueRequest.NONE, 0);
        final long orderId = s.workFar();
        s.cancel(orderId);
        s.await(orderId, "cancelled", heard -> heard.has(Cancelled.class));
        s.reconcile();
        final HeardOrder order = s.probe().order(orderId);
        s.expect(
                order.all(Accepted.class).size() == 1
                        && order.all(Cancelled.class).size() == 1,
                "one acceptance and one end");
    }

    private static void filledDuringCancel(final ContractSession s) {
        final long orderId = s.workFar();
        s.control().let(VenueFault.CANCEL_FILLS, VenueRequest.CANCEL, 0);
        s.cancel(orderId);
        s.awaitFilled(orderId, s.quantity());
        expectTruth(s, orderId);
        s.expect(!s.probe().order(orderId).has(Cancelled.class), "no cancel of what is filled");
    }

    private static void filledDuringReplace(final ContractSession s) {
        final long orderId = s.workFar();
        s.control().let(VenueFault.SLOW, VenueRequest.REPLACE, SLOW_MS);
        s.replace(orderId, s.quantity(), s.price(82));
        s.control().tradeAt(s.price(79));
        s.await(orderId, "filled", heard -> heard.isFilled() && heard.filledQuantity() > 0);
        expectTruth(s, orderId);
        s.expect(s.booked() == s.quantity(), "a position of the quantity");
    }

    private static void cancelBeforeAnswer(final ContractSession s) {
        s.control().let(VenueFault.SLOW, VenueRequest.SUBMIT, SLOW_MS);
        final long orderId = s.submitFar();
        s.cancel(orderId);
        final HeardOrder order = s.await(
                orderId,
                "cancelled, or refused its cancel",
                heard -> heard.has(Cancelled.class) || heard.has(CancelRejected.class));
        final boolean isCancelled = order.has(Cancelled.class);
        final ReportedStatus status = s.query(orderId).reported() == null
                ? null
                : s.probe().order(orderId).reported().status();
        s.expect(
                status == (isCancelled ? ReportedStatus.CANCELED : ReportedStatus.WORKING),
                "a report that agrees, not " + status);
    }

    private static void replaceBeforeAnswer(final ContractSession s) {
        s.control().let(VenueFault.SLOW, VenueRequest.SUBMIT, SLOW_MS);
        final long orderId = s.submitFar();
        s.replace(orderId, s.quantity(), s.price(81));
        final HeardOrder order = s.await(
                orderId,
                "replaced, or refused its replacement",
                heard -> heard.has(Replaced.class) || heard.has(ReplaceRejected.class));
        final long limit = s.price(order.has(Replaced.class) ? 81 : 80);
        final HeardOrder answer = s.query(orderId);
        s.expect(
                answer.reported() != null && answer.reported().limitPrice() == limit,
                "a report that agrees, with a limit of " + s.instrument().formatPrice(limit));
    }

    private static long fillPart(final ContractSession s) {
        final long orderId = s.workFar();
        s.control().tradeAt(s.price(79));
        s.await(orderId, "filled in part", heard -> heard.filledQuantity() > 0 && heard.filledQuantity() == s.booked());
        return orderId;
    }

    private static void cancelPart(final ContractSession s) {
        final long orderId = fillPart(s);
        s.cancel(orderId);
        s.await(orderId, "cancelled", heard -> heard.has(Cancelled.class));
        expectTruth(s, orderId);
    }

    private static void replacePart(final ContractSession s) {
        final long orderId = fillPart(s);
        final long quantity = 2 * s.quantity();
        s.replace(orderId, quantity, s.price(81));
        final Replaced replaced = s.await(orderId, "replaced", heard -> heard.has(Replaced.class))
                .all(Replaced.class)
                .get(0);
        s.expect(
                replaced.quantity() == quantity,
                "a new quantity of " + s.instrument().formatQuantity(quantity) + " in all, with what has filled");
        fillTheRest(s, orderId, quantity);
    }

    private static void fillTheRest(final ContractSession s, final long orderId, final long quantity) {
        for (int i = 0; i < MANY_PRICES && s.booked() < quantity; i++) {
            s.control().tradeAt(s.price(79));
        }
        s.awaitFilled(orderId, quantity);
        expectTruth(s, orderId);
    }

    private static void bustWhileAway(final ContractSession s) {
        final long orderId = submitToFill(s);
        s.awaitFilled(orderId, s.quantity());
        s.closeVenue();
        s.control().let(VenueFault.BUST, VenueRequest.NONE, 0);
        s.open();
        expectTruth(s, orderId);
    }

    private static void lostUpdate(final ContractSession s) {
        final long orderId = s.workFar();
        s.control().let(VenueFault.LOSE_UPDATE, VenueRequest.NONE, 0);
        s.control().tradeAt(s.price(79));
        final HeardOrder answer = s.query(orderId);
        s.expect(
                answer.reported() != null && answer.reported().status() == ReportedStatus.FILLED,
                "a report that it is filled");
        expectTruth(s, orderId);
    }

    private static void bust(final ContractSession s) {
        final long orderId = submitToFill(s);
        s.awaitFilled(orderId, s.quantity());
        s.control().let(VenueFault.BUST, VenueRequest.NONE, 0);
        s.await(orderId, "taken back", heard -> heard.has(Busted.class));
        expectTruth(s, orderId);
    }

    private static void correction(final ContractSession s) {
        final long orderId = submitToFill(s);
        s.awaitFilled(orderId, s.quantity());
        final long price = s.probe().order(orderId).fills().get(0).price();
        s.control().let(VenueFault.CORRECT, VenueRequest.NONE, 0);
        s.await(
                orderId,
                "taken back and filled at another price",
                heard -> heard.has(Busted.class)
                        && heard.filledQuantity() == s.quantity()
                        && heard.fills().get(0).price() != price);
        expectTruth(s, orderId);
    }
}
