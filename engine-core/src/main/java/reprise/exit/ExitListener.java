package reprise.exit;

/**
 * Is told what the exit engine decided. Called on the core's thread during an event; must not call back into the engine before the call
 * that it came of has returned. Prices are in price units, quantities in quantity units.
 */
public interface ExitListener {
    /**
     * A part or all of a position must be left now. The implementer sends an order on the other side that carries the entry's order id,
     * and tells the engine its fills and its end.
     *
     * @param strategyId in whose book.
     * @param instrumentId of what.
     * @param entryOrderId of the entry that is left.
     * @param reason which rule.
     * @param triggerPrice the level that was reached; 0 for rules without one.
     * @param price at which the rule believes that it can be left: the event's price, or the level itself inside a bar.
     * @param quantity to sell or to buy back, on lot.
     * @return id of the order, or {@link reprise.order.OrderIds#NULL_ORDER_ID} if it was refused: it is asked for again with the next
     *     price.
     */
    long onExit(
            int strategyId,
            int instrumentId,
            long entryOrderId,
            ExitReason reason,
            long triggerPrice,
            long price,
            long quantity);

    /**
     * The position is being left altogether while its entry order still works: the rest of the entry should be cancelled.
     *
     * @param strategyId in whose book.
     * @param instrumentId of what.
     * @param entryOrderId of the entry.
     */
    void onCancelEntry(int strategyId, int instrumentId, long entryOrderId);

    /**
     * Where a stop at the venue should rest now; only for plans that want one.
     *
     * @param strategyId in whose book.
     * @param instrumentId of what.
     * @param entryOrderId of the entry.
     * @param stopPrice the tightest stop, on tick, rounded to be tighter.
     * @param quantity that it should protect; 0 to withdraw it.
     */
    void onProtectiveStop(int strategyId, int instrumentId, long entryOrderId, long stopPrice, long quantity);

    /**
     * The last usable price of a position became old, or fresh again.
     *
     * @param strategyId in whose book.
     * @param instrumentId of what.
     * @param entryOrderId of the entry.
     * @param level how bad it is.
     * @param ageNs of the price, in nanoseconds.
     */
    void onFreshness(int strategyId, int instrumentId, long entryOrderId, FreshnessLevel level, long ageNs);

    /**
     * An entry has no plan: nothing will close it but its strategy and the operator.
     *
     * @param strategyId in whose book.
     * @param instrumentId of what.
     * @param entryOrderId of the entry.
     */
    void onUnprotected(int strategyId, int instrumentId, long entryOrderId);

    /**
     * More was sold than had been bought, because fills came for an exit that was believed dead: the position has turned over by the
     * excess, and somebody must look.
     *
     * @param strategyId in whose book.
     * @param instrumentId of what.
     * @param entryOrderId of the entry.
     * @param excess quantity beyond the entry, positive.
     */
    void onOverExit(int strategyId, int instrumentId, long entryOrderId, long excess);

    /**
     * A position is over.
     *
     * @param strategyId in whose book.
     * @param instrumentId of what.
     * @param entryOrderId of the entry.
     * @param exitedQuantity what was left by exits.
     * @param dust what remains, too little for one lot.
     */
    void onEnded(int strategyId, int instrumentId, long entryOrderId, long exitedQuantity, long dust);
}
