package reprise.simulation.contract;

import java.util.ArrayList;
import java.util.List;
import reprise.market.InstrumentDefinition;
import reprise.order.OrderType;
import reprise.order.ReportedStatus;
import reprise.order.Side;

/** Leaves an account as it was found: cancels what a card left working, closes what it holds. */
final class Housekeeping {
    private final ContractSession session;
    private final AccountView before;

    /** Looks at the account as it is. */
    Housekeeping(final ContractSession session) {
        this.session = session;
        before = session.reconcile();
    }

    /** How much more is held than at first. */
    private long surplus(final AccountView now) {
        final int id = session.instrument().instrumentId();
        return now.position(id) - before.position(id);
    }

    /** Cleans up after a card; returns in words what could not be. */
    List<String> cleanUp() {
        session.open();
        final List<String> left = new ArrayList<>();
        boolean hasTraded = false;
        for (final long orderId : session.orders()) {
            final boolean isOver = isOver(orderId);
            if (!isOver) {
                left.add("order " + orderId + " may still work: "
                        + session.probe().order(orderId));
            }
            hasTraded |= session.probe().order(orderId).filledQuantity() > 0;
        }
        if (hasTraded) {
            closeSurplus();
        }
        return left;
    }

    /** Sees to it that an order is over; asks only after one of which no end was heard. */
    private boolean isOver(final long orderId) {
        if (session.probe().order(orderId).isEnded()) {
            return true;
        }
        if (session.query(orderId).isWorking()) {
            session.cancel(orderId);
            session.probe()
                    .await(
                            session.environment().patience(),
                            () -> session.probe().order(orderId).isEnded());
        }
        return !session.probe().order(orderId).isWorking();
    }

    private void closeSurplus() {
        final InstrumentDefinition instrument = session.instrument();
        final long surplus = surplus(session.reconcile());
        final long quantity = Math.abs(surplus) - Math.floorMod(Math.abs(surplus), instrument.lotSize());
        if (quantity > 0) {
            final Side side = surplus > 0 ? Side.SELL : Side.BUY;
            final long orderId =
                    session.submit(session.terms(side, OrderType.MARKET).quantity(quantity));
            session.await(orderId, "filled, to close what was bought", HeardOrder::isFilled);
        }
    }

    /** What is left behind in the account, in words; to be asked at the end. */
    String whatIsLeft() {
        session.open();
        final AccountView now = session.reconcile();
        final long own = now.orders().values().stream()
                .filter(report -> report.status() == ReportedStatus.WORKING)
                .count();
        final long others = now.foreign().stream()
                .filter(order -> !before.foreign().contains(order))
                .count();
        final long surplus = surplus(now);
        final InstrumentDefinition instrument = session.instrument();
        return own + others == 0 && surplus == 0
                ? "nothing is left behind: no order works, and the position in " + instrument.symbol() + " is as before"
                : "left behind: " + (own + others) + " working orders, and " + instrument.formatQuantity(surplus) + " "
                        + instrument.symbol() + dust(surplus);
    }

    private String dust(final long surplus) {
        return Math.abs(surplus) > 0 && Math.abs(surplus) < session.instrument().lotSize()
                ? ", which is less than may be sold"
                : "";
    }
}
