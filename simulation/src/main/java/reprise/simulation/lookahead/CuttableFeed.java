package reprise.simulation.lookahead;

import reprise.message.EngineEvents;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.venue.SimulatedVenue;

/**
 * A feed that notes what the logs have come to at each moment at which it can be cut: when all bars that close at a time have closed, and
 * nothing else has happened. Ends after the moment that it is to end with.
 */
final class CuttableFeed implements MarketFeed {
    private final MarketFeed feed;
    private final long lastTimeNs;
    private final AtMoment atMoment;
    private boolean closed;
    private long timeNs;

    /** Is called at each moment, once the engine has answered. */
    interface AtMoment {
        void on(long timeNs);
    }

    /**
     * A feed before its first step.
     *
     * @param feed what it is of.
     * @param lastTimeNs the last moment.
     * @param atMoment is told of each.
     */
    CuttableFeed(final MarketFeed feed, final long lastTimeNs, final AtMoment atMoment) {
        this.feed = feed;
        this.lastTimeNs = lastTimeNs;
        this.atMoment = atMoment;
    }

    @Override
    public boolean next() {
        final boolean hasNext = feed.next();
        if (closed && (!hasNext || feed.timeNs() > timeNs || !feed.isBar())) {
            atMoment.on(timeNs);
            if (timeNs >= lastTimeNs) {
                return false;
            }
        }
        if (hasNext) {
            closed = feed.isBar();
            timeNs = feed.timeNs();
        }
        return hasNext;
    }

    /** When the step was that was taken last. */
    @Override
    public long timeNs() {
        return timeNs;
    }

    @Override
    public long firstTimeNs() {
        return feed.firstTimeNs();
    }

    @Override
    public long tellHistory(final EngineEvents events) {
        return feed.tellHistory(events);
    }

    @Override
    public boolean deliverTo(final SimulatedVenue venue) {
        return feed.deliverTo(venue);
    }

    @Override
    public boolean isBar() {
        return feed.isBar();
    }

    @Override
    public void close() {
        feed.close();
    }
}
