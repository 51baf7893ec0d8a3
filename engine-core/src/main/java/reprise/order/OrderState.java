package reprise.order;

import java.util.EnumSet;
import java.util.Set;

/**
 * States of an order, by their FIX names (OrdStatus).
 *
 * <pre>
 *   HELD --> PENDING_NEW --> NEW --> PARTIALLY_FILLED --> FILLED
 *                |           |  \         |      \
 *                |           |   +-- PENDING_CANCEL, PENDING_REPLACE (and back when refused)
 *                |           v            v
 *                +------> REJECTED   CANCELED, EXPIRED --(late fill of the whole rest)--> FILLED
 *
 *   any that a venue should know of --> UNKNOWN --> whatever the venue says of it
 *   FILLED --(a fill is taken back)--> CANCELED, EXPIRED, REJECTED
 * </pre>
 *
 * <p>HELD and UNKNOWN are ours: FIX has no name for an order that no venue knows of yet, nor for one of which nobody knows.
 *
 * <p>A fill may arrive before the acceptance, and after the end: the money has moved all the same, so it is booked. Ordinals are part of
 * replayed state.
 */
public enum OrderState {
    /** The engine holds it until its stop is reached; no venue knows of it. */
    HELD,
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
    /** Nobody knows whether the last request arrived; the venue is being asked. */
    UNKNOWN,
    /** Done: all of it traded. */
    FILLED,
    /** Done: the rest was withdrawn, or a part of what traded was taken back. */
    CANCELED,
    /** Done: the time in force ran out. */
    EXPIRED,
    /** Done: the venue does not work it. */
    REJECTED;

    private Set<OrderState> next;

    static {
        final Set<OrderState> ends = EnumSet.of(FILLED, CANCELED, EXPIRED, REJECTED);
        HELD.next = with(ends, PENDING_NEW);
        PENDING_NEW.next = with(ends, NEW, PARTIALLY_FILLED, PENDING_CANCEL, UNKNOWN);
        NEW.next = with(ends, PARTIALLY_FILLED, PENDING_CANCEL, PENDING_REPLACE, UNKNOWN);
        PARTIALLY_FILLED.next = with(ends, NEW, PENDING_CANCEL, PENDING_REPLACE, UNKNOWN);
        PENDING_CANCEL.next = with(ends, PENDING_NEW, NEW, PARTIALLY_FILLED, PENDING_REPLACE, UNKNOWN);
        PENDING_REPLACE.next = with(ends, NEW, PARTIALLY_FILLED, PENDING_CANCEL, UNKNOWN);
        UNKNOWN.next = with(ends, PENDING_NEW, NEW, PARTIALLY_FILLED, PENDING_CANCEL, PENDING_REPLACE);
        FILLED.next = EnumSet.of(CANCELED, EXPIRED, REJECTED);
        CANCELED.next = EnumSet.of(FILLED, EXPIRED, REJECTED);
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
