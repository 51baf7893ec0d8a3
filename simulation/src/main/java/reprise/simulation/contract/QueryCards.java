package reprise.simulation.contract;

import java.util.List;
import reprise.order.OrderType;
import reprise.order.ReportedStatus;
import reprise.order.Side;
import reprise.simulation.contract.OrderNews.Cancelled;
import reprise.simulation.contract.OrderNews.Fill;
import reprise.simulation.contract.OrderNews.NotFound;
import reprise.simulation.contract.OrderNews.Rejected;
import reprise.simulation.contract.OrderNews.Reported;

/** Questions after orders, in every state. */
final class QueryCards {
    private QueryCards() {}

    static List<ContractCard> cards() {
        return List.of(
                ContractCard.of("Q1", "asked after a working order: its terms, and that it works", QueryCards::working),
                ContractCard.of(
                        "Q2",
                        "asked after a filled order: its executions again under their ids, then that it is filled",
                        QueryCards::filled,
                        Need.OPEN_MARKET),
                ContractCard.of("Q3", "asked after a cancelled order: that it is", QueryCards::cancelled),
                ContractCard.of("Q4", "asked after an order that was never sent: not found", QueryCards::unknown),
                ContractCard.of(
                        "Q5",
                        "asked after an order that is filled in part: the part again, and that it works",
                        QueryCards::partlyFilled,
                        Need.PARTIAL_FILLS),
                ContractCard.of(
                        "Q6", "asked after an order that was refused: refused, or not found", QueryCards::refused));
    }

    private static void expectReport(
            final ContractSession s, final HeardOrder answer, final ReportedStatus status, final long filled) {
        final Reported reported = answer.reported();
        s.expect(
                reported != null && reported.status() == status && reported.filledQuantity() == filled,
                "a report of " + status + " with " + s.instrument().formatQuantity(filled) + " filled, not "
                        + reported);
        s.expect(
                answer.filledQuantity() == filled && answer.positionOf(Fill.class) > 0,
                "all that has filled, before the report");
        s.expect(
                filled == 0 || answer.positionOf(Fill.class) < answer.positionOf(Reported.class),
                "executions before the report");
    }

    private static void working(final ContractSession s) {
        final long orderId = s.workFar();
        final HeardOrder answer = s.query(orderId);
        expectReport(s, answer, ReportedStatus.WORKING, 0);
        s.expect(
                answer.reported().quantity() == s.quantity()
                        && answer.reported().limitPrice() == s.price(80),
                "the terms that were ordered");
    }

    private static void filled(final ContractSession s) {
        final long orderId = s.submit(s.terms(Side.BUY, OrderType.LIMIT).limitPrice(s.price(104)));
        s.awaitFilled(orderId, s.quantity());
        final List<Fill> before = s.probe().order(orderId).fills();
        final HeardOrder answer = s.query(orderId);
        expectReport(s, answer, ReportedStatus.FILLED, s.quantity());
        s.expect(ids(answer.fills()).equals(ids(before)), "the same executions as before");
    }

    private static List<Long> ids(final List<Fill> fills) {
        return fills.stream().map(Fill::executionId).sorted().toList();
    }

    private static void cancelled(final ContractSession s) {
        final long orderId = s.workFar();
        s.cancel(orderId);
        s.await(orderId, "cancelled", heard -> heard.has(Cancelled.class));
        expectReport(s, s.query(orderId), ReportedStatus.CANCELED, 0);
    }

    private static void unknown(final ContractSession s) {
        final HeardOrder answer = s.query(s.unusedId());
        s.expect(answer.has(NotFound.class) && answer.reported() == null, "that it is not found");
    }

    private static void partlyFilled(final ContractSession s) {
        final long orderId = s.workFar();
        s.control().tradeAt(s.price(79));
        s.await(orderId, "filled in part", heard -> heard.filledQuantity() > 0);
        expectReport(s, s.query(orderId), ReportedStatus.WORKING, s.booked());
    }

    private static void refused(final ContractSession s) {
        if (s.instrument().tickSize() == 1) {
            throw new CardNotRun("needs a tick larger than the last decimal of prices");
        }
        final long orderId = s.submit(s.terms(Side.BUY, OrderType.LIMIT).limitPrice(s.price(80) + 1));
        s.await(orderId, "rejected", heard -> heard.has(Rejected.class));
        final HeardOrder answer = s.query(orderId);
        s.expect(
                answer.has(NotFound.class) || answer.reported().status() == ReportedStatus.REJECTED,
                "an order that is not found, or refused");
    }
}
