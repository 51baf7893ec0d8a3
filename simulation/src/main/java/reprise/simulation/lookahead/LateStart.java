package reprise.simulation.lookahead;

/**
 * A run that began later than the data does.
 *
 * @param timeNs when its first bars opened.
 * @param bars after how many moments at which bars closed its decisions were those of the run on all data, for good.
 * @param differing decisions until then that only one of the two made.
 * @param agreeing decisions after it.
 */
public record LateStart(long timeNs, int bars, int differing, int agreeing) {
    /** Fewer decisions that agree prove nothing. */
    public static final int LEAST_AGREEING = 10;

    /**
     * Whether the two runs have come together.
     *
     * @return false if they differed to the end, or too little was decided after they last did.
     */
    public boolean isSettled() {
        return agreeing >= LEAST_AGREEING;
    }
}
