package reprise.simulation.remote;

import java.nio.file.Path;
import java.util.List;
import reprise.simulation.backtest.FeedingLoop;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.Pace;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.venue.SimulatedVenue;
import reprise.simulation.venue.VenueMailbox;
import reprise.simulation.venue.VenueTally;

/** The simulated venue and its market, for an engine in another process that may die and return. The calling thread is the venue's. */
public final class VenueSession implements AutoCloseable {
    private final RemoteEngine engine;
    private final SimulatedVenue venue;
    private final FeedingLoop loop;

    /**
     * A venue that listens and has not begun.
     *
     * @param plan how it trades, what, and our cash; the rest is the engine's business.
     * @param socket where it listens.
     * @param stops at which it stops answering; none for a venue that works.
     * @param patienceMs how long the engine may be away, or silent.
     * @param pace how fast the market moves.
     * @param listener hears what becomes of the link.
     * @throws LinkException if the socket cannot be made.
     */
    public VenueSession(
            final SessionPlan plan,
            final Path socket,
            final List<Stop> stops,
            final long patienceMs,
            final Pace pace,
            final LinkListener listener) {
        final VenueMailbox mailbox = new VenueMailbox();
        engine = new RemoteEngine(socket, mailbox, stops, patienceMs, listener);
        venue = new SimulatedVenue(
                plan.venue(), plan.instruments(), plan.initialCash(), plan.currency(), engine.outlet());
        mailbox.deliverTo(venue);
        loop = new FeedingLoop(venue, mailbox, engine, pace);
    }

    /** Asks {@link #run} to end cleanly after the step that it is at; from any thread. */
    public void stop() {
        loop.stop();
    }

    /**
     * Waits for an engine and runs until the data ends. To be called once.
     *
     * @param feed before its first step; not closed.
     * @param progress is told how far it is.
     * @return whether it was stopped before.
     * @throws LinkException if the engine stays away for too long.
     */
    public boolean run(final MarketFeed feed, final SessionProgress progress) {
        return loop.run(feed, progress).stopped();
    }

    /**
     * What the venue has seen of us.
     *
     * @return so far.
     */
    public VenueTally tally() {
        return venue.tally();
    }

    /** Stops listening. */
    @Override
    public void close() {
        engine.close();
    }
}
