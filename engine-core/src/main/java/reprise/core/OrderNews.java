package reprise.core;

import java.util.Arrays;
import reprise.order.Order;
import reprise.time.EngineClock;

/**
 * Tells those concerned that an order changed: first its group, which must act before anybody else sees the change, then its strategy, then
 * the liquidation. What changes by a decision of the core itself, perhaps in the middle of a strategy's callback, is told later: at the end
 * of the event. Owned by the core; allocates nothing; empty between events, and so no state.
 */
final class OrderNews {
    private final EngineCore core;
    private final EngineClock clock;
    private final Leftovers leftovers;
    private Order[] later = new Order[64];
    private int laterCount;

    OrderNews(final EngineCore core, final EngineClock clock) {
        this.core = core;
        this.clock = clock;
        leftovers = core.leftovers();
    }

    /** An order changed by a report; the caller's event is the cause. */
    void tell(final Order order) {
        core.groups().onOrder(order);
        core.supervision().onOrder(order);
        final StrategyHost host = core.host(order.strategyId());
        if (host != null) {
            host.onOrder(order);
        }
        core.intents().onOrder(order);
        core.liquidation().onOrder(order);
    }

    /** The same, and observers are told at once. */
    void tellAll(final Order order) {
        tell(order);
        core.observer().onOrder(order, clock.timeNs());
    }

    void later(final Order order) {
        if (laterCount == later.length) {
            later = Arrays.copyOf(later, 2 * laterCount);
        }
        later[laterCount++] = order;
        leftovers.add();
    }

    /** Tells what was left for later, and what comes of that. Not to be called during a strategy's callback. */
    void tellLater() {
        for (int i = 0; i < laterCount; i++) {
            tellAll(later[i]);
        }
        laterCount = 0;
    }
}
