package reprise.portfolio;

/** Told of each link between an entry and an exit as it comes about, in the middle of the booking of a fill: it must only take note. */
@FunctionalInterface
public interface LinkListener {
    /** Tells nobody. */
    LinkListener NONE = (strategyId, instrumentId, entryOrderId, exitOrderId, signedQuantity, pnl) -> {};

    /**
     * A quantity that an entry opened was closed by an exit; or such a link was taken back because a venue busted one of the two fills.
     *
     * @param strategyId whose book it is in.
     * @param instrumentId what was traded.
     * @param entryOrderId that opened; 0 for what no order of ours did.
     * @param exitOrderId that closed; 0 for what no order of ours did.
     * @param signedQuantity closed, with the sign of the entry; of the other sign where a link is taken back, 0 for the fraction of a unit
     *     that a split left over.
     * @param pnl what the link has earned, money, without fees; the opposite of it where a link is taken back.
     */
    void onLink(int strategyId, int instrumentId, long entryOrderId, long exitOrderId, long signedQuantity, long pnl);
}
