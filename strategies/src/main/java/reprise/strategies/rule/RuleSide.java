package reprise.strategies.rule;

import reprise.order.Side;

/** Which way a rule trades. */
public enum RuleSide {
    /** It buys. */
    LONG(Side.BUY),
    /** It sells short. */
    SHORT(Side.SELL);

    private final Side side;

    RuleSide(final Side side) {
        this.side = side;
    }

    /**
     * The side of its entries.
     *
     * @return the side.
     */
    public Side side() {
        return side;
    }
}
