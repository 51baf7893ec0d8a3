package reprise.simulation.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reprise.order.OrderType;
import reprise.order.ReportedStatus;
import reprise.order.Side;
import reprise.simulation.contract.OrderNews.Fill;
import reprise.simulation.contract.OrderNews.Reported;

/** The whole view of the account. */
final class AccountCards {
    private static final long MINUTE_NS = 60_000_000_000L;

    private AccountCards() {}

    static List<ContractCard> cards() {
        return List.of(
                ContractCard.of("A1", "the view has our cash and our open orders, as ours", AccountCards::whole),
                ContractCard.of("A2", "the view has our position", AccountCards::position, Need.OPEN_MARKET),
                ContractCard.of("A3", "asked twice, the same twice", AccountCards::twice),
                ContractCard.of(
                        "A4",
                        "executions since a time come again, under the ids that they had",
                        AccountCards::executions,
                        Need.OPEN_MARKET),
                ContractCard.of("A5", "an order of another run is told as foreign", AccountCards::foreign));
    }

    private static void whole(final ContractSession s) {
        final long orderId = s.workFar();
        final AccountView view = s.reconcile();
        s.expect(!view.cash().isEmpty(), "our cash");
        s.expect(
                new Reported(ReportedStatus.WORKING, s.quantity(), s.price(80), 0)
                        .equals(view.orders().get(orderId)),
                "our order as it works, not " + view.orders().get(orderId));
        s.expect(!isAmong(view, s.quantity(), s.price(80)), "our order as ours only");
        s.note(view.cash().get(0) + ", " + view.positions().size() + " positions");
    }

    private static boolean isAmong(final AccountView view, final long quantity, final long limitPrice) {
        return view.foreign().stream()
                .anyMatch(order -> order.quantity() == quantity && order.limitPrice() == limitPrice);
    }

    private static long fill(final ContractSession s) {
        final long orderId = s.submit(s.terms(Side.BUY, OrderType.LIMIT).limitPrice(s.price(104)));
        s.awaitFilled(orderId, s.quantity());
        return orderId;
    }

    private static void position(final ContractSession s) {
        final int id = s.instrument().instrumentId();
        final long before = s.reconcile().position(id);
        final long orderId = fill(s);
        final long kept = s.probe().order(orderId).fills().stream()
                .mapToLong(Fill::baseFee)
                .sum();
        final long after = s.reconcile().position(id);
        s.expect(
                after > before && after - before <= s.quantity() - kept,
                "a position larger by what was bought, or by less for a fee in kind, not by " + (after - before));
        s.environment()
                .control()
                .ifPresent(control -> s.expect(
                        control.position() == after, "a position of " + control.position() + ", not " + after));
    }

    private static void twice(final ContractSession s) {
        s.workFar();
        final AccountView first = s.reconcile();
        final AccountView second = s.reconcile();
        s.expect(first.equals(second), "the same view twice, not " + first + " and " + second);
    }

    private static void executions(final ContractSession s) {
        final long orderId = fill(s);
        final Set<Long> told = new HashSet<>(
                s.probe().order(orderId).fills().stream().map(Fill::executionId).toList());
        final long filledNs = s.probe().order(orderId).fills().get(0).timeNs();
        final AccountView view = s.reconcile(filledNs - MINUTE_NS);
        s.expect(view.executions().containsAll(told), "executions " + told + ", not " + view.executions());
        s.expect(s.probe().order(orderId).filledQuantity() == s.quantity(), "no execution under another id");
    }

    private static void foreign(final ContractSession s) {
        s.restartAsAnother();
        final long orderId = s.workFar();
        try {
            s.restart();
            final AccountView view = s.reconcile();
            s.expect(isAmong(view, s.quantity(), s.price(80)), "the order of the other run among " + view.foreign());
            s.expect(!view.orders().containsKey(orderId), "an order of the other run that is not ours");
        } finally {
            s.restartAsAnother();
            s.cancel(orderId);
            s.await(orderId, "cancelled", HeardOrder::isEnded);
            s.forget(orderId);
            s.restart();
        }
    }
}
