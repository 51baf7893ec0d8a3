package reprise.simulation.data;

import reprise.simulation.market.BarSource;

/**
 * A stream of bars in time order, one bar at a time.
 *
 * <p>The reader is a cursor: {@link #next()} moves it, the accessors describe the bar it stands on and are valid until the next
 * move. Single-threaded; implementations keep constant memory and allocate nothing per bar unless they say otherwise.
 */
public interface BarReader extends BarSource {

    /**
     * {@inheritDoc}
     *
     * @throws DataException if the input cannot be read or, depending on the {@link BadRowPolicy}, a row is bad
     */
    @Override
    boolean next();

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
}
