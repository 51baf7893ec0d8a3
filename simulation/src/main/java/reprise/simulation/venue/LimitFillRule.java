package reprise.simulation.venue;

import reprise.order.Side;

/** What a bar must show before a limit order counts as filled. */
public enum LimitFillRule {
    /** A trade at the limit is enough: as if our order were first in the queue. */
    TOUCH,
    /** The bar must trade beyond the limit: as if our order were last in the queue. */
    THROUGH;

    /** Whether a trade at a price fills an order. */
    boolean fills(final Side side, final long limitPrice, final long price) {
        final long beyond = side == Side.BUY ? limitPrice - price : price - limitPrice;
        return this == TOUCH ? beyond >= 0 : beyond > 0;
    }
}
