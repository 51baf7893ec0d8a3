package reprise.signal;

/** Is told how the arbitration of each signal ended: once for every signal that was offered. */
@FunctionalInterface
public interface ArbitrationListener {
    /**
     * A signal was decided. Called when all decisions of a window are made, best signal first, so that acting on one cannot change another.
     * It must not offer signals.
     *
     * @param decision with all numbers; valid only during this call.
     */
    void onDecision(Decision decision);
}
