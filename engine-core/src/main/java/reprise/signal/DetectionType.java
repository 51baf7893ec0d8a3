package reprise.signal;

/** Which kind of detected mover a signal came from, or a strategy asks for. Ordinals are part of state. */
public enum DetectionType {
    /** No detection: the strategy watches the instrument anyway. */
    NONE,
    /** A fast mover. */
    FAST,
    /** A slow mover. */
    SLOW,
    /** Both at once, or either. */
    BOTH;

    private static final DetectionType[] VALUES = values();

    /**
     * The type of a wire code.
     *
     * @param ordinal code.
     * @return the type.
     */
    public static DetectionType of(final int ordinal) {
        return VALUES[ordinal];
    }

    /** Whether a strategy that declares this takes a signal of a type: NONE takes all; BOTH takes either; a signal of BOTH is either. */
    boolean accepts(final DetectionType signal) {
        return this == NONE || signal == this || signal == BOTH || this == BOTH && signal != NONE;
    }
}
