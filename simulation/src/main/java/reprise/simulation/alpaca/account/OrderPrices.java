package reprise.simulation.alpaca.account;

import java.math.BigDecimal;

/**
 * The prices of an order; null where it has none.
 *
 * @param limit worst price at which it trades.
 * @param stop price that wakes it.
 * @param trailPrice distance of a trailing stop, in money.
 * @param trailPercent distance of a trailing stop, in percent.
 */
public record OrderPrices(BigDecimal limit, BigDecimal stop, BigDecimal trailPrice, BigDecimal trailPercent) {
    /** None at all. */
    public static final OrderPrices NONE = new OrderPrices(null, null, null, null);

    /**
     * With a limit only.
     *
     * @param limit worst price.
     * @return the prices.
     */
    public static OrderPrices limit(final BigDecimal limit) {
        return new OrderPrices(limit, null, null, null);
    }

    /**
     * With a stop, and a limit or not.
     *
     * @param stop price that wakes it.
     * @param limit worst price, or null.
     * @return the prices.
     */
    public static OrderPrices stop(final BigDecimal stop, final BigDecimal limit) {
        return new OrderPrices(limit, stop, null, null);
    }
}
