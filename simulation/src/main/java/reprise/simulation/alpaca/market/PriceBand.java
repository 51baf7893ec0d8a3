package reprise.simulation.alpaca.market;

import java.math.BigDecimal;

/**
 * Limit up and limit down.
 *
 * @param up highest price allowed.
 * @param down lowest price allowed.
 * @param timeNs since when.
 */
public record PriceBand(BigDecimal up, BigDecimal down, long timeNs) {}
