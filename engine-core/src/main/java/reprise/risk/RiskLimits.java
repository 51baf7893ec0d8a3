package reprise.risk;

/**
 * The values of all limits.
 *
 * @param maxOrderNotional the most that one order may be worth, in money units.
 * @param maxPositionNotional the most that the position in one instrument may be worth with all open orders filled, in money units.
 * @param maxOpenOrders the most orders that may be open at once.
 */
public record RiskLimits(long maxOrderNotional, long maxPositionNotional, int maxOpenOrders) {
    /** Checks that every limit has a value. */
    public RiskLimits {
        if (maxOrderNotional <= 0 || maxPositionNotional <= 0 || maxOpenOrders <= 0) {
            throw new IllegalArgumentException("every limit must be positive: maxOrderNotional=" + maxOrderNotional
                    + ", maxPositionNotional=" + maxPositionNotional + ", maxOpenOrders=" + maxOpenOrders);
        }
    }
}
