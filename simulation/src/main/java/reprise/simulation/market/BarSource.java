package reprise.simulation.market;

/**
 * A stream of bars of one instrument in time order, one bar at a time.
 *
 * <p>A cursor: {@link #next()} moves it, the accessors describe the bar it stands on and are valid until the next move.
 * Single-threaded; implementations keep constant memory and allocate nothing per bar unless they say otherwise.
 */
public interface BarSource extends AutoCloseable {
    /**
     * Moves to the next bar.
     *
     * @return false when there is no further bar; the accessors are then meaningless.
     */
    boolean next();

    /**
     * When the bar began.
     *
     * @return nanoseconds since the epoch.
     */
    long openTimeNs();

    /**
     * When the bar was complete: the first moment at which anybody could know it.
     *
     * @return nanoseconds since the epoch, the exclusive end of the bar.
     */
    long closeTimeNs();

    /**
     * The nominal length of the bars of this source, the same for every bar.
     *
     * @return nanoseconds.
     */
    long periodNs();

    /**
     * First price of the bar.
     *
     * @return in price units of the instrument.
     */
    long openPrice();

    /**
     * Highest price of the bar.
     *
     * @return in price units of the instrument.
     */
    long highPrice();

    /**
     * Lowest price of the bar.
     *
     * @return in price units of the instrument.
     */
    long lowPrice();

    /**
     * Last price of the bar.
     *
     * @return in price units of the instrument.
     */
    long closePrice();

    /**
     * Traded quantity of the bar.
     *
     * @return in quantity units of the instrument; 0 if the source has no volume.
     */
    long volume();

    /** Releases the input. May be called more than once. */
    @Override
    void close();
}
