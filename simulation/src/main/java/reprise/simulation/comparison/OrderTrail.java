package reprise.simulation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import reprise.core.CoreObserver;
import reprise.market.Instrument;
import reprise.order.Order;

/** Watches a run and keeps every order that was sent, in the order of their decision. Memory grows with orders. On the core's thread. */
public final class OrderTrail implements CoreObserver {
    private final List<TrailOrder> orders = new ArrayList<>();
    private final Long2ObjectHashMap<TrailOrder> byId = new Long2ObjectHashMap<>();
    private long[] bars = {};

    @Override
    public void onBar(final Instrument instrument, final long timeNs) {
        if (instrument.id() >= bars.length) {
            bars = Arrays.copyOf(bars, instrument.id() + 1);
        }
        bars[instrument.id()]++;
    }

    @Override
    public void onOrder(final Order order, final long timeNs) {
        final TrailOrder known = byId.get(order.orderId());
        if (known != null) {
            known.changed(order);
        } else {
            final int instrumentId = order.instrumentId();
            final TrailOrder sent = new TrailOrder(order, timeNs, instrumentId < bars.length ? bars[instrumentId] : 0);
            byId.put(order.orderId(), sent);
            orders.add(sent);
        }
    }

    /**
     * What was sent.
     *
     * @return in the order of their decision; grows while the run goes on.
     */
    public List<TrailOrder> orders() {
        return Collections.unmodifiableList(orders);
    }
}
