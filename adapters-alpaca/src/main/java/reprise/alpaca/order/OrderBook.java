package reprise.alpaca.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import reprise.alpaca.wire.OrderMessage;
import reprise.market.InstrumentDefinition;
import reprise.order.OrderIds;
import reprise.order.Side;

/** Our orders that are open, and those that ended last. Its lock guards them all. */
final class OrderBook {
    /** How many ended orders are remembered. */
    static final int ENDED_KEPT = 4096;

    private final ClientIds names;
    private final AlpacaInstruments instruments;
    private final Long2ObjectHashMap<LiveOrder> byOrderId = new Long2ObjectHashMap<>();
    private final Long2ObjectHashMap<LiveOrder> byVenueKey = new Long2ObjectHashMap<>();
    private final Deque<LiveOrder> ended = new ArrayDeque<>();

    OrderBook(final ClientIds names, final AlpacaInstruments instruments) {
        this.names = names;
        this.instruments = instruments;
    }

    /** The order of a message: known already, new, or null if it is not ours. */
    LiveOrder orderOf(final OrderMessage message) {
        final long orderId = names.orderId(message.clientOrderId());
        if (orderId == OrderIds.NULL_ORDER_ID) {
            return byVenueKey.isEmpty() ? null : byVenueKey.get(ExecutionIds.key(message.id()));
        }
        final LiveOrder known = byOrderId.get(orderId);
        if (known != null) {
            return known;
        }
        final InstrumentDefinition instrument = instruments.find(message.symbol());
        return instrument == null ? null : open(orderId, instrument);
    }

    LiveOrder find(final long orderId) {
        return byOrderId.get(orderId);
    }

    LiveOrder open(final long orderId, final InstrumentDefinition instrument) {
        final LiveOrder known = byOrderId.get(orderId);
        if (known != null) {
            return known;
        }
        final LiveOrder order = new LiveOrder(orderId, instrument);
        byOrderId.put(orderId, order);
        return order;
    }

    /** One of Alpaca's orders, known already or added to the end of the chain. */
    VenueOrder venueOrder(final LiveOrder order, final OrderMessage message) {
        final VenueOrder usual = order.find(message.id());
        final VenueOrder known = usual != null ? usual : order.find(ExecutionIds.key(message.id()));
        if (known != null) {
            return known;
        }
        final VenueOrder added = new VenueOrder(message.id().toString());
        order.chain.add(added);
        order.side = message.side().is("sell") ? Side.SELL : Side.BUY;
        byVenueKey.put(added.key, order);
        return added;
    }

    /** An end was told: the order is remembered for a while. */
    void ended(final LiveOrder order) {
        ended.addLast(order);
        if (ended.size() > ENDED_KEPT) {
            final LiveOrder oldest = ended.removeFirst();
            byOrderId.remove(oldest.orderId);
            oldest.chain.forEach(venueOrder -> byVenueKey.remove(venueOrder.key));
        }
    }

    /** An order that the venue does not have; should it come up all the same, it is heard of anew. */
    void forget(final LiveOrder order) {
        byOrderId.remove(order.orderId);
    }

    List<LiveOrder> open() {
        final List<LiveOrder> open = new ArrayList<>();
        byOrderId.forEach((orderId, order) -> {
            if (!order.endTold) {
                open.add(order);
            }
        });
        open.sort((a, b) -> Long.compare(a.orderId, b.orderId));
        return open;
    }
}
