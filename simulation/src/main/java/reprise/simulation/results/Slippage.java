package reprise.simulation.results;

/**
 * What fills cost against the price that the decision saw. Money of the account; negative where fills were better.
 *
 * @param market of market orders, against the mark price when the order was made.
 * @param stop of orders with a stop, against the stop price.
 * @param limit of limit orders, against the mark price when the order was made; the wait for the limit is part of it;
 *     of targets of brackets against their limit.
 * @param unmeasuredFills fills of orders that this run did not see being made, or before any price; in none of the sums.
 */
public record Slippage(long market, long stop, long limit, long unmeasuredFills) {
    /**
     * Of all orders.
     *
     * @return money.
     */
    public long total() {
        return market + stop + limit;
    }
}
