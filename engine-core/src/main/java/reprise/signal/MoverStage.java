package reprise.signal;

/** What became of a detected mover. Ordinals are wire codes. */
public enum MoverStage {
    /** It was detected. */
    STARTED,
    /** A longer window moves as well. */
    UPGRADED,
    /** The move is over. */
    FADED,
    /** It has been on the list as long as it may. */
    EXPIRED,
    /** One with a higher score took its place. */
    EVICTED,
    /** The same instrument was detected as a fast mover. */
    OVERRIDDEN;

    private static final MoverStage[] VALUES = values();

    /**
     * The stage of a wire code.
     *
     * @param code ordinal.
     * @return the stage.
     */
    public static MoverStage of(final int code) {
        return VALUES[code];
    }

    /**
     * Whether the instrument is a mover from now on.
     *
     * @return false where it no longer is.
     */
    public boolean isActive() {
        return this == STARTED || this == UPGRADED;
    }
}
