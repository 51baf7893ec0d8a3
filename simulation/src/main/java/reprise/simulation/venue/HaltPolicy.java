package reprise.simulation.venue;

/** What becomes of new orders while their instrument does not trade. Cancels are always taken, and nothing fills. */
public enum HaltPolicy {
    /** They wait until trading resumes, except those that are to trade at once. */
    ACCEPT,
    /** They are refused. */
    REFUSE
}
