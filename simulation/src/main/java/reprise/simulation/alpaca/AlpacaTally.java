package reprise.simulation.alpaca;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the venue has seen of us, by its own books.
 *
 * @param orders that were taken; legs and replacements are orders too.
 * @param repeatedOrders that came under a client id that was used before.
 * @param fills of all orders.
 * @param cash of our account, in dollars.
 * @param fees so far, in dollars.
 * @param positions by symbol, signed; none for what is flat.
 */
public record AlpacaTally(
        long orders,
        long repeatedOrders,
        long fills,
        BigDecimal cash,
        BigDecimal fees,
        Map<String, BigDecimal> positions) {}
