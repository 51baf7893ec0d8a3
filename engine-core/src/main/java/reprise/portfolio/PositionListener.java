package reprise.portfolio;

/** Told when positions in an instrument, or what they are worth, may have changed; the portfolio is up to date by then. */
@FunctionalInterface
public interface PositionListener {
    /** Tells nobody. */
    PositionListener NONE = instrumentId -> {};

    /**
     * Quantities or the mark price changed.
     *
     * @param instrumentId of which instrument.
     */
    void onPosition(int instrumentId);
}
