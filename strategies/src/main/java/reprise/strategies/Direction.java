package reprise.strategies;

import reprise.order.Side;

/** Which way a position faces. Ordinals are part of replayed state. */
enum Direction {
    /** No position. */
    FLAT,
    /** Earns when the price rises. */
    LONG,
    /** Earns when the price falls. */
    SHORT;

    /** The direction of a signed quantity. */
    static Direction of(final long signedQuantity) {
        if (signedQuantity == 0) {
            return FLAT;
        }
        return signedQuantity > 0 ? LONG : SHORT;
    }

    /** The direction of a position that an order on this side opens. */
    static Direction of(final Side side) {
        return side == Side.BUY ? LONG : SHORT;
    }

    /** The side on which a position of this direction is opened; not for FLAT. */
    Side openingSide() {
        return this == LONG ? Side.BUY : Side.SELL;
    }
}
