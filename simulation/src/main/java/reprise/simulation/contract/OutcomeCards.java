package reprise.simulation.contract;

import java.util.ArrayList;
import java.util.List;
import reprise.order.ReportedStatus;
import reprise.simulation.contract.OrderNews.CancelRejected;
import reprise.simulation.contract.OrderNews.Cancelled;
import reprise.simulation.contract.OrderNews.NotFound;
import reprise.simulation.contract.OrderNews.Rejected;
import reprise.simulation.contract.OrderNews.ReplaceRejected;
import reprise.simulation.contract.OrderNews.Replaced;
import reprise.simulation.contract.OrderNews.Unknown;

/** Requests of which nobody knows whether they arrived: never taken for refused, never sent twice. */
final class OutcomeCards {
    private static final long SLOW_MS = 250;
    private static final List<VenueFault> FAULTS = List.of(
            VenueFault.ERROR_AFTER_DONE,
            VenueFault.LOSE_ANSWER,
            VenueFault.RESET,
            VenueFault.GATEWAY_PAGE,
            VenueFault.TOO_MANY,
            VenueFault.SLOW);

    private OutcomeCards() {}

    static List<ContractCard> cards() {
        final List<ContractCard> cards = new ArrayList<>();
        for (final VenueFault fault : FAULTS) {
            cards.add(ContractCard.of(
                    "U" + (cards.size() + 1),
                    "an order, and " + words(fault) + ": asked after, the truth; at the venue once at most",
                    s -> submit(s, fault),
                    Need.of(fault)));
        }
        for (final VenueFault fault : FAULTS.subList(0, 3)) {
            cards.add(ContractCard.of(
                    "U" + (cards.size() + 1),
                    "a cancel, and " + words(fault) + ": asked after, the truth",
                    s -> cancel(s, fault),
                    Need.of(fault)));
        }
        for (final VenueFault fault : FAULTS.subList(0, 3)) {
            cards.add(ContractCard.of(
                    "U" + (cards.size() + 1),
                    "a replacement, and " + words(fault) + ": asked after, the truth",
                    s -> replace(s, fault),
                    Need.of(fault)));
        }
        return cards;
    }

    private static String words(final VenueFault fault) {
        return switch (fault) {
            case ERROR_AFTER_DONE -> "an error though it is done";
            case LOSE_ANSWER -> "no answer though it is done";
            case RESET -> "a connection that breaks";
            case GATEWAY_PAGE -> "a page of a gateway";
            case TOO_MANY -> "one request too many";
            default -> "a late answer";
        };
    }

    private static void submit(final ContractSession s, final VenueFault fault) {
        s.control().let(fault, VenueRequest.SUBMIT, SLOW_MS);
        final long orderId = s.submitFar();
        final HeardOrder order = s.await(orderId, "heard of", heard -> !heard.isEmpty());
        if (order.has(Rejected.class)) {
            s.expect(s.control().ordersTaken() == 0, "no refusal of an order that the venue has");
            return;
        }
        final HeardOrder answer = s.query(orderId);
        final boolean isThere = s.control().ordersTaken() == 1;
        s.expect(s.control().ordersTaken() <= 1, "one order at the venue at most");
        s.expect(
                isThere
                        ? answer.reported() != null && answer.reported().status() == ReportedStatus.WORKING
                        : answer.has(NotFound.class),
                isThere ? "a report that it works" : "that it is not found");
    }

    private static void cancel(final ContractSession s, final VenueFault fault) {
        final long orderId = s.workFar();
        s.control().let(fault, VenueRequest.CANCEL, SLOW_MS);
        final long from = s.probe().position();
        s.cancel(orderId);
        s.await(
                orderId,
                from,
                "cancelled, refused its cancel, or in doubt",
                heard -> heard.has(Cancelled.class) || heard.has(CancelRejected.class) || heard.has(Unknown.class));
        // A cancel that did not arrive may be sent again: twice is as once.
        s.queryUntil(
                orderId,
                fault == VenueFault.RESET ? "reported" : "reported as cancelled",
                answer -> answer.reported() != null
                        && (fault == VenueFault.RESET || answer.reported().status() == ReportedStatus.CANCELED));
        s.expect(s.probe().order(orderId).all(Cancelled.class).size() <= 1, "one end");
    }

    private static void replace(final ContractSession s, final VenueFault fault) {
        final long orderId = s.workFar();
        s.control().let(fault, VenueRequest.REPLACE, SLOW_MS);
        final long from = s.probe().position();
        s.replace(orderId, s.quantity(), s.price(82));
        s.await(
                orderId,
                from,
                "replaced, refused its replacement, or in doubt",
                heard -> heard.has(Replaced.class) || heard.has(ReplaceRejected.class) || heard.has(Unknown.class));
        final boolean isDone = fault != VenueFault.RESET;
        final long limit = s.price(isDone ? 82 : 80);
        s.queryUntil(
                orderId,
                "reported as working with the limit that the venue has, "
                        + s.instrument().formatPrice(limit),
                answer -> answer.reported() != null
                        && answer.reported().status() == ReportedStatus.WORKING
                        && answer.reported().limitPrice() == limit);
        s.expect(
                !isDone || !s.probe().order(orderId).has(ReplaceRejected.class),
                "no refusal of what the venue has done");
        final AccountView view = s.reconcile();
        s.expect(view.orders().size() + view.foreign().size() == 1, "one order in the account");
    }
}
