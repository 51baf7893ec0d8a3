package reprise.execution;

/** Is told what happens to a pair. Called on the core's thread during an event. */
public interface PairListener extends ExecutionListener {
    /**
     * The pair changed its state, or refused to.
     *
     * @param pairId which.
     * @param from the state before.
     * @param to the state now; the same where something was refused, or the next part of an opening begins.
     * @param reason why.
     * @param quantity1 held of the first leg, in the direction of the opening.
     * @param quantity2 held of the second leg, in the direction of the opening.
     */
    void onPairState(int pairId, PairState from, PairState to, PairReason reason, long quantity1, long quantity2);

    /**
     * A time without hedge is over.
     *
     * @param pairId which.
     * @param notional the most that was unhedged during it, in money units.
     * @param timeNs how long it lasted, in nanoseconds.
     */
    void onHedged(int pairId, long notional, long timeNs);
}
