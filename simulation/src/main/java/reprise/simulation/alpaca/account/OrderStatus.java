package reprise.simulation.alpaca.account;

/** Where an order is in its life. */
public enum OrderStatus implements WireNamed {
    /** Taken, on its way to the market. */
    PENDING_NEW(true),
    /** Taken, waits for the market to open. */
    ACCEPTED(true),
    /** Waits for its entry to be filled. */
    HELD(true),
    /** In the market. */
    NEW(true),
    /** In the market, filled in part. */
    PARTIALLY_FILLED(true),
    /** In the market, about to be cancelled. */
    PENDING_CANCEL(true),
    /** About to be replaced, or to replace another. */
    PENDING_REPLACE(true),
    /** All of it traded. */
    FILLED(false),
    /** Over, cancelled. */
    CANCELED(false),
    /** Over, its time is up. */
    EXPIRED(false),
    /** Over, another took its place. */
    REPLACED(false),
    /** Over, it never worked. */
    REJECTED(false);

    private final boolean open;

    OrderStatus(final boolean open) {
        this.open = open;
    }

    /**
     * Whether something may still happen to it.
     *
     * @return false once it is over.
     */
    public boolean isOpen() {
        return open;
    }

    /**
     * Whether it may trade.
     *
     * @return true in the market; what is about to be cancelled or replaced may trade too.
     */
    public boolean isWorking() {
        return this == NEW || this == PARTIALLY_FILLED || this == PENDING_CANCEL || this == PENDING_REPLACE;
    }
}
