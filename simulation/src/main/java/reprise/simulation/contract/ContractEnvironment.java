package reprise.simulation.contract;

import java.time.Duration;
import java.util.Optional;
import reprise.market.InstrumentDefinition;
import reprise.port.Venue;

/** Where the contract is tried: one account at one venue. */
public interface ContractEnvironment extends AutoCloseable {
    /**
     * What is traded.
     *
     * @return its facts.
     */
    InstrumentDefinition instrument();

    /**
     * A venue object that was not started. One of a prefix that was used before is what a restart is.
     *
     * @param orderPrefix what the names of its orders begin with.
     * @return closed by the caller.
     */
    Venue newVenue(String orderPrefix);

    /**
     * The same with keys that open nothing.
     *
     * @return closed by the caller.
     */
    Venue newVenueWithWrongKeys();

    /**
     * What the server can be made to do.
     *
     * @return empty at a server that does as it likes.
     */
    Optional<VenueControl> control();

    /**
     * Whether the instrument trades now.
     *
     * @return false if orders would wait for a session.
     */
    boolean isMarketOpen();

    /**
     * Whether orders are filled part by part: each price fills a part of what is left.
     *
     * @return false if the first price that can fills all.
     */
    boolean fillsInPart();

    /**
     * How long something may take that should happen.
     *
     * @return generous; nothing is measured by it.
     */
    Duration patience();

    /** Waits between two cards for as long as it takes to keep the account's limits of rate; not at all where there are none. */
    void rest();

    /** Ends what it has begun; venues that it made are closed by then. */
    @Override
    void close();
}
