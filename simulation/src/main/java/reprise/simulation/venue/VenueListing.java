package reprise.simulation.venue;

import java.util.Arrays;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.OrderIds;
import reprise.order.Side;
import reprise.simulation.market.BarSource;

/**
 * One instrument at the venue: its rules, status and last price, the open orders in order of arrival, what its market displays, and the bar
 * that is trading.
 */
final class VenueListing {
    /** No bar has opened yet. */
    static final long NO_BAR = Long.MIN_VALUE;

    private static final int INITIAL_ORDERS = 16;

    private final Instrument instrument;
    private final WorkingOrders working = new WorkingOrders();
    private final DisplayedBook book;
    private VenueOrder[] orders = new VenueOrder[INITIAL_ORDERS];
    private int orderCount;
    private InstrumentStatus status = InstrumentStatus.TRADING;
    private boolean tickFed;
    private boolean traded;
    private long firstPriceTimeNs = NO_BAR;
    private long barOpenTimeNs = NO_BAR;
    private long barCloseTimeNs = NO_BAR;
    private long arrivalsBeforeBar;
    private long barCapacity;
    private long lastVolume;
    private BarSource tradingBar;
    private boolean extremesMet;
    private long[] stoppedOut = new long[2];
    private int stoppedOutCount;

    VenueListing(final InstrumentDefinition definition, final QueueModel queueModel) {
        instrument = new Instrument(definition);
        book = new DisplayedBook(queueModel, working);
    }

    Instrument instrument() {
        return instrument;
    }

    WorkingOrders working() {
        return working;
    }

    DisplayedBook book() {
        return book;
    }

    /** The price by which orders and positions are valued; 0 before any. */
    long lastPrice() {
        return instrument.markPrice();
    }

    /** Whether orders can fill now. */
    boolean isTrading() {
        return status == InstrumentStatus.TRADING;
    }

    InstrumentStatus status() {
        return status;
    }

    void changeStatus(final InstrumentStatus newStatus) {
        status = newStatus;
    }

    /** Quotes, trades or levels are fed: from now on bars fill nothing. */
    void seesTicks() {
        tickFed = true;
    }

    /** Whether the instrument has traded in a trade that was fed. */
    boolean hasTraded() {
        return traded;
    }

    void trades() {
        traded = true;
    }

    void beginBar(final BarSource bar, final long arrivals, final long maxParticipationE8) {
        tradingBar = bar;
        extremesMet = false;
        stoppedOutCount = 0;
        barOpenTimeNs = bar.openTimeNs();
        arrivalsBeforeBar = arrivals;
        barCapacity = maxParticipationE8 == 0
                ? Long.MAX_VALUE
                : Money.fraction(bar.volume(), maxParticipationE8, Rounding.FLOOR);
    }

    void endBar() {
        lastVolume = tradingBar.volume();
        barCloseTimeNs = tradingBar.closeTimeNs();
        tradingBar = null;
    }

    /** Whether bars fill orders: not where quotes or trades are fed, and not while nothing trades. */
    boolean fillsFromBars() {
        return !tickFed && isTrading();
    }

    /** Whether the bar meets its extremes now: once a bar. */
    boolean meetsExtremes() {
        final boolean meets = !extremesMet;
        extremesMet = true;
        return meets;
    }

    /** A stop ended what an entry began: the other exits of that entry are to be cancelled, which takes until the next bar. */
    void stopsOut(final long entryOrderId) {
        if (stoppedOutCount == stoppedOut.length) {
            stoppedOut = Arrays.copyOf(stoppedOut, 2 * stoppedOutCount);
        }
        stoppedOut[stoppedOutCount++] = entryOrderId;
    }

    boolean isStoppedOut(final long entryOrderId) {
        for (int i = 0; i < stoppedOutCount; i++) {
            if (stoppedOut[i] == entryOrderId && entryOrderId != OrderIds.NULL_ORDER_ID) {
                return true;
            }
        }
        return false;
    }

    /** The bar that orders trade in now, or null. */
    BarSource tradingBar() {
        return tradingBar;
    }

    /** Whether a bar closed at this very moment and nothing has opened since. */
    boolean isAtClose(final long timeNs) {
        return tradingBar == null && barCloseTimeNs == timeNs;
    }

    /** Volume of the last complete bar; 0 for none. */
    long lastVolume() {
        return lastVolume;
    }

    /** When the instrument last had a price that began a day for it, if it needs one. */
    long lastMarketTimeNs() {
        return Math.max(barOpenTimeNs, firstPriceTimeNs);
    }

    void priced(final long timeNs) {
        firstPriceTimeNs = timeNs;
    }

    /** Whether the order was at the venue before the bar opened. */
    boolean mayTradeInBar(final VenueOrder order) {
        return order.arrivalNumber() < arrivalsBeforeBar && order.arrivalTimeNs() <= barOpenTimeNs;
    }

    /** How much of an order the bar can take. */
    long capacityFor(final VenueOrder order) {
        return wholeLots(Math.min(order.leavesQuantity(), barCapacity));
    }

    long wholeLots(final long quantity) {
        return quantity - quantity % instrument.definition().lotSize();
    }

    void take(final long quantity) {
        barCapacity -= quantity;
    }

    /** Whether an order that came now at a price would take liquidity, as far as anybody can tell. */
    boolean wouldTake(final Side side, final long limitPrice) {
        if (!book.isDisplayed()) {
            return lastPrice() > 0 && side.sign() * (limitPrice - lastPrice()) >= 0;
        }
        final long best = book.against(side).bestPrice();
        return best > 0 && side.sign() * (limitPrice - best) >= 0;
    }

    void add(final VenueOrder order) {
        if (orderCount == orders.length) {
            orders = Arrays.copyOf(orders, 2 * orderCount);
        }
        orders[orderCount++] = order;
        working.add(order);
    }

    void remove(final VenueOrder order) {
        int index = 0;
        while (orders[index] != order) {
            index++;
        }
        System.arraycopy(orders, index + 1, orders, index, --orderCount - index);
        orders[orderCount] = null;
        working.remove(order);
    }

    int orderCount() {
        return orderCount;
    }

    VenueOrder orderAt(final int index) {
        return orders[index];
    }
}
