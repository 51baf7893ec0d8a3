package reprise.simulation.contract;

import java.util.List;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.ReportedStatus;
import reprise.order.Side;

/** Orders that a venue takes as one and keeps: an entry, and a target and a stop of which one cancels the other. */
final class GroupCards {
    private static final int MEMBERS = 3;
    private static final int TARGET = 1;
    private static final int STOP = 2;

    private GroupCards() {}

    static List<ContractCard> cards() {
        return List.of(
                ContractCard.of(
                        "G1",
                        "a bracket: each of its orders accepted under its own id, and cancelled with its entry",
                        GroupCards::entryCancelled,
                        Need.NATIVE_GROUPS),
                ContractCard.of(
                        "G2",
                        "a bracket that is refused: its first order rejected, in words, and nothing of the others",
                        GroupCards::refused,
                        Need.NATIVE_GROUPS),
                ContractCard.of(
                        "G3",
                        "an entry filled, then its target: the stop cancelled",
                        GroupCards::targetFilled,
                        Need.NATIVE_GROUPS,
                        Need.CONTROL),
                ContractCard.of(
                        "G4",
                        "an exit cancelled by its id: the other cancelled with it",
                        GroupCards::exitCancelled,
                        Need.NATIVE_GROUPS,
                        Need.CONTROL),
                ContractCard.of(
                        "G5",
                        "after a restart, asked for its first order: every order of a bracket reported",
                        GroupCards::asked,
                        Need.NATIVE_GROUPS),
                ContractCard.of(
                        "G6",
                        "after a restart every order of a bracket is ours in the view of the account",
                        GroupCards::seen,
                        Need.NATIVE_GROUPS));
    }

    private static OrderTerms far(final ContractSession s) {
        return s.terms(Side.BUY, OrderType.LIMIT).limitPrice(s.price(80));
    }

    /** A bracket far below the market, once it works; returns the id of its entry. */
    private static long workFar(final ContractSession s) {
        final long first = s.submitBracket(far(s), s.price(120), s.price(70));
        for (int i = 0; i < MEMBERS; i++) {
            s.awaitWorking(first + i);
        }
        return first;
    }

    /** A bracket whose entry is filled. */
    private static long filled(final ContractSession s) {
        final OrderTerms entry = s.terms(Side.BUY, OrderType.MARKET);
        final long first = s.submitBracket(entry, s.price(105), s.price(95));
        s.awaitWorking(first + TARGET);
        s.awaitWorking(first + STOP);
        s.control().tradeAt(s.price());
        s.awaitFilled(first, entry.quantity());
        return first;
    }

    private static void awaitEnds(final ContractSession s, final long first) {
        for (int i = 0; i < MEMBERS; i++) {
            s.await(first + i, "ended", HeardOrder::isEnded);
        }
    }

    private static void entryCancelled(final ContractSession s) {
        final long first = workFar(s);
        s.cancel(first);
        awaitEnds(s, first);
    }

    private static void refused(final ContractSession s) {
        final long first = s.submitBracket(far(s), s.price(60), s.price(70));
        final HeardOrder order = s.await(first, "rejected", heard -> heard.has(OrderNews.Rejected.class));
        final OrderNews.Rejected rejected = order.all(OrderNews.Rejected.class).get(0);
        s.expect(!rejected.text().isBlank(), "words why it is refused");
        s.note(rejected.reason() + " " + rejected.text());
        s.expect(
                !s.probe().order(first + TARGET).isWorking()
                        && !s.probe().order(first + STOP).isWorking(),
                "nothing of orders that are not there");
    }

    private static void targetFilled(final ContractSession s) {
        final long first = filled(s);
        s.control().tradeAt(s.price(106));
        s.awaitFilled(first + TARGET, s.quantity());
        s.await(first + STOP, "cancelled", HeardOrder::isEnded);
        s.expect(s.probe().order(first + STOP).filledQuantity() == 0, "no fill of the stop");
    }

    private static void exitCancelled(final ContractSession s) {
        final long first = filled(s);
        s.cancel(first + STOP);
        awaitEnds(s, first);
    }

    private static void asked(final ContractSession s) {
        final long first = workFar(s);
        s.restart();
        final long from = s.probe().position();
        final HeardOrder entry = s.query(first);
        s.expect(entry.reported() != null && entry.reported().status() == ReportedStatus.WORKING, "that it works");
        s.await(first + TARGET, from, "reported", order -> order.reported() != null);
        s.await(first + STOP, from, "reported", order -> order.reported() != null);
        s.cancel(first);
        awaitEnds(s, first);
    }

    private static void seen(final ContractSession s) {
        final long first = workFar(s);
        s.restart();
        final AccountView view = s.reconcile();
        for (int i = 0; i < MEMBERS; i++) {
            s.expect(view.orders().containsKey(first + i), "order " + (first + i) + " among ours, " + view.orders());
        }
    }
}
