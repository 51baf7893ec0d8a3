package reprise.core;

import reprise.market.SplitRatio;
import reprise.order.Side;
import reprise.state.StateExchange;

/**
 * Orders that belong together: a bracket (an entry, and a stop and a target for what it filled) or a pair of which one cancels the other.
 * Reused some time after all of it is done. Changed by {@link OrderGroups} only; part of replayed state.
 */
final class OrderGroup {
    static final int ENTRY_ROLE = 0;
    static final int FIRST_ROLE = 1;
    static final int SECOND_ROLE = 2;
    static final int CLOSING_ROLE = 3;
    static final int ROLES = 4;
    private static final int BRACKET = 1;
    private static final int NATIVE = 2;
    private static final int AWAITS_TARGET = 4;

    /** A bracket's stop, or the first of a pair. */
    final OrderLeg first = new OrderLeg(FIRST_ROLE);

    /** A bracket's target, or the second of a pair. */
    final OrderLeg second = new OrderLeg(SECOND_ROLE);

    /** Takes back what both legs together traded too much. */
    final OrderLeg closing = new OrderLeg(CLOSING_ROLE);

    long number;
    boolean isBracket;
    int strategyId;
    int instrumentId;
    long entryOrderId;

    /** Side of the exits of a bracket, or of the first of a pair. */
    Side exitSide = Side.SELL;

    /** Whether both legs trade the same way, so that only one of them can be meant. */
    boolean sameSide;

    /** What there is to trade: what the entry filled, or the quantity of the pair. */
    long quantity;

    /** The venue keeps it, until something happens that it was not placed for. */
    boolean isNative;

    /** Of a group that the venue keeps: what each of its orders was placed for. */
    long nativeQuantity;

    /** Of a group that the venue keeps: the order whose name it knows. */
    long firstOrderId;

    /** The engine waits for the target of a position, since the venue would not take it beside the stop. */
    boolean awaitsTarget;

    /** A bracket whose position has no stop that is open, though it should. */
    boolean unprotected;

    /** What the sums of {@link GroupBook} hold of this group; follow from the rest. */
    boolean countedAsWaiting;

    boolean countedAsUnprotected;

    void open(final long newNumber, final boolean bracket, final int newStrategyId, final int newInstrumentId) {
        number = newNumber;
        isBracket = bracket;
        strategyId = newStrategyId;
        instrumentId = newInstrumentId;
        sameSide = true;
        quantity = 0;
        entryOrderId = 0;
        isNative = false;
        awaitsTarget = false;
        nativeQuantity = 0;
        firstOrderId = 0;
        unprotected = false;
        first.open(0, 0);
        second.open(0, 0);
        closing.open(0, 0);
    }

    /** How an order says to which group it belongs and as what. */
    long membership(final int role) {
        return number * ROLES + role;
    }

    OrderLeg leg(final int role) {
        return switch (role) {
            case FIRST_ROLE -> first;
            case SECOND_ROLE -> second;
            default -> closing;
        };
    }

    OrderLeg other(final OrderLeg leg) {
        return leg == first ? second : first;
    }

    /** What the legs have still to trade; negative if they traded too much and it has not been taken back yet. */
    long left() {
        return quantity - first.filled - second.filled + closing.filled;
    }

    /** Brings what was counted in old units to the new ones. */
    void split(final SplitRatio ratio, final long tickSize) {
        final long newLeft = ratio.quantity(left());
        for (final OrderLeg leg : new OrderLeg[] {first, second, closing}) {
            leg.filled = ratio.quantity(leg.filled);
            leg.price = ratio.waitingPrice(leg.price, exitSide == Side.SELL, tickSize);
        }
        quantity = newLeft + first.filled + second.filled - closing.filled;
    }

    boolean isWaiting() {
        return first.waiting || second.waiting || closing.waiting || awaitsTarget;
    }

    private int kind() {
        return (isBracket ? BRACKET : 0) | (isNative ? NATIVE : 0) | (awaitsTarget ? AWAITS_TARGET : 0);
    }

    /** Carries all but its number, by which its owner finds it. */
    void exchange(final StateExchange state) {
        // One number, so that the state of groups that the engine makes is what it always was.
        final int kind = state.field("isBracket", kind());
        isBracket = (kind & BRACKET) != 0;
        isNative = (kind & NATIVE) != 0;
        awaitsTarget = (kind & AWAITS_TARGET) != 0;
        strategyId = state.field("strategyId", strategyId);
        instrumentId = state.field("instrumentId", instrumentId);
        entryOrderId = state.field("entryOrderId", entryOrderId);
        exitSide = state.field("exitSide", exitSide, Side::valueOf);
        sameSide = state.field("sameSide", sameSide);
        quantity = state.field("quantity", quantity);
        unprotected = state.field("unprotected", unprotected);
        if (isNative) {
            nativeQuantity = state.field("nativeQuantity", nativeQuantity);
            firstOrderId = state.field("firstOrderId", firstOrderId);
        }
        first.exchange(state);
        second.exchange(state);
        closing.exchange(state);
    }
}
