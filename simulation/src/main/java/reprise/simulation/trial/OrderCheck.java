package reprise.simulation.trial;

import static reprise.simulation.trial.BrokenRule.require;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import reprise.core.CoreObserver;
import reprise.order.Order;
import reprise.order.OrderState;
import reprise.order.Orders;

/**
 * Follows every order of the engine: its states follow each other as they may, what it has traded only grows, and is never more than what
 * the venue has traded of it, for the same money. The table is written down here once more, and not the engine's own.
 */
final class OrderCheck implements CoreObserver {
    private static final String LEGAL = "states of orders follow each other as they may";
    private static final String TRUE_FILLS = "fills are those of the venue";
    private static final Set<OrderState> WORKING = EnumSet.of(
            OrderState.NEW,
            OrderState.PARTIALLY_FILLED,
            OrderState.PENDING_CANCEL,
            OrderState.PENDING_REPLACE,
            OrderState.UNKNOWN);

    /** What was seen of an order last. */
    private static final class Seen {
        OrderState state;
        long filled;
        int revision;
    }

    private final VenueLedger venue;
    private final Map<Long, Seen> orders = new HashMap<>();
    private BrokenRule broken;

    OrderCheck(final VenueLedger venue) {
        this.venue = venue;
    }

    @Override
    public void onOrder(final Order order, final long timeNs) {
        if (broken != null) {
            return;
        }
        try {
            see(order);
        } catch (final BrokenRule e) {
            // An observer must not stop the core: it is said after the event.
            broken = e;
        }
    }

    /** Looks at every order that is open. */
    void check(final Orders all) {
        if (broken != null) {
            throw broken;
        }
        for (int i = 0; i < all.openCount(); i++) {
            see(all.openAt(i));
        }
    }

    /** Looks at orders that were restored, of which nobody was told; those that are open are looked at anyway. */
    void learn(final Orders all, final Iterable<Long> orderIds) {
        for (final long orderId : orderIds) {
            final Order order = all.find(orderId);
            if (order != null) {
                see(order);
            }
        }
    }

    /** The ids of all orders that there ever were. */
    Iterable<Long> orderIds() {
        return orders.keySet();
    }

    private void see(final Order order) {
        final Seen seen = orders.computeIfAbsent(order.orderId(), id -> new Seen());
        final String id = "orderId=" + order.orderId();
        require(
                seen.state == null || seen.state == order.state() || mayBecome(seen.state, order.state()),
                LEGAL,
                id + ", from=" + seen.state + ", to=" + order.state());
        require(
                order.filledQuantity() >= seen.filled && order.revision() >= seen.revision,
                LEGAL,
                id + ", filled=" + seen.filled + " and then " + order.filledQuantity() + ", revision=" + seen.revision
                        + " and then " + order.revision());
        seen.state = order.state();
        seen.filled = order.filledQuantity();
        seen.revision = order.revision();
        final VenueLedger.Traded traded = venue.of(order.orderId());
        require(
                order.filledQuantity() <= traded.quantity,
                TRUE_FILLS,
                id + ", filled=" + order.filledQuantity() + ", at the venue " + traded.quantity);
        require(
                order.filledQuantity() < traded.quantity
                        || order.filledNotional() == traded.notional && order.fees() == traded.fees,
                TRUE_FILLS,
                id + ", notional=" + order.filledNotional() + ", at the venue " + traded.notional + ", fees="
                        + order.fees() + ", at the venue " + traded.fees);
    }

    /** In one event an order may take several steps. */
    private static boolean mayBecome(final OrderState from, final OrderState to) {
        return switch (from) {
            case HELD -> true;
            case PENDING_NEW -> to != OrderState.HELD;
            case NEW, PARTIALLY_FILLED, PENDING_REPLACE -> WORKING.contains(to) || !to.isOpen();
            case PENDING_CANCEL, UNKNOWN -> to != OrderState.HELD;
            case CANCELED -> to == OrderState.FILLED || to == OrderState.EXPIRED || to == OrderState.REJECTED;
            case EXPIRED, REJECTED -> to == OrderState.FILLED;
            case FILLED -> to == OrderState.CANCELED || to == OrderState.EXPIRED || to == OrderState.REJECTED;
            default -> false;
        };
    }
}
