package reprise.simulation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.portfolio.Portfolio;

/** Watches a run and keeps every order and every fill, with what the market was then. Memory grows with fills. On the core's thread. */
public final class FillTrail implements CoreObserver {
    private final OrderTrail orders = new OrderTrail();
    private final List<TrailFill> fills = new ArrayList<>();
    private long[] positions = {};
    private EngineCore core;

    /**
     * Names the core to be watched; the core has been made with this as its observer.
     *
     * @param watched before its first event.
     */
    public void attach(final EngineCore watched) {
        core = watched;
    }

    @Override
    public void onBar(final Instrument instrument, final long timeNs) {
        orders.onBar(instrument, timeNs);
    }

    @Override
    public void onOrder(final Order order, final long timeNs) {
        orders.onOrder(order, timeNs);
    }

    @Override
    public void onFill(final Order order, final long price, final long quantity, final long fee, final long timeNs) {
        add(order, price, order.side().sign() * quantity, fee);
    }

    @Override
    public void onBust(final Order order, final long price, final long quantity, final long fee, final long timeNs) {
        add(order, price, -order.side().sign() * quantity, -fee);
    }

    /** A fee in the base asset is taken off the quantity; then its value is not paid for what is held. */
    private void add(final Order order, final long price, final long signedQuantity, final long fee) {
        final Instrument instrument = core.instruments().get(order.instrumentId());
        final long reference = instrument.markPrice() == 0 ? price : instrument.markPrice();
        final long booked = bookedQuantity(instrument.id());
        fills.add(new TrailFill(
                order.orderId(),
                instrument.id(),
                booked,
                instrument.notional(price, signedQuantity) - (booked == signedQuantity ? 0 : fee),
                instrument.notional(reference, booked),
                fee));
    }

    private long bookedQuantity(final int instrumentId) {
        if (instrumentId >= positions.length) {
            positions = Arrays.copyOf(positions, core.instruments().count());
        }
        final long before = positions[instrumentId];
        positions[instrumentId] = core.portfolio().net(instrumentId).quantity();
        return positions[instrumentId] - before;
    }

    /**
     * What was sent.
     *
     * @return in the order of their decision.
     */
    public List<TrailOrder> orders() {
        return orders.orders();
    }

    /**
     * What was filled.
     *
     * @return in the order in which it was booked.
     */
    public List<TrailFill> fills() {
        return Collections.unmodifiableList(fills);
    }

    /**
     * What an instrument's position is worth at the last price.
     *
     * @param instrumentId of the run.
     * @param quantity signed, quantity units.
     * @return money.
     */
    long valueOf(final int instrumentId, final long quantity) {
        final Instrument instrument = core.instruments().get(instrumentId);
        return instrument.notional(instrument.markPrice(), quantity);
    }

    /**
     * What the run earned by its own books: equity at the last prices, less what was paid in.
     *
     * @return money.
     */
    public long pnl() {
        final Portfolio portfolio = core.portfolio();
        return portfolio.equity() - portfolio.paidIn();
    }
}
