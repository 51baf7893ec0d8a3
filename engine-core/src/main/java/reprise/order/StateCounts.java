package reprise.order;

/** How many orders are in the states that somebody must look after. Owned by {@link Orders}; derived from the orders. */
public final class StateCounts {
    private int held;
    private int unknown;

    void moved(final OrderState before, final OrderState now) {
        held += count(now, OrderState.HELD) - count(before, OrderState.HELD);
        unknown += count(now, OrderState.UNKNOWN) - count(before, OrderState.UNKNOWN);
    }

    private static int count(final OrderState state, final OrderState wanted) {
        return state == wanted ? 1 : 0;
    }

    /**
     * How many orders the engine holds until their stops are reached.
     *
     * @return count of orders in state HELD.
     */
    public int held() {
        return held;
    }

    /**
     * Of how many orders nobody knows what became.
     *
     * @return count of orders in state UNKNOWN.
     */
    public int unknown() {
        return unknown;
    }
}
