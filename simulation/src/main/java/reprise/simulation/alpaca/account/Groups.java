package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How the orders of a bracket, an oco or an oto depend on one another. Stateless but for whom it asks. */
final class Groups {
    private final Consumer<Order> activate;
    private final Consumer<Order> cancel;

    /**
     * Rules that let others do what follows.
     *
     * @param activate brings a held leg to the market.
     * @param cancel ends an order that is not needed any more.
     */
    Groups(final Consumer<Order> activate, final Consumer<Order> cancel) {
        this.activate = activate;
        this.cancel = cancel;
    }

    /** What an order may trade at most, so that a target and its stop do not sell the same shares twice. */
    static BigDecimal executable(final Order order) {
        final Order parent = order.parent() == null ? order : order.parent();
        final BigDecimal exits = parent.legs().stream().map(Order::filled).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (parent.request().orderClass() == OrderClass.OCO) {
            return order.leaves()
                    .min(parent.quantity().subtract(parent.filled()).subtract(exits));
        }
        return order == parent
                ? order.leaves()
                : order.leaves().min(parent.filled().subtract(exits));
    }

    /** An order of the group was filled completely. */
    void onFilled(final Order order) {
        if (order.isLeg()) {
            others(order).forEach(cancel);
        } else if (order.request().orderClass() == OrderClass.OCO) {
            order.legs().forEach(cancel);
        } else {
            order.legs().stream()
                    .filter(leg -> leg.status() == OrderStatus.HELD)
                    .forEach(activate);
        }
    }

    /** A part of an exit was filled, and there is nothing left for it, because the other had a part as well. */
    void onExhausted(final Order order) {
        cancel.accept(order);
    }

    /** An order of the group is over without having been filled: so is the rest. */
    void onEnded(final Order order) {
        order.legs().forEach(cancel);
        if (order.isLeg()) {
            others(order).forEach(cancel);
        }
    }

    private static List<Order> others(final Order leg) {
        final Order parent = leg.parent();
        final Stream<Order> all = Stream.concat(parent.legs().stream(), Stream.of(parent));
        return all.filter(order -> order != leg && order.status().isOpen()).toList();
    }
}
