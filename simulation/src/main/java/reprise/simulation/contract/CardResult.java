package reprise.simulation.contract;

/**
 * How a card came out.
 *
 * @param card which.
 * @param verdict how.
 * @param heard what was heard, or why it failed or was skipped.
 * @param elapsedMs how long it took, in milliseconds.
 */
public record CardResult(ContractCard card, Verdict verdict, String heard, long elapsedMs) {
    /** How a card can come out. */
    public enum Verdict {
        /** The promise is kept. */
        PASSED,
        /** It is not. */
        FAILED,
        /** It could not be tried. */
        SKIPPED
    }
}
