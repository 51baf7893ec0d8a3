package reprise.simulation.alpaca.market;

import java.math.BigDecimal;

/**
 * The best bid and offer.
 *
 * @param bid price.
 * @param bidSize shares or coins.
 * @param ask price.
 * @param askSize shares or coins.
 * @param timeNs since when, nanoseconds since the epoch.
 */
public record Quote(BigDecimal bid, BigDecimal bidSize, BigDecimal ask, BigDecimal askSize, long timeNs) {}
