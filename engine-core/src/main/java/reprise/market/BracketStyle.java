package reprise.market;

/** Who makes brackets and one-cancels-other pairs of an instrument, which depends on what its venue can do. Ordinals are wire codes. */
public enum BracketStyle {
    /** The engine; both exits rest at the venue, which lets them sell the same position. */
    ENGINE,
    /**
     * The engine; only the stop rests at the venue, because an order to close there reserves what it closes and a second one is refused. The
     * engine waits for the target itself, and takes the stop back before it sends it.
     */
    STOP_AT_VENUE,
    /** The venue: entry and exits are placed as one. */
    NATIVE;

    private static final BracketStyle[] VALUES = values();

    /**
     * The style of a wire code.
     *
     * @param code ordinal.
     * @return the style.
     */
    public static BracketStyle of(final int code) {
        return VALUES[code];
    }
}
