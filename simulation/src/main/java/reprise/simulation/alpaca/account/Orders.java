package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import reprise.simulation.alpaca.market.Asset;

/** All orders that ever came, in their order. Guarded by the venue's lock. */
public final class Orders {
    private final Map<String, Order> byId = new LinkedHashMap<>();
    private final Map<String, Order> byClientOrderId = new LinkedHashMap<>();
    private final List<Order> open = new ArrayList<>();

    Orders() {}

    void add(final Order order) {
        byId.put(order.id().toString(), order);
        byClientOrderId.put(order.clientOrderId(), order);
        open.add(order);
    }

    boolean isKnown(final String clientOrderId) {
        return byClientOrderId.containsKey(clientOrderId);
    }

    /**
     * Finds an order.
     *
     * @param id the venue's.
     * @return empty if there is none.
     */
    public Optional<Order> find(final String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Finds an order.
     *
     * @param clientOrderId the client's name for it.
     * @return empty if there is none.
     */
    public Optional<Order> findByClientOrderId(final String clientOrderId) {
        return Optional.ofNullable(byClientOrderId.get(clientOrderId));
    }

    /**
     * All that ever came.
     *
     * @return in their order.
     */
    public List<Order> all() {
        return List.copyOf(byId.values());
    }

    /**
     * Those to which something may still happen.
     *
     * @return a copy, in their order.
     */
    public List<Order> open() {
        open.removeIf(order -> !order.status().isOpen());
        return List.copyOf(open);
    }

    Stream<Order> open(final Asset asset, final Side side) {
        return open().stream().filter(order -> order.asset().equals(asset) && order.side() == side);
    }

    /** What open orders of a side may still trade of an asset; of a target and its stop only one may. */
    BigDecimal committed(final Asset asset, final Side side) {
        return open(asset, side)
                .filter(order -> order.status() != OrderStatus.HELD && !order.isByValue() && !isAlternative(order))
                .map(Order::leaves)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether the same quantity is counted under another order of the group already. */
    boolean isAlternative(final Order order) {
        final Order parent = order.parent();
        if (parent == null) {
            return false;
        }
        if (parent.status().isOpen() && parent.side() == order.side()) {
            return true;
        }
        return parent.legs().stream()
                        .filter(leg -> leg.status().isOpen())
                        .findFirst()
                        .orElse(order)
                != order;
    }
}
