package reprise.simulation.data;

import reprise.simulation.market.TickSource;

/** The ticks of one kind in one file, in order of time. Constant memory; allocates nothing per tick. Single-threaded. */
public interface TickReader extends TickSource {
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
    TickQuality quality();

    /**
     * What the file is.
     *
     * @return the facts, fixed when the file was opened
     */
    TickFileFacts facts();

    /**
     * Which of the ticks in the file these are.
     *
     * @return the kind
     */
    TickKind tickKind();
}
