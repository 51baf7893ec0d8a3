package reprise.core;

import java.util.Arrays;
import reprise.state.StateExchange;

/**
 * What a venue has said of our account since it began to, collected until it is complete, and where the comparison with that venue stands.
 * Owned by {@link Reconciliation}; grows to what the account holds and then allocates nothing; part of replayed state.
 */
final class VenueView {
    static final long NEVER = Long.MAX_VALUE;

    final int venueId;

    /** Views have not been equal since the connection was lost or they were found to differ: nothing is opened. */
    boolean awaited;

    boolean requested;
    boolean reporting;

    /** A view is being told that nobody waits for any more: it changes nothing, but must not be taken for news either. */
    boolean unasked;

    int attempt;
    int differences;
    int unresolved;
    long deadlineNs = NEVER;

    /** Up to here nothing is missing: when we connected, or asked for the last view that was explained in the end. */
    long knownUntilNs;

    /** When the venue was asked last. */
    long askedNs;

    /** The last order that had been decided when the venue was asked. */
    long lastOrderId;

    private long[] quantities = new long[0];
    private long[] averagePrices = new long[0];
    private long[] orderIds = new long[16];
    private long[] cash = new long[1];
    private boolean[] cashReported = new boolean[1];
    private int orderCount;

    VenueView(final int venueId, final long knownUntilNs) {
        this.venueId = venueId;
        this.knownUntilNs = knownUntilNs;
    }

    void begin(final int instrumentCount, final int currencyCount) {
        reporting = true;
        unasked = false;
        differences = 0;
        unresolved = 0;
        orderCount = 0;
        if (quantities.length < instrumentCount) {
            quantities = new long[instrumentCount];
            averagePrices = new long[instrumentCount];
        }
        if (cash.length < currencyCount) {
            cash = new long[currencyCount];
            cashReported = new boolean[currencyCount];
        }
        Arrays.fill(quantities, 0);
        Arrays.fill(averagePrices, 0);
        Arrays.fill(cashReported, false);
    }

    /** Whether what is told of the account belongs to a view. */
    boolean isBeingTold() {
        return reporting || unasked;
    }

    /** Nobody waits any more for what is being told. */
    void giveUp() {
        unasked |= reporting;
        reporting = false;
        requested = false;
    }

    void position(final int instrumentId, final long quantity, final long averagePrice) {
        if (instrumentId >= 0 && instrumentId < quantities.length) {
            quantities[instrumentId] = quantity;
            averagePrices[instrumentId] = averagePrice;
        }
    }

    void cash(final int currencyId, final long amount) {
        if (currencyId >= 0 && currencyId < cash.length) {
            cash[currencyId] = amount;
            cashReported[currencyId] = true;
        }
    }

    void order(final long orderId) {
        if (orderCount == orderIds.length) {
            orderIds = Arrays.copyOf(orderIds, 2 * orderCount);
        }
        orderIds[orderCount++] = orderId;
    }

    boolean hasOrder(final long orderId) {
        for (int i = 0; i < orderCount; i++) {
            if (orderIds[i] == orderId) {
                return true;
            }
        }
        return false;
    }

    long quantity(final int instrumentId) {
        return instrumentId < quantities.length ? quantities[instrumentId] : 0;
    }

    long averagePrice(final int instrumentId) {
        return instrumentId < averagePrices.length ? averagePrices[instrumentId] : 0;
    }

    boolean hasCash(final int currencyId) {
        return currencyId < cash.length && cashReported[currencyId];
    }

    long cash(final int currencyId) {
        return cash[currencyId];
    }

    void exchange(final StateExchange state) {
        state.section("venueView", venueId);
        awaited = state.field("awaited", awaited);
        requested = state.field("requested", requested);
        reporting = state.field("reporting", reporting);
        unasked = state.field("unasked", unasked);
        attempt = state.field("attempt", attempt);
        differences = state.field("differences", differences);
        unresolved = state.field("unresolved", unresolved);
        deadlineNs = state.field("deadlineNs", deadlineNs);
        knownUntilNs = state.field("knownUntilNs", knownUntilNs);
        askedNs = state.field("askedNs", askedNs);
        lastOrderId = state.field("lastOrderId", lastOrderId);
        final int instruments = state.field("positions", reporting ? quantities.length : 0);
        final int currencies = state.field("balances", reporting ? cash.length : 0);
        final int orders = state.field("orders", reporting ? orderCount : 0);
        if (reporting) {
            quantities = Arrays.copyOf(quantities, instruments);
            averagePrices = Arrays.copyOf(averagePrices, instruments);
            cash = Arrays.copyOf(cash, currencies);
            cashReported = Arrays.copyOf(cashReported, currencies);
            orderIds = Arrays.copyOf(orderIds, Math.max(orders, orderIds.length));
            orderCount = orders;
        }
        for (int i = 0; i < instruments; i++) {
            quantities[i] = state.field("quantity", quantities[i]);
            averagePrices[i] = state.field("averagePrice", averagePrices[i]);
        }
        for (int i = 0; i < currencies; i++) {
            cash[i] = state.field("cash", cash[i]);
            cashReported[i] = state.field("cashReported", cashReported[i]);
        }
        for (int i = 0; i < orders; i++) {
            orderIds[i] = state.field("orderId", orderIds[i]);
        }
    }
}
