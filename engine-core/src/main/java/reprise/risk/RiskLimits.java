package reprise.risk;

import reprise.number.Money;

/**
 * The values of all limits. Limits on value are in the account's currency. The first three must have a value; each of the others may be
 * {@link #OFF}, which is what a {@link #builder} begins with.
 *
 * @param maxOrderNotional the most that one order may be worth, in money units.
 * @param maxPositionNotional the most that the net position in one instrument may be worth with all open orders filled, in money units.
 * @param maxOpenOrders the most orders that may be open at once.
 * @param minOrderNotional the least that one order must be worth, besides what its venue demands, in money units.
 * @param maxOrderQuantityE8 the most that one order may ask for, in 1e-8 of a whole unit.
 * @param collarMidBps how much worse than the middle of the quote a limit price may be, in basis points.
 * @param collarLastBps how much worse than the last trade a limit price may be, in basis points.
 * @param maxGrossExposure the most that all net positions, longs and shorts, may be worth with all open orders filled, in money units.
 * @param maxNetExposure the most that longs less shorts, or shorts less longs, may be worth with all open orders filled, in money units.
 * @param maxStrategyGrossExposure the same as maxGrossExposure for the books of each strategy.
 * @param maxStrategyNetExposure the same as maxNetExposure for the books of each strategy.
 * @param maxOrdersInWindow the most orders and replacements within the window.
 * @param orderWindowNs length of that window, in nanoseconds.
 * @param duplicateWindowNs for how long an unanswered order forbids another one like it, in nanoseconds.
 * @param buyingPowerE8 what may be bought for equity, in 1e-8: 1 for a cash account, more for margin.
 * @param feeAllowanceE8 what fees may add to the value of an order, in 1e-8 of it.
 */
public record RiskLimits(
        long maxOrderNotional,
        long maxPositionNotional,
        int maxOpenOrders,
        long minOrderNotional,
        long maxOrderQuantityE8,
        int collarMidBps,
        int collarLastBps,
        long maxGrossExposure,
        long maxNetExposure,
        long maxStrategyGrossExposure,
        long maxStrategyNetExposure,
        int maxOrdersInWindow,
        long orderWindowNs,
        long duplicateWindowNs,
        long buyingPowerE8,
        long feeAllowanceE8) {
    /** No limit: the check is not made. */
    public static final int OFF = 0;

    /** The most orders that a window may count. */
    public static final int MAX_ORDERS_IN_WINDOW = 100_000;

    /** Checks that every limit has a value that makes sense. */
    public RiskLimits {
        if (maxOrderNotional <= 0 || maxPositionNotional <= 0 || maxOpenOrders <= 0) {
            throw new IllegalArgumentException("every limit must be positive: maxOrderNotional=" + maxOrderNotional
                    + ", maxPositionNotional=" + maxPositionNotional + ", maxOpenOrders=" + maxOpenOrders);
        }
        requireNotNegative("minOrderNotional", minOrderNotional);
        requireNotNegative("maxOrderQuantityE8", maxOrderQuantityE8);
        requireNotNegative("collarMidBps", collarMidBps);
        requireNotNegative("collarLastBps", collarLastBps);
        requireNotNegative("maxGrossExposure", maxGrossExposure);
        requireNotNegative("maxNetExposure", maxNetExposure);
        requireNotNegative("maxStrategyGrossExposure", maxStrategyGrossExposure);
        requireNotNegative("maxStrategyNetExposure", maxStrategyNetExposure);
        requireNotNegative("orderWindowNs", orderWindowNs);
        requireNotNegative("duplicateWindowNs", duplicateWindowNs);
        requireNotNegative("feeAllowanceE8", feeAllowanceE8);
        require(
                maxOrdersInWindow >= 0 && maxOrdersInWindow <= MAX_ORDERS_IN_WINDOW,
                "maxOrdersInWindow must be 0 (off) to " + MAX_ORDERS_IN_WINDOW + ": " + maxOrdersInWindow);
        require(
                (maxOrdersInWindow == OFF) == (orderWindowNs == OFF),
                "maxOrdersInWindow and orderWindowNs must both be off or both be on: " + maxOrdersInWindow + ", "
                        + orderWindowNs);
        require(
                buyingPowerE8 == OFF || buyingPowerE8 >= Money.ONE,
                "buyingPowerE8 must be 0 (off) or at least 1: " + Money.format(buyingPowerE8));
        require(
                minOrderNotional <= maxOrderNotional,
                "minOrderNotional must not be more than maxOrderNotional: " + Money.format(minOrderNotional));
    }

    private static void requireNotNegative(final String name, final long value) {
        require(value >= 0, name + " must be 0 (off) or positive: " + value);
    }

    private static void require(final boolean condition, final String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * The three limits that there must be, and no others.
     *
     * @param maxOrderNotional the most that one order may be worth.
     * @param maxPositionNotional the most that the position in one instrument may be worth.
     * @param maxOpenOrders the most orders that may be open at once.
     */
    public RiskLimits(final long maxOrderNotional, final long maxPositionNotional, final int maxOpenOrders) {
        this(
                maxOrderNotional,
                maxPositionNotional,
                maxOpenOrders,
                OFF,
                OFF,
                OFF,
                OFF,
                OFF,
                OFF,
                OFF,
                OFF,
                OFF,
                OFF,
                OFF,
                OFF,
                OFF);
    }

    /**
     * Whether only cash buys.
     *
     * @return whether buying power is exactly what there is.
     */
    public boolean isCashAccount() {
        return buyingPowerE8 == Money.ONE;
    }

    /**
     * Begins with the three limits that there must be; all others are off.
     *
     * @param maxOrderNotional the most that one order may be worth.
     * @param maxPositionNotional the most that the position in one instrument may be worth.
     * @param maxOpenOrders the most orders that may be open at once.
     * @return to be completed.
     */
    public static Builder builder(
            final long maxOrderNotional, final long maxPositionNotional, final int maxOpenOrders) {
        return new Builder(maxOrderNotional, maxPositionNotional, maxOpenOrders);
    }

    /** Limits under construction; each method sets the component of its name. */
    public static final class Builder {
        private final long maxOrderNotional;
        private final long maxPositionNotional;
        private final int maxOpenOrders;
        private long minOrderNotional;
        private long maxOrderQuantityE8;
        private int collarMidBps;
        private int collarLastBps;
        private long maxGrossExposure;
        private long maxNetExposure;
        private long maxStrategyGrossExposure;
        private long maxStrategyNetExposure;
        private int maxOrdersInWindow;
        private long orderWindowNs;
        private long duplicateWindowNs;
        private long buyingPowerE8;
        private long feeAllowanceE8;

        private Builder(final long maxOrderNotional, final long maxPositionNotional, final int maxOpenOrders) {
            this.maxOrderNotional = maxOrderNotional;
            this.maxPositionNotional = maxPositionNotional;
            this.maxOpenOrders = maxOpenOrders;
        }

        /**
         * Sets minOrderNotional.
         *
         * @param newMinOrderNotional the least that one order must be worth, besides what its venue demands, in money units.
         * @return this.
         */
        public Builder minOrderNotional(final long newMinOrderNotional) {
            minOrderNotional = newMinOrderNotional;
            return this;
        }

        /**
         * Sets maxOrderQuantityE8.
         *
         * @param newMaxOrderQuantityE8 the most that one order may ask for, in 1e-8 of a whole unit.
         * @return this.
         */
        public Builder maxOrderQuantityE8(final long newMaxOrderQuantityE8) {
            maxOrderQuantityE8 = newMaxOrderQuantityE8;
            return this;
        }

        /**
         * Sets maxGrossExposure.
         *
         * @param newMaxGrossExposure the most that all net positions, longs and shorts, may be worth with all open orders filled, in money units.
         * @return this.
         */
        public Builder maxGrossExposure(final long newMaxGrossExposure) {
            maxGrossExposure = newMaxGrossExposure;
            return this;
        }

        /**
         * Sets maxNetExposure.
         *
         * @param newMaxNetExposure the most that longs less shorts, or shorts less longs, may be worth with all open orders filled, in money units.
         * @return this.
         */
        public Builder maxNetExposure(final long newMaxNetExposure) {
            maxNetExposure = newMaxNetExposure;
            return this;
        }

        /**
         * Sets maxStrategyGrossExposure.
         *
         * @param newMaxStrategyGrossExposure the same as maxGrossExposure for the books of each strategy.
         * @return this.
         */
        public Builder maxStrategyGrossExposure(final long newMaxStrategyGrossExposure) {
            maxStrategyGrossExposure = newMaxStrategyGrossExposure;
            return this;
        }

        /**
         * Sets maxStrategyNetExposure.
         *
         * @param newMaxStrategyNetExposure the same as maxNetExposure for the books of each strategy.
         * @return this.
         */
        public Builder maxStrategyNetExposure(final long newMaxStrategyNetExposure) {
            maxStrategyNetExposure = newMaxStrategyNetExposure;
            return this;
        }

        /**
         * Sets duplicateWindowNs.
         *
         * @param newDuplicateWindowNs for how long an unanswered order forbids another one like it, in nanoseconds.
         * @return this.
         */
        public Builder duplicateWindowNs(final long newDuplicateWindowNs) {
            duplicateWindowNs = newDuplicateWindowNs;
            return this;
        }

        /**
         * Sets collarMidBps and collarLastBps.
         *
         * @param newCollarMidBps how much worse than the middle of the quote a limit price may be, in basis points.
         * @param newCollarLastBps how much worse than the last trade a limit price may be, in basis points.
         * @return this.
         */
        public Builder collarBps(final int newCollarMidBps, final int newCollarLastBps) {
            collarMidBps = newCollarMidBps;
            collarLastBps = newCollarLastBps;
            return this;
        }

        /**
         * Sets maxOrdersInWindow and orderWindowNs.
         *
         * @param newMaxOrdersInWindow the most orders and replacements within the window.
         * @param newOrderWindowNs length of that window, in nanoseconds.
         * @return this.
         */
        public Builder orderRate(final int newMaxOrdersInWindow, final long newOrderWindowNs) {
            maxOrdersInWindow = newMaxOrdersInWindow;
            orderWindowNs = newOrderWindowNs;
            return this;
        }

        /**
         * Sets buyingPowerE8 and feeAllowanceE8.
         *
         * @param newBuyingPowerE8 what may be bought for equity, in 1e-8: 1 for a cash account, more for margin.
         * @param newFeeAllowanceE8 what fees may add to the value of an order, in 1e-8 of it.
         * @return this.
         */
        public Builder buyingPower(final long newBuyingPowerE8, final long newFeeAllowanceE8) {
            buyingPowerE8 = newBuyingPowerE8;
            feeAllowanceE8 = newFeeAllowanceE8;
            return this;
        }

        /**
         * Ends the construction.
         *
         * @return the limits.
         * @throws IllegalArgumentException naming a value that makes no sense.
         */
        public RiskLimits build() {
            return new RiskLimits(
                    maxOrderNotional,
                    maxPositionNotional,
                    maxOpenOrders,
                    minOrderNotional,
                    maxOrderQuantityE8,
                    collarMidBps,
                    collarLastBps,
                    maxGrossExposure,
                    maxNetExposure,
                    maxStrategyGrossExposure,
                    maxStrategyNetExposure,
                    maxOrdersInWindow,
                    orderWindowNs,
                    duplicateWindowNs,
                    buyingPowerE8,
                    feeAllowanceE8);
        }
    }
}
