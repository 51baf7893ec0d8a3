package reprise.market;

import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/** The best bid and offer of an instrument. One object per instrument, overwritten by each quote. Part of replayed state. */
public final class Quote implements Snapshotable {
    private long bidPrice;
    private long bidQuantity;
    private long askPrice;
    private long askQuantity;

    Quote() {}

    void set(final long newBidPrice, final long newBidQuantity, final long newAskPrice, final long newAskQuantity) {
        bidPrice = newBidPrice;
        bidQuantity = newBidQuantity;
        askPrice = newAskPrice;
        askQuantity = newAskQuantity;
    }

    /**
     * Whether both sides are known and the bid is not above the ask.
     *
     * @return whether a mid price makes sense.
     */
    public boolean isSane() {
        return bidPrice > 0 && askPrice >= bidPrice;
    }

    /**
     * Best bid.
     *
     * @return in price units; 0 for none.
     */
    public long bidPrice() {
        return bidPrice;
    }

    /**
     * Quantity at the best bid.
     *
     * @return in quantity units.
     */
    public long bidQuantity() {
        return bidQuantity;
    }

    /**
     * Best ask.
     *
     * @return in price units; 0 for none.
     */
    public long askPrice() {
        return askPrice;
    }

    /**
     * Quantity at the best ask.
     *
     * @return in quantity units.
     */
    public long askQuantity() {
        return askQuantity;
    }

    @Override
    public void exchange(final StateExchange state) {
        bidPrice = state.field("bidPrice", bidPrice);
        bidQuantity = state.field("bidQuantity", bidQuantity);
        askPrice = state.field("askPrice", askPrice);
        askQuantity = state.field("askQuantity", askQuantity);
    }
}
