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
    private final long positionBefore;

    /** Looks at the account as it is. */
    Housekeeping(final ContractSession session) {
        this.session = session;
        positionBefore = position();
    }

    private long position() {
        return session.reconcile(0).position(session.instrument().instrumentId());
    }

    /** Cleans up after a card; returns in words what could not be. */
    List<String> cleanUp() {
        session.open();
        final List<String> left = new ArrayList<>();
        boolean hasTraded = false;
        for (final long orderId : session.orders()) {
            final HeardOrder before = session.query(orderId);
            if (before.isWorking()) {
                session.cancel(orderId);
            }
            final boolean isOver = !before.isWorking()
                    || session.probe()
                            .await(
                                    session.environment().patience(),
                                    () -> session.probe().order(orderId).isEnded());
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

    private void closeSurplus() {
        final InstrumentDefinition instrument = session.instrument();
        final long surplus = position() - positionBefore;
        final long quantity = Math.abs(surplus) - Math.floorMod(Math.abs(surplus), instrument.lotSize());
        if (quantity > 0) {
            final Side side = surplus > 0 ? Side.SELL : Side.BUY;
            final long orderId =
                    session.submit(session.terms(side, OrderType.MARKET).quantity(quantity));
            session.await(orderId, "filled, to close what was bought", HeardOrder::isEnded);
        }
    }

    /** What is left behind in the account, in words; to be asked at the end. */
    String whatIsLeft() {
        final InstrumentDefinition instrument = session.instrument();
        final AccountView view = session.reconcile(0);
        final long surplus = view.position(instrument.instrumentId()) - positionBefore;
        final long working = view.orders().values().stream()
                .filter(report -> report.status() == ReportedStatus.WORKING)
                .count();
        return working == 0 && surplus == 0
                ? "nothing is left behind: no order works, and the position in " + instrument.symbol() + " is as before"
                : "left behind: " + working + " working orders, and " + instrument.formatQuantity(surplus) + " "
                        + instrument.symbol();
    }
}
