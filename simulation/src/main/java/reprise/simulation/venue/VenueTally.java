package reprise.simulation.venue;

/**
 * What a venue has seen of us, by its own books.
 *
 * @param orders that came under an id of their own, refused ones included.
 * @param repeatedOrders that came under an id that an order had before: a doubled intent.
 * @param fills of all orders.
 * @param cash of our account, money units.
 * @param positions by dense id of the instrument, in its decimals, signed.
 */
public record VenueTally(long orders, long repeatedOrders, long fills, long cash, long[] positions) {}
