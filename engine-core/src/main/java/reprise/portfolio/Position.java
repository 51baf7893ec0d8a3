package reprise.portfolio;

import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.state.Snapshotable;
import reprise.state.StateSink;

/**
 * A position in one instrument: signed quantity, what it cost, what it has earned. Changed only by the {@link Portfolio}; allocates
 * nothing; part of replayed state.
 */
public final class Position implements Snapshotable {
    private final Instrument instrument;
    private long quantity;
    private long cost;
    private long realisedPnl;
    private long fees;

    Position(final Instrument instrument) {
        this.instrument = instrument;
    }

    /**
     * Books a fill at average cost. Whatever the roundings, {@code change of cost - change of realisedPnl == signedNotional} exactly.
     *
     * @param signedQuantity positive for a buy.
     * @param signedNotional value of the fill with the sign of the quantity.
     * @param fee paid; not part of cost or realised result.
     */
    void fill(final long signedQuantity, final long signedNotional, final long fee) {
        fees += fee;
        final boolean opens = quantity == 0 || (quantity ^ signedQuantity) >= 0;
        if (opens) {
            quantity = Math.addExact(quantity, signedQuantity);
            cost = Math.addExact(cost, signedNotional);
        } else if (Math.abs(signedQuantity) <= Math.abs(quantity)) {
            close(signedQuantity, signedNotional);
        } else {
            final long closingNotional = Decimals.multiplyDivide(
                    signedNotional, Math.abs(quantity), Math.abs(signedQuantity), Rounding.HALF_EVEN);
            final long openingQuantity = Math.addExact(signedQuantity, quantity);
            close(-quantity, closingNotional);
            quantity = openingQuantity;
            cost = signedNotional - closingNotional;
        }
    }

    private void close(final long signedQuantity, final long signedNotional) {
        // All of the quantity takes all of the cost with it: the division is exact then.
        final long closedCost =
                Decimals.multiplyDivide(cost, Math.abs(signedQuantity), Math.abs(quantity), Rounding.HALF_EVEN);
        realisedPnl = Math.addExact(realisedPnl, -signedNotional - closedCost);
        cost -= closedCost;
        quantity += signedQuantity;
    }

    /** Takes over a quantity that did not come from a fill of ours, at a stated cost. */
    void transfer(final long signedQuantity, final long signedCost) {
        quantity = Math.addExact(quantity, signedQuantity);
        cost = quantity == 0 ? 0 : Math.addExact(cost, signedCost);
    }

    /**
     * What it is a position in.
     *
     * @return the instrument.
     */
    public Instrument instrument() {
        return instrument;
    }

    /**
     * How much is held.
     *
     * @return in quantity units, negative for short.
     */
    public long quantity() {
        return quantity;
    }

    /**
     * Whether nothing is held.
     *
     * @return whether the quantity is zero.
     */
    public boolean isFlat() {
        return quantity == 0;
    }

    /**
     * What the quantity held has cost, without fees.
     *
     * @return money with the sign of the quantity.
     */
    public long cost() {
        return cost;
    }

    /**
     * What closed quantity has earned, without fees.
     *
     * @return money.
     */
    public long realisedPnl() {
        return realisedPnl;
    }

    /**
     * Fees paid.
     *
     * @return money; positive is paid.
     */
    public long fees() {
        return fees;
    }

    /**
     * What the quantity held is worth at the instrument's mark price.
     *
     * @return money with the sign of the quantity.
     */
    public long marketValue() {
        return quantity == 0 ? 0 : instrument.notional(instrument.markPrice(), quantity);
    }

    /**
     * What closing at the mark price would earn, without fees.
     *
     * @return money.
     */
    public long unrealisedPnl() {
        return marketValue() - cost;
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.field("instrumentId", instrument.id());
        sink.field("quantity", quantity);
        sink.field("cost", cost);
        sink.field("realisedPnl", realisedPnl);
        sink.field("fees", fees);
    }
}
