package reprise.simulation.alpaca.market;

import java.math.BigDecimal;

/**
 * A trade in the market.
 *
 * @param id counts the trades of the market.
 * @param price paid.
 * @param size shares or coins.
 * @param buyerTook whether the buyer took the liquidity.
 * @param timeNs when, nanoseconds since the epoch.
 */
public record Trade(long id, BigDecimal price, BigDecimal size, boolean buyerTook, long timeNs) {}
