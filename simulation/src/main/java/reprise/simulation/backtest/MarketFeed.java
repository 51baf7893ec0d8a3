package reprise.simulation.backtest;

import reprise.message.EngineEvents;
import reprise.simulation.venue.SimulatedVenue;

/** What happens in the market, step by step in the order of time. A cursor, single-threaded. */
public interface MarketFeed extends AutoCloseable {
    /**
     * When the first step is.
     *
     * @return nanoseconds since the epoch; 0 if there is none.
     */
    long firstTimeNs();

    /**
     * Tells what lies before the first step, for what is computed of bars; to be called once, before {@link #next}.
     *
     * @param events takes it.
     * @return how many bars were told; 0 for a feed without history.
     */
    long tellHistory(EngineEvents events);

    /**
     * Moves to the next step.
     *
     * @return false at the end.
     */
    boolean next();

    /**
     * When this step is.
     *
     * @return nanoseconds since the epoch.
     */
    long timeNs();

    /**
     * Lets this step happen at the venue.
     *
     * @param venue where it happens.
     * @return false if the step has a second half: then this must be called once more, when the engine has answered the first.
     */
    boolean deliverTo(SimulatedVenue venue);

    /**
     * Lets this step happen at the venue, and the next one with it where nobody could tell them apart: then that is the step that this stands at
     * afterwards.
     *
     * @param venue where it happens.
     * @return as {@link #deliverTo}.
     */
    default boolean deliverJoined(final SimulatedVenue venue) {
        return deliverTo(venue);
    }

    /**
     * Whether this step completes a bar.
     *
     * @return true for the close of a bar.
     */
    boolean isBar();

    /** Closes every source. */
    @Override
    void close();
}
