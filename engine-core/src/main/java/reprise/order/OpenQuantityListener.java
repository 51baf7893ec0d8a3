package reprise.order;

/** Told when what may still trade has changed. */
@FunctionalInterface
public interface OpenQuantityListener {
    /** Tells nobody. */
    OpenQuantityListener NONE = (strategyId, instrumentId) -> {};

    /**
     * An order came, changed or ended; the sums are up to date.
     *
     * @param strategyId whose order.
     * @param instrumentId of what.
     */
    void onOpenQuantity(int strategyId, int instrumentId);
}
