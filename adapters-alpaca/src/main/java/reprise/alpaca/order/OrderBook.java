package reprise.alpaca.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongHashSet;
import reprise.alpaca.wire.OrderMessage;
import reprise.market.InstrumentDefinition;
import reprise.order.OrderIds;
import reprise.order.Side;

/**
 * Our orders that are open, and those that ended last. Its lock guards them all; whoever holds it may wait for the engine to take what it is
 * told, so the engine's own thread must never wait for it.
 */
final class OrderBook {
    /** How many ended orders are remembered. */
    static final int ENDED_KEPT = 4096;

    private final ClientIds names;
    private final AlpacaInstruments instruments;
    private final Long2ObjectHashMap<LiveOrder> byOrderId = new Long2ObjectHashMap<>();
    private final Long2ObjectHashMap<LiveOrder> byVenueKey = new Long2ObjectHashMap<>();
    private final LongHashSet strangers = new LongHashSet();
    private final Deque<LiveOrder> ended = new ArrayDeque<>();

    /** The first order of the group that an exit is of; needs no lock. */
    private final Map<Long, Long> firstOrderIds = new ConcurrentHashMap<>();

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

    /**
     * An exit that an answer shows inside of an order, whatever name the venue gave it: the ids of a group follow one another, the target's
     * before the stop's.
     */
    LiveOrder leg(final LiveOrder first, final OrderMessage group, final OrderMessage leg) {
        final boolean isSecond = isStop(leg) && group.legs().stream().anyMatch(other -> !isStop(other));
        final LiveOrder order = open(first.orderId + (isSecond ? 2 : 1), first.instrument);
        order.firstOrderId = first.orderId;
        joins(order.orderId, first.orderId);
        final long key = ExecutionIds.key(leg.id());
        if (order.find(key) == null && strangers.remove(key)) {
            // What was said of it before it was known is not known.
            order.stale = true;
        }
        return order;
    }

    private static boolean isStop(final OrderMessage leg) {
        return leg.stopPrice().isPresent();
    }

    /** Something was said of an order that nobody here knows; it may yet turn out to be an exit of ours. */
    void stranger(final OrderMessage message) {
        if (message.isOfGroup()) {
            if (strangers.size() >= ENDED_KEPT) {
                strangers.clear();
            }
            strangers.add(ExecutionIds.key(message.id()));
        }
    }

    /** The exits of an order that are known, by id. */
    List<LiveOrder> legsOf(final LiveOrder first) {
        final List<LiveOrder> legs = new ArrayList<>(2);
        for (long orderId = first.orderId + 1; orderId <= first.orderId + 2; orderId++) {
            final LiveOrder order = byOrderId.get(orderId);
            if (order != null && order.firstOrderId == first.orderId) {
                legs.add(order);
            }
        }
        return legs;
    }

    /** An exit is of a group. Any thread, without the lock. */
    void joins(final long orderId, final long firstOrderId) {
        firstOrderIds.put(orderId, firstOrderId);
    }

    /** Where work on an order is done: for orders of a group one after the other. Any thread, without the lock. */
    long strand(final long orderId) {
        return firstOrderIds.getOrDefault(orderId, orderId);
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
            firstOrderIds.remove(oldest.orderId);
            oldest.chain.forEach(venueOrder -> byVenueKey.remove(venueOrder.key));
        }
    }

    /** An order that the venue does not have; should it come up all the same, it is heard of anew. */
    void forget(final LiveOrder order) {
        for (final LiveOrder leg : legsOf(order)) {
            byOrderId.remove(leg.orderId);
            firstOrderIds.remove(leg.orderId);
        }
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
