package reprise.simulation.venue;

import java.util.Arrays;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.simulation.market.BarSource;

/** One instrument at the venue: its rules and last price, the open orders in order of arrival, and the bar that is trading. */
final class VenueListing {
    /** No bar has opened yet. */
    static final long NO_BAR = Long.MIN_VALUE;

    private static final int INITIAL_ORDERS = 16;

    private final Instrument instrument;
    private VenueOrder[] orders = new VenueOrder[INITIAL_ORDERS];
    private int orderCount;
    private long barOpenTimeNs = NO_BAR;
    private long arrivalsBeforeBar;
    private long barCapacity;
    private BarSource tradingBar;

    VenueListing(final InstrumentDefinition definition) {
        instrument = new Instrument(definition);
    }

    Instrument instrument() {
        return instrument;
    }

    /** The price by which orders and positions are valued; 0 before any bar. */
    long lastPrice() {
        return instrument.markPrice();
    }

    void beginBar(final BarSource bar, final long arrivals, final long capacity) {
        tradingBar = bar;
        barOpenTimeNs = bar.openTimeNs();
        arrivalsBeforeBar = arrivals;
        barCapacity = capacity;
        instrument.onTrade(bar.openPrice(), 0);
    }

    void endBar() {
        tradingBar = null;
    }

    /** The bar that orders trade in now, or null. */
    BarSource tradingBar() {
        return tradingBar;
    }

    long barOpenTimeNs() {
        return barOpenTimeNs;
    }

    /** Whether the order was at the venue before the bar opened. */
    boolean mayTradeInBar(final VenueOrder order) {
        return order.arrivalNumber() < arrivalsBeforeBar && order.arrivalTimeNs() <= barOpenTimeNs;
    }

    /** How much of an order the bar can take. */
    long capacityFor(final VenueOrder order) {
        final long lot = instrument.definition().lotSize();
        return Math.min(order.leavesQuantity(), barCapacity - barCapacity % lot);
    }

    void take(final long quantity) {
        barCapacity -= quantity;
    }

    void add(final VenueOrder order) {
        if (orderCount == orders.length) {
            orders = Arrays.copyOf(orders, 2 * orderCount);
        }
        orders[orderCount++] = order;
    }

    void remove(final VenueOrder order) {
        int index = 0;
        while (orders[index] != order) {
            index++;
        }
        System.arraycopy(orders, index + 1, orders, index, --orderCount - index);
        orders[orderCount] = null;
    }

    int orderCount() {
        return orderCount;
    }

    VenueOrder orderAt(final int index) {
        return orders[index];
    }
}
