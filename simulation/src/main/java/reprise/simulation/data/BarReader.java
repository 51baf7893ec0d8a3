package reprise.simulation.data;

/**
 * A stream of bars in time order, one bar at a time.
 *
 * <p>The reader is a cursor: {@link #next()} moves it, the accessors describe the bar it stands on and are valid until the next
 * move. Single-threaded; implementations keep constant memory and allocate nothing per bar unless they say otherwise.
 */
public interface BarReader extends AutoCloseable {

    /**
     * Moves to the next bar.
     *
     * @return false when there is no further bar; the accessors are then meaningless
     * @throws DataException if the input cannot be read or, depending on the {@link BadRowPolicy}, a row is bad
     */
    boolean next();

    /**
     * When the bar began.
     *
     * @return epoch nanoseconds
     */
    long openTimeNs();

    /**
     * When the bar was complete: the first moment at which anybody could know it.
     *
     * @return epoch nanoseconds, exclusive end of the bar
     */
    long closeTimeNs();

    /**
     * The nominal length of the bars of this reader; the same for every bar even where a summer time change makes a day 23 hours
     * long.
     *
     * @return nanoseconds, 0 if unknown
     */
    long periodNs();

    /**
     * First price of the bar.
     *
     * @return in the price decimals asked for
     */
    long openPrice();

    /**
     * Highest price of the bar.
     *
     * @return in the price decimals asked for
     */
    long highPrice();

    /**
     * Lowest price of the bar.
     *
     * @return in the price decimals asked for
     */
    long lowPrice();

    /**
     * Last price of the bar.
     *
     * @return in the price decimals asked for
     */
    long closePrice();

    /**
     * Traded quantity of the bar.
     *
     * @return in the quantity decimals asked for; 0 if the source has no volume
     */
    long volume();

    /**
     * What was found in the rows read so far.
     *
     * @return the live counters of this reader
     */
    DataQuality quality();

    /**
     * What the source is and which conventions were recognised or assumed.
     *
     * @return the facts, fixed when the reader was opened
     */
    BarFileFacts facts();

    /** Releases the input. May be called more than once. */
    @Override
    void close();
}
