package reprise.guard;

/** What a check thinks of the data of an instrument, mildest first. */
public enum Verdict {
    /** Nothing to say. */
    OK,
    /** Unusual; blocks nothing, unless the guard is strict: then a warning is a failure. */
    WARN,
    /** Not to be traded on: blocks new entries, never exits. */
    FAIL;

    /** All verdicts by ordinal. */
    private static final Verdict[] VALUES = values();

    /**
     * The verdict of a wire code.
     *
     * @param code ordinal.
     * @return the verdict.
     */
    public static Verdict of(final int code) {
        return VALUES[code];
    }
}
