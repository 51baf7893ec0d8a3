package reprise.simulation.backtest;

import java.util.concurrent.locks.LockSupport;
import reprise.message.EventPublisher;
import reprise.simulation.venue.SimulatedVenue;
import reprise.simulation.venue.VenueMailbox;

/**
 * Feeds the market to the simulated venue, in step with the engine: takes the next step of the data only when the engine has answered the
 * last one and the venue has taken the answers. So venue and engine see the same order of things wherever the engine runs. Owned by the
 * feeding thread, which is the venue's.
 */
public final class FeedingLoop {
    private static final long MAX_PARK_NS = 5_000_000;
    private static final long PROGRESS_INTERVAL_NS = 200_000_000;

    /** Reading the wall clock for every bar would cost as much as the bar. */
    private static final long BARS_BETWEEN_CLOCK_READS = 256;

    private final SimulatedVenue venue;
    private final VenueMailbox mailbox;
    private final EngineLink engine;
    private final Pace pace;
    private final EventPublisher events;
    private volatile boolean stopRequested;
    private boolean opened;
    private long bars;
    private long historicalBars;
    private long lastProgressNanoTime;

    /**
     * A loop that has not begun.
     *
     * @param venue publishes into the engine's outlet.
     * @param mailbox delivers to the venue.
     * @param engine answers.
     * @param pace how fast.
     */
    public FeedingLoop(
            final SimulatedVenue venue, final VenueMailbox mailbox, final EngineLink engine, final Pace pace) {
        this.venue = venue;
        this.mailbox = mailbox;
        this.engine = engine;
        this.pace = pace;
        events = new EventPublisher(engine.outlet());
    }

    /**
     * What was fed.
     *
     * @param bars that closed, history not counted.
     * @param historicalBars that were told before.
     * @param elapsedNs wall time from the first event to the last.
     * @param stopped whether the data was left before its end.
     */
    public record Fed(long bars, long historicalBars, long elapsedNs, boolean stopped) {}

    /** Asks {@link #run} to end cleanly after the step that it is at; from any thread. */
    public void stop() {
        stopRequested = true;
    }

    /**
     * Runs from the first event to the last. To be called once.
     *
     * @param feed before its first step; not closed.
     * @param progress is told how far it is, at most five times a second.
     * @return what was fed.
     */
    public Fed run(final MarketFeed feed, final SessionProgress progress) {
        final long startNanoTime = System.nanoTime();
        lastProgressNanoTime = startNanoTime;
        pace.begin(feed.firstTimeNs());
        open(feed.firstTimeNs());
        historicalBars = feed.tellHistory(events.at(feed.firstTimeNs()));
        settle();
        boolean stopped = stopRequested;
        while (!stopped && feed.next()) {
            stopped = !arriveUntil(feed.timeNs(), progress) || !awaitMoment(feed.timeNs(), progress);
            if (!stopped) {
                step(feed);
                if (pace != Pace.OF_THE_DATA || bars % BARS_BETWEEN_CLOCK_READS == 0) {
                    tell(progress);
                }
                stopped = stopRequested;
            }
        }
        finish();
        final long elapsedNs = System.nanoTime() - startNanoTime;
        progress.onProgress(bars, venue.timeNs());
        return new Fed(bars, historicalBars, elapsedNs, stopped);
    }

    private void open(final long timeNs) {
        engine.begin(timeNs);
        venue.connect(timeNs);
        engine.startStrategies();
        settle();
        opened = true;
    }

    private void finish() {
        venue.endOfData();
        while (venue.nextDueNs() != SimulatedVenue.NEVER) {
            venue.runDue();
            settle();
        }
        while (!engine.end()) {
            welcomeBack();
            settle();
        }
    }

    /** Lets everything arrive that is under way and due before the market moves on. Returns false if the run is to stop. */
    private boolean arriveUntil(final long timeNs, final SessionProgress progress) {
        while (venue.nextDueNs() <= timeNs) {
            if (!awaitMoment(venue.nextDueNs(), progress)) {
                return false;
            }
            venue.runDue();
            settle();
        }
        return true;
    }

    private void step(final MarketFeed feed) {
        while (!deliver(feed)) {
            settle();
        }
        bars += feed.isBar() ? 1 : 0;
        settle();
    }

    /** Data that is paced has a moment for each step. */
    private boolean deliver(final MarketFeed feed) {
        return pace == Pace.OF_THE_DATA ? feed.deliverJoined(venue) : feed.deliverTo(venue);
    }

    /** Waits until the engine has answered all that was published and the venue has taken all answers, however often the engine dies. */
    private void settle() {
        while (!trySettle()) {
            welcomeBack();
        }
        engine.endStep();
    }

    /** Returns false if the engine is gone. */
    private boolean trySettle() {
        do {
            if (!engine.settle()) {
                return false;
            }
        } while (mailbox.poll() > 0);
        return true;
    }

    /**
     * The engine is gone. Its commands that still arrived take effect, and the answers reach nobody. The market stands still until the engine is
     * back; then it asks what became of its orders, before it hears what else happened in this step.
     */
    private void welcomeBack() {
        mailbox.poll();
        engine.awaitReturn();
        if (!opened) {
            venue.reportAccount();
        }
        venue.reconnect();
        if (trySettle()) {
            engine.repeatMarket();
        }
    }

    /** Waits for a moment of the data, telling the engine the time meanwhile. Returns false if the run is to stop. */
    private boolean awaitMoment(final long dataTimeNs, final SessionProgress progress) {
        long waitNs = pace.waitNs(dataTimeNs);
        if (waitNs <= 0) {
            return true;
        }
        long nextTickNanoTime = System.nanoTime() + pace.tickNs();
        while (waitNs > 0 && !stopRequested) {
            if (System.nanoTime() - nextTickNanoTime >= 0) {
                events.at(pace.timeSource().timeNs(0)).onClockTicked();
                nextTickNanoTime += pace.tickNs();
            }
            settle();
            tell(progress);
            LockSupport.parkNanos(Math.min(Math.min(waitNs, pace.tickNs()), MAX_PARK_NS));
            waitNs = pace.waitNs(dataTimeNs);
        }
        return !stopRequested;
    }

    private void tell(final SessionProgress progress) {
        final long now = System.nanoTime();
        if (now - lastProgressNanoTime >= PROGRESS_INTERVAL_NS) {
            lastProgressNanoTime = now;
            progress.onProgress(bars, venue.timeNs());
        }
    }
}
