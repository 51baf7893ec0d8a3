package reprise.simulation.trial;

import java.util.HashMap;
import java.util.Map;
import reprise.simulation.venue.VenueView;

/** What truly happened at the venue, order by order, as the venue's own books have it. */
final class VenueLedger {
    static final String ONCE = "each intent is worked at most once";

    /** What an order came to. */
    static final class Traded {
        long quantity;
        long notional;
        long fees;
        int timesTaken;
    }

    private final VenueView venue;
    private final Map<Long, Traded> byOrder = new HashMap<>();
    private long seenExecutions;
    private long seenArrivals;

    VenueLedger(final VenueView venue) {
        this.venue = venue;
    }

    Traded of(final long orderId) {
        return byOrder.computeIfAbsent(orderId, id -> new Traded());
    }

    Iterable<Map.Entry<Long, Traded>> orders() {
        return byOrder.entrySet();
    }

    long executions() {
        return seenExecutions;
    }

    /** Something happened at the venue that was no new order. */
    void update() {
        seenArrivals = venue.arrivals();
        while (seenExecutions < venue.latestExecutionId()) {
            seenExecutions++;
            final Traded traded = of(venue.orderId(seenExecutions));
            traded.quantity += Math.abs(venue.quantity(seenExecutions));
            traded.notional += Math.abs(venue.notional(seenExecutions));
            traded.fees += venue.fee(seenExecutions);
        }
    }

    /** A new order came to the venue, which may have taken it. */
    void submitted(final long orderId) {
        final Traded traded = of(orderId);
        traded.timesTaken += (int) (venue.arrivals() - seenArrivals);
        if (traded.timesTaken > 1) {
            throw new BrokenRule(ONCE, "worked again: orderId=" + orderId);
        }
        update();
    }
}
