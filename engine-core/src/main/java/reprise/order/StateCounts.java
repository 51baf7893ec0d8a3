package reprise.order;

/** How many orders are in the states that somebody must look after. Owned by {@link Orders}; derived from the orders. */
final class StateCounts {
    private int held;
    private int unknown;

    void moved(final OrderState before, final OrderState now) {
        held += count(now, OrderState.HELD) - count(before, OrderState.HELD);
        unknown += count(now, OrderState.UNKNOWN) - count(before, OrderState.UNKNOWN);
    }

    private static int count(final OrderState state, final OrderState wanted) {
        return state == wanted ? 1 : 0;
    }

    int held() {
        return held;
    }

    int unknown() {
        return unknown;
    }
}
