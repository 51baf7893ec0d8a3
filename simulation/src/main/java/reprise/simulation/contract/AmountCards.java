package reprise.simulation.contract;

import java.util.List;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.OrderTerms;
import reprise.order.ReportedStatus;
import reprise.simulation.contract.OrderNews.Fill;
import reprise.simulation.contract.OrderNews.Rejected;
import reprise.simulation.contract.OrderNews.Restated;

/** Orders of an amount of money: nobody but the venue knows what it comes to, and it says so before the last fill. */
final class AmountCards {
    /** Less than that of an amount is not left over. */
    private static final int LEAST_SPENT_PERCENT = 98;

    private AmountCards() {}

    static List<ContractCard> cards() {
        return List.of(
                ContractCard.of(
                        "M1",
                        "an amount is spent: what it comes to is told before the last fill, and costs no more",
                        AmountCards::spent,
                        Need.AMOUNTS,
                        Need.OPEN_MARKET),
                ContractCard.of("M2", "an amount of a cent is refused, in words", AmountCards::refused, Need.AMOUNTS),
                ContractCard.of(
                        "M3",
                        "asked after an amount that is spent: its executions, and that it is filled with what it came to",
                        AmountCards::asked,
                        Need.AMOUNTS,
                        Need.OPEN_MARKET),
                ContractCard.of(
                        "M4",
                        "an amount that waits works, is reported without a quantity, and is cancelled",
                        AmountCards::waiting,
                        Need.AMOUNTS,
                        Need.of(VenueFault.HALT)),
                ContractCard.of(
                        "M5",
                        "after a restart an amount that waits is ours in the view of the account, and is spent",
                        AmountCards::seen,
                        Need.AMOUNTS,
                        Need.of(VenueFault.HALT)),
                ContractCard.of(
                        "M6",
                        "an amount that is spent while nobody is there: what it came to is found when asked after",
                        AmountCards::spentWhileAway,
                        Need.AMOUNTS,
                        Need.of(VenueFault.HALT)));
    }

    private static void spent(final ContractSession s) {
        final OrderTerms terms = s.amount();
        expectSpent(s, s.await(s.submitAmount(terms), "filled", HeardOrder::isFilled), terms.cashOrderQty());
    }

    /** Told of in full, in the right order, for the money and no more. */
    private static void expectSpent(final ContractSession s, final HeardOrder order, final long amount) {
        final List<Restated> restated = order.all(Restated.class);
        s.expect(
                !restated.isEmpty() && restated.get(0).quantity() == order.filledQuantity(),
                "what the amount came to, which is what has traded");
        s.expect(
                order.positionOf(Restated.class) < order.positionOfLast(Fill.class),
                "what the amount came to before its last fill");
        final Instrument instrument = new Instrument(s.instrument());
        final long cost = order.fills().stream()
                .mapToLong(fill -> instrument.notional(fill.price(), fill.quantity()))
                .sum();
        s.note(Money.format(cost) + " of " + Money.format(amount) + " spent");
        s.expect(cost <= amount && cost >= amount / 100 * LEAST_SPENT_PERCENT, "the amount to be spent, and no more");
    }

    private static void refused(final ContractSession s) {
        final long orderId = s.submitAmount(s.amount().cashOrderQty(Money.ONE / 100));
        final HeardOrder order = s.await(orderId, "rejected", heard -> heard.has(Rejected.class));
        s.expect(!order.all(Rejected.class).get(0).text().isBlank(), "words why it is refused");
    }

    private static void asked(final ContractSession s) {
        final long orderId = s.submitAmount(s.amount());
        final HeardOrder order = s.await(orderId, "filled", HeardOrder::isFilled);
        expectFilled(s, s.query(orderId), order.filledQuantity());
    }

    private static void expectFilled(final ContractSession s, final HeardOrder answer, final long quantity) {
        s.expect(answer.filledQuantity() == quantity, "its executions again");
        s.expect(
                answer.reported() != null
                        && answer.reported().status() == ReportedStatus.FILLED
                        && answer.reported().quantity() == quantity,
                "a report that it is filled with what it came to");
    }

    /** An amount that cannot be spent before the market goes on; returns its id. */
    private static long submitWaiting(final ContractSession s) {
        s.control().let(VenueFault.HALT, VenueRequest.NONE, 0);
        final long orderId = s.submitAmount(s.amount());
        s.awaitWorking(orderId);
        return orderId;
    }

    private static void goOn(final ContractSession s) {
        s.control().let(VenueFault.RESUME, VenueRequest.NONE, 0);
        s.control().tradeAt(s.price());
    }

    private static void waiting(final ContractSession s) {
        final long orderId = submitWaiting(s);
        final HeardOrder answer = s.query(orderId);
        s.expect(
                answer.reported() != null
                        && answer.reported().status() == ReportedStatus.WORKING
                        && answer.reported().quantity() == 0,
                "a report that it works, without a quantity");
        s.cancel(orderId);
        s.expect(s.await(orderId, "ended", HeardOrder::isEnded).fills().isEmpty(), "no fill");
        goOn(s);
    }

    private static void seen(final ContractSession s) {
        final long orderId = submitWaiting(s);
        s.restart();
        final AccountView view = s.reconcile();
        s.expect(view.orders().containsKey(orderId), "order " + orderId + " among ours, " + view.orders());
        goOn(s);
        s.await(orderId, "filled", HeardOrder::isFilled);
    }

    private static void spentWhileAway(final ContractSession s) {
        final long orderId = submitWaiting(s);
        s.closeVenue();
        goOn(s);
        s.open();
        final HeardOrder answer = s.query(orderId);
        s.expect(answer.has(Restated.class) && answer.isFilled(), "what it came to, and that this is all");
        expectFilled(s, answer, answer.all(Restated.class).get(0).quantity());
    }
}
