package reprise.simulation.contract;

import java.time.Duration;
import java.util.List;
import reprise.order.ReportedStatus;
import reprise.port.Venue;
import reprise.simulation.contract.AccountNews.Connected;

/** Beginnings and ends of venue objects. */
final class LifeCards {
    private static final long NS_PER_MS = 1_000_000;

    /** How long a venue that is closed is listened to. */
    private static final Duration AFTERWARDS = Duration.ofMillis(100);

    private LifeCards() {}

    static List<ContractCard> cards() {
        return List.of(
                ContractCard.of("L1", "that it is connected is told before anything of an order", LifeCards::connects),
                ContractCard.of(
                        "L2", "after a restart an order is found, and cancelled, under its id", LifeCards::restart),
                ContractCard.of(
                        "L3", "after a restart an order is ours in the view of the account", LifeCards::restartView),
                ContractCard.of(
                        "L4",
                        "filled while nobody was there: found when asked after",
                        LifeCards::filledWhileAway,
                        Need.CONTROL),
                ContractCard.of(
                        "L5", "closed: in bounded time, twice as once, and silent from then on", LifeCards::close),
                ContractCard.of("L6", "wrong keys: it cannot go on, and says so in words", LifeCards::wrongKeys));
    }

    private static void connects(final ContractSession s) {
        s.restart();
        final long orderId = s.workFar();
        final long connected = s.probe().account().stream()
                .filter(item -> item.news() instanceof Connected)
                .findFirst()
                .orElseThrow()
                .position();
        s.expect(connected < s.probe().order(orderId).positionOf(OrderNews.class), "the connection before the order");
    }

    private static void restart(final ContractSession s) {
        final long orderId = s.workFar();
        s.restart();
        final HeardOrder answer = s.query(orderId);
        s.expect(
                answer.reported() != null && answer.reported().status() == ReportedStatus.WORKING,
                "a report that it works");
        s.cancel(orderId);
        s.await(orderId, "cancelled", HeardOrder::isEnded);
    }

    private static void restartView(final ContractSession s) {
        final long orderId = s.workFar();
        s.restart();
        final AccountView view = s.reconcile();
        s.expect(
                view.orders().containsKey(orderId) && view.orders().get(orderId).status() == ReportedStatus.WORKING,
                "the order among ours, " + view.orders());
    }

    private static void filledWhileAway(final ContractSession s) {
        final long orderId = s.workFar();
        s.closeVenue();
        s.control().tradeAt(s.price(79));
        s.open();
        final HeardOrder answer = s.query(orderId);
        s.expect(
                answer.filledQuantity() == s.quantity()
                        && answer.reported() != null
                        && answer.reported().status() == ReportedStatus.FILLED,
                "its executions, and a report that it is filled");
    }

    private static void close(final ContractSession s) {
        final long orderId = s.workFar();
        final ContractProbe before = s.probe();
        final Venue venue = s.venue();
        final long startNanoTime = System.nanoTime();
        s.closeVenue();
        venue.close();
        final long elapsedMs = (System.nanoTime() - startNanoTime) / NS_PER_MS;
        s.note("closed in " + elapsedMs + " ms");
        final long heard = before.position();
        s.expect(
                elapsedMs < s.environment().patience().toMillis(),
                "an end within " + s.environment().patience().toMillis() + " ms");
        s.open();
        s.cancel(orderId);
        s.await(orderId, "cancelled", HeardOrder::isEnded);
        s.expect(!before.await(AFTERWARDS, () -> before.position() != heard), "nothing from a venue that is closed");
    }

    private static void wrongKeys(final ContractSession s) {
        final ContractProbe probe = new ContractProbe(s.instrument(), 0);
        try (Venue venue = s.environment().newVenueWithWrongKeys()) {
            venue.start(probe);
            probe.await(s.environment().patience(), () -> probe.fatal() != null);
        }
        s.expect(probe.fatal() != null && !probe.fatal().isBlank(), "words why it cannot go on");
        s.expect(
                probe.account().stream().noneMatch(item -> item.news() instanceof Connected),
                "no word of a connection");
        s.note(probe.fatal());
    }
}
