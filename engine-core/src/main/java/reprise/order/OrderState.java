package reprise.order;

import java.util.EnumSet;
import java.util.Set;

/**
 * States of an order, by their FIX names (OrdStatus).
 *
 * <pre>
 *   PENDING_NEW --> NEW --> PARTIALLY_FILLED --> FILLED
 *        |           |  \         |      \
 *        |           |   +-- PENDING_CANCEL, PENDING_REPLACE (and back when refused)
 *        |           v            v
 *        +------> REJECTED   CANCELED, EXPIRED --(late fill of the whole rest)--> FILLED
 * </pre>
 *
 * <p>A fill may arrive before the acceptance, and after the end: the money has moved all the same, so it is booked. Ordinals are part of
 * replayed state.
 */
public enum OrderState {
    /** Sent; the venue has not answered. */
    PENDING_NEW,
    /** Working at the venue. */
    NEW,
    /** Working; a part has traded. */
    PARTIALLY_FILLED,
    /** Working; we have asked to cancel it. */
    PENDING_CANCEL,
    /** Working; we have asked to replace it. */
    PENDING_REPLACE,
    /** Done: all of it traded. */
    FILLED,
    /** Done: the rest was withdrawn. */
    CANCELED,
    /** Done: the time in force ran out. */
    EXPIRED,
    /** Done: the venue never worked it. */
    REJECTED;

    private Set<OrderState> next;

    static {
        final Set<OrderState> ends = EnumSet.of(FILLED, CANCELED, EXPIRED);
        PENDING_NEW.next = with(ends, NEW, PARTIALLY_FILLED, PENDING_CANCEL, PENDING_REPLACE, REJECTED);
        NEW.next = with(ends, PARTIALLY_FILLED, PENDING_CANCEL, PENDING_REPLACE, REJECTED);
        PARTIALLY_FILLED.next = with(ends, PENDING_CANCEL, PENDING_REPLACE);
        PENDING_CANCEL.next = with(ends, NEW, PARTIALLY_FILLED, PENDING_REPLACE, REJECTED);
        PENDING_REPLACE.next = with(ends, NEW, PARTIALLY_FILLED, PENDING_CANCEL, REJECTED);
        FILLED.next = EnumSet.noneOf(OrderState.class);
        CANCELED.next = EnumSet.of(FILLED);
        EXPIRED.next = EnumSet.of(FILLED);
        REJECTED.next = EnumSet.of(FILLED);
    }

    private static Set<OrderState> with(final Set<OrderState> ends, final OrderState... others) {
        final Set<OrderState> all = EnumSet.copyOf(ends);
        all.addAll(Set.of(others));
        return all;
    }

    /**
     * Whether an order may go from this state to another.
     *
     * @param other the other state.
     * @return whether the step is legal.
     */
    public boolean canBecome(final OrderState other) {
        return next.contains(other);
    }

    /**
     * Whether the order may still trade as far as we know.
     *
     * @return true up to the end states.
     */
    public boolean isOpen() {
        return ordinal() < FILLED.ordinal();
    }
}
