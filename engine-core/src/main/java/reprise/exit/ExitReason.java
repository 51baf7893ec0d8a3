package reprise.exit;

import reprise.order.OrderPurpose;

/** Why a position is left, in the order in which the rules are asked: of those that hold at once, the first one wins. */
public enum ExitReason {
    /** The operator or the risk monitor wants the position closed, come what may. */
    FLATTEN(OrderPurpose.FLATTEN),
    /** The price reached the stop set at entry. */
    HARD_STOP(OrderPurpose.HARD_STOP),
    /** The price fell back from its best by the trailing distance. */
    TRAILING_STOP(OrderPurpose.TRAILING_STOP),
    /** The price came back to the entry after a target was reached. */
    BREAKEVEN_STOP(OrderPurpose.BREAKEVEN_STOP),
    /** The price reached a target. */
    TARGET(OrderPurpose.TARGET),
    /** Held for the longest time allowed. */
    MAX_HOLD(OrderPurpose.MAX_HOLD),
    /** Held for a while without ever having gained enough. */
    STAGNATION(OrderPurpose.STAGNATION),
    /** The session is about to end. */
    SESSION_CLOSE(OrderPurpose.SESSION_CLOSE),
    /** The strategy that entered wants out. */
    SIGNAL(OrderPurpose.SIGNAL);

    private static final ExitReason[] VALUES = values();

    private final OrderPurpose purpose;

    ExitReason(final OrderPurpose purpose) {
        this.purpose = purpose;
    }

    /**
     * The reason of a wire code.
     *
     * @param code ordinal.
     * @return the reason.
     */
    public static ExitReason of(final int code) {
        return VALUES[code];
    }

    /**
     * What its order says of itself.
     *
     * @return the purpose.
     */
    public OrderPurpose purpose() {
        return purpose;
    }
}
