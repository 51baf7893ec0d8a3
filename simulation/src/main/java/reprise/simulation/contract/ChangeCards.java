package reprise.simulation.contract;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import reprise.market.Instrument;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;
import reprise.order.Side;
import reprise.simulation.contract.OrderNews.CancelRejected;
import reprise.simulation.contract.OrderNews.Cancelled;
import reprise.simulation.contract.OrderNews.Rejected;
import reprise.simulation.contract.OrderNews.ReplaceRejected;
import reprise.simulation.contract.OrderNews.Replaced;
import reprise.simulation.contract.OrderNews.Reported;

/** Cancels, replacements and refusals. */
final class ChangeCards {
    private static final Set<RejectReason> TOO_DEAR = EnumSet.of(
            RejectReason.INSUFFICIENT_FUNDS, RejectReason.MAX_ORDER_NOTIONAL, RejectReason.MAX_ORDER_QUANTITY);
    private static final int TIMES_THE_CASH = 8;

    private ChangeCards() {}

    static List<ContractCard> cards() {
        return List.of(
                ContractCard.of(
                        "C1", "a filled order is not cancelled: refused", ChangeCards::cancelFilled, Need.OPEN_MARKET),
                ContractCard.of("C2", "an order that is cancelled twice ends once", ChangeCards::cancelTwice),
                ContractCard.of(
                        "C3", "an order that was never sent is not cancelled: refused", ChangeCards::cancelUnknown),
                ContractCard.of(
                        "C4", "a new limit: told, and reported from then on", ChangeCards::newLimit, Need.OPEN_MARKET),
                ContractCard.of("C5", "a new quantity likewise", ChangeCards::newQuantity, Need.OPEN_MARKET),
                ContractCard.of(
                        "C6",
                        "two replacements in a row: the order has the terms of the second",
                        ChangeCards::twoReplacements,
                        Need.OPEN_MARKET),
                ContractCard.of(
                        "C7",
                        "an order that was replaced is cancelled under the same id",
                        ChangeCards::cancelReplaced,
                        Need.OPEN_MARKET),
                ContractCard.of(
                        "C8", "a filled order is not replaced: refused", ChangeCards::replaceFilled, Need.OPEN_MARKET),
                ContractCard.of(
                        "C9",
                        "an order of more than the account can pay is refused, with the venue's words",
                        ChangeCards::tooDear),
                ContractCard.of("C10", "a limit off the tick is refused, with words", ChangeCards::offTick),
                ContractCard.of("C11", "one id sent twice is one order", ChangeCards::sameIdTwice));
    }

    private static long fill(final ContractSession s) {
        final long orderId = s.submit(s.terms(Side.BUY, OrderType.LIMIT).limitPrice(s.price(104)));
        s.awaitFilled(orderId, s.quantity());
        return orderId;
    }

    private static void cancelFilled(final ContractSession s) {
        final long orderId = fill(s);
        s.cancel(orderId);
        final HeardOrder order = s.await(orderId, "refused its cancel", heard -> heard.has(CancelRejected.class));
        s.expect(!order.has(Cancelled.class), "no cancel");
    }

    private static void cancelTwice(final ContractSession s) {
        final long orderId = s.workFar();
        s.cancel(orderId);
        s.cancel(orderId);
        s.await(orderId, "cancelled", heard -> heard.has(Cancelled.class));
        final HeardOrder answer = s.query(orderId);
        s.expect(isReported(answer, ReportedStatus.CANCELED), "an order that is reported as cancelled");
        s.expect(s.probe().order(orderId).all(Cancelled.class).size() == 1, "one end");
    }

    private static void cancelUnknown(final ContractSession s) {
        final long orderId = s.unusedId();
        s.cancel(orderId);
        s.await(orderId, "refused its cancel", heard -> heard.has(CancelRejected.class));
    }

    private static void newLimit(final ContractSession s) {
        expectReplaced(s, s.workFar(), s.quantity(), s.price(81));
    }

    private static void newQuantity(final ContractSession s) {
        expectReplaced(s, s.workFar(), s.quantity() + s.instrument().lotSize(), s.price(80));
    }

    private static void twoReplacements(final ContractSession s) {
        final long orderId = s.workFar();
        expectReplaced(s, orderId, s.quantity(), s.price(81));
        expectReplaced(s, orderId, s.quantity(), s.price(82));
    }

    private static void expectReplaced(
            final ContractSession s, final long orderId, final long quantity, final long limitPrice) {
        final Replaced replaced = s.replaceUntilTaken(orderId, quantity, limitPrice);
        s.expect(
                replaced.quantity() == quantity && replaced.limitPrice() == limitPrice,
                "a quantity of " + quantity + " and a limit of " + limitPrice + ", not " + replaced);
        final Reported reported = s.query(orderId).reported();
        s.expect(
                new Reported(ReportedStatus.WORKING, quantity, limitPrice, 0).equals(reported),
                "a report of a quantity of " + quantity + " and a limit of " + limitPrice + ", not " + reported);
    }

    private static void cancelReplaced(final ContractSession s) {
        final long orderId = s.workFar();
        s.replaceUntilTaken(orderId, s.quantity(), s.price(81));
        s.cancel(orderId);
        s.await(orderId, "cancelled", heard -> heard.has(Cancelled.class));
        s.expect(isReported(s.query(orderId), ReportedStatus.CANCELED), "an order that is reported as cancelled");
    }

    private static void replaceFilled(final ContractSession s) {
        final long orderId = fill(s);
        s.replace(orderId, s.quantity(), s.price(105));
        final HeardOrder order = s.await(orderId, "refused its replacement", heard -> heard.has(ReplaceRejected.class));
        s.expect(!order.has(Replaced.class), "no replacement");
    }

    private static void tooDear(final ContractSession s) {
        final long cash = s.reconcile().cash().stream()
                .mapToLong(AccountNews.Cash::amount)
                .max()
                .orElseThrow(() -> new CardNotRun("the venue told no cash"));
        final long quantity =
                new Instrument(s.instrument()).quantityFor(Math.multiplyExact(TIMES_THE_CASH, cash), s.price(80));
        final OrderTerms terms = s.terms(Side.BUY, OrderType.LIMIT).limitPrice(s.price(80));
        final long orderId = s.submit(terms.quantity(quantity));
        final Rejected rejected = s.await(orderId, "rejected", heard -> heard.has(Rejected.class))
                .all(Rejected.class)
                .get(0);
        s.expect(TOO_DEAR.contains(rejected.reason()), "one of " + TOO_DEAR);
        s.expect(!rejected.text().isEmpty(), "the venue's words");
    }

    private static void offTick(final ContractSession s) {
        if (s.instrument().tickSize() == 1) {
            throw new CardNotRun("needs a tick larger than the last decimal of prices");
        }
        final long orderId = s.submit(s.terms(Side.BUY, OrderType.LIMIT).limitPrice(s.price(80) + 1));
        final Rejected rejected = s.await(orderId, "rejected", heard -> heard.has(Rejected.class))
                .all(Rejected.class)
                .get(0);
        s.expect(!rejected.text().isEmpty(), "words with the refusal");
    }

    private static void sameIdTwice(final ContractSession s) {
        final long orderId = s.workFar();
        s.submit(orderId, s.terms(Side.BUY, OrderType.LIMIT).limitPrice(s.price(80)));
        s.expect(isReported(s.query(orderId), ReportedStatus.WORKING), "one order that works");
        s.expect(!s.probe().order(orderId).isEnded(), "no end of the first because of the second");
        s.environment()
                .control()
                .ifPresent(control ->
                        s.expect(control.ordersTaken() == 1, "one order at the venue, not " + control.ordersTaken()));
        s.cancel(orderId);
        s.await(orderId, "cancelled", heard -> heard.has(Cancelled.class));
        final AccountView view = s.reconcile();
        s.expect(
                view.orders().values().stream().noneMatch(report -> report.status() == ReportedStatus.WORKING),
                "no order that works once it is cancelled");
    }

    private static boolean isReported(final HeardOrder order, final ReportedStatus status) {
        return order.reported() != null && order.reported().status() == status;
    }
}
