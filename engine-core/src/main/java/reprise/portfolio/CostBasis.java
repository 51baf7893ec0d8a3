package reprise.portfolio;

/**
 * Decides which cost leaves a position with the quantity that is closed. The net position uses the average; a strategy's book uses the
 * cost of the entries that the exit belongs to.
 */
interface CostBasis {
    /** All of the quantity takes all of the cost with it: the division is exact then. */
    CostBasis AVERAGE = new CostBasis() {
        @Override
        public void opened(final long orderId, final long signedQuantity, final long signedCost) {
            // The average needs no more than the sums that the position keeps.
        }

        @Override
        public long closed(
                final Position position,
                final long orderId,
                final long entryOrderId,
                final long signedQuantity,
                final long signedNotional) {
            return Shares.of(position.cost(), Math.abs(signedQuantity), Math.abs(position.quantity()));
        }
    };

    /**
     * A quantity was opened or added.
     *
     * @param orderId that did it, or 0.
     * @param signedQuantity positive for a buy.
     * @param signedCost with the sign of the quantity.
     */
    void opened(long orderId, long signedQuantity, long signedCost);

    /**
     * A quantity is closed, no more than is open.
     *
     * @param position before the change.
     * @param orderId that does it, or 0.
     * @param entryOrderId order that opened what is closed, or 0 when nobody said.
     * @param signedQuantity negative where a long position is closed.
     * @param signedNotional with the sign of the quantity.
     * @return the cost that leaves, with the sign of the position.
     */
    long closed(Position position, long orderId, long entryOrderId, long signedQuantity, long signedNotional);
}
