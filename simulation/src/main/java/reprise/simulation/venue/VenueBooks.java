package reprise.simulation.venue;

/**
 * What the venue keeps on record.
 *
 * @param account ours.
 * @param orders that are open.
 * @param history of orders that ended.
 * @param executions of all orders.
 * @param reports says what changes.
 */
record VenueBooks(
        VenueAccount account, VenueOrders orders, OrderHistory history, Executions executions, VenueReports reports) {}
