package reprise.simulation.trial;

import static reprise.simulation.trial.BrokenRule.require;

import reprise.core.EngineCore;
import reprise.order.Order;
import reprise.order.OrderState;
import reprise.simulation.venue.VenueView;

/** What must be equal when nothing goes wrong any more, everything has arrived and the venue was asked for everything. */
final class QuietCheck {
    private static final String EQUAL = "after quiet, engine and venue agree";

    private final EngineCore core;
    private final TrialEngine engine;
    private final VenueView venue;
    private final VenueLedger ledger;
    private final long instrumentCount;

    QuietCheck(final TrialEngine engine, final VenueView venue, final VenueLedger ledger, final int instrumentCount) {
        this.engine = engine;
        core = engine.core();
        this.venue = venue;
        this.ledger = ledger;
        this.instrumentCount = instrumentCount;
    }

    /** At any time: the venue has worked nothing that the engine did not ask for. */
    void checkIntents() {
        for (final var entry : ledger.orders()) {
            if (entry.getValue().timesTaken > 0 && engine.commands().of(entry.getKey()) == null) {
                throw new BrokenRule(VenueLedger.ONCE, "never asked for: orderId=" + entry.getKey());
            }
        }
    }

    /** After quiet. */
    void check() {
        require(
                core.portfolio().cash() == venue.cash(),
                EQUAL,
                "cash of the engine " + core.portfolio().cash() + ", of the venue " + venue.cash());
        for (int i = 0; i < instrumentCount; i++) {
            final long ours = core.portfolio().net(i).quantity();
            require(
                    ours == venue.position(i),
                    EQUAL,
                    "position of instrument " + i + ", engine " + ours + ", venue " + venue.position(i));
        }
        int open = 0;
        for (final long orderId : engine.orders().orderIds()) {
            open += checkOrder(orderId, core.orders().find(orderId)) ? 1 : 0;
        }
        require(open == venue.openCount(), EQUAL, "open orders, engine " + open + ", venue " + venue.openCount());
    }

    /** Whether both work it. */
    private boolean checkOrder(final long orderId, final Order order) {
        final String id = "orderId=" + orderId;
        require(order != null, EQUAL, id + " is forgotten");
        final boolean works = order.isOpen() && order.state() != OrderState.HELD;
        require(
                works == venue.isOpen(orderId),
                EQUAL,
                id + " is " + order.state() + " and " + (venue.isOpen(orderId) ? "worked" : "not worked"));
        require(
                order.filledQuantity() == ledger.of(orderId).quantity,
                EQUAL,
                id + ", filled=" + order.filledQuantity() + ", at the venue " + ledger.of(orderId).quantity);
        if (works) {
            require(
                    isSettled(order.state())
                            && order.leavesQuantity() == venue.leavesQuantity(orderId)
                            && (!order.type().hasLimit() || order.limitPrice() == venue.limitPrice(orderId)),
                    EQUAL,
                    id + " is " + order.state() + ", leaves=" + order.leavesQuantity() + ", at the venue "
                            + venue.leavesQuantity(orderId) + ", limitPrice=" + order.limitPrice() + ", at the venue "
                            + venue.limitPrice(orderId));
        }
        return works;
    }

    static boolean isSettled(final OrderState state) {
        return switch (state) {
            case PENDING_NEW, PENDING_CANCEL, PENDING_REPLACE, UNKNOWN -> false;
            default -> true;
        };
    }
}
