package reprise.simulation.remote;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.Pace;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.venue.VenueTally;

/** A venue on a thread of its own, as it would be in a process of its own. */
final class RunningVenue implements AutoCloseable, LinkListener {
    private static final long PATIENCE_MS = 20_000;

    private final List<String> notices = new ArrayList<>();
    private final Path socket;
    private final VenueSession session;
    private final FutureTask<VenueTally> task;

    RunningVenue(final Path socket, final SessionPlan plan, final List<InstrumentBars> bars, final List<Stop> stops) {
        this(socket, plan, bars, stops, PATIENCE_MS);
    }

    RunningVenue(
            final Path socket,
            final SessionPlan plan,
            final List<InstrumentBars> bars,
            final List<Stop> stops,
            final long patienceMs) {
        this.socket = socket;
        session = new VenueSession(plan, socket, stops, patienceMs, Pace.OF_THE_DATA, this);
        task = new FutureTask<>(() -> {
            try (BarFeed feed = new BarFeed(bars)) {
                session.run(feed, SessionProgress.SILENT);
                return session.tally();
            }
        });
        final Thread thread = new Thread(task, "venue");
        thread.setDaemon(true);
        thread.start();
    }

    static List<InstrumentBars> bars(final int count) {
        return TestMarket.btcBars(3, count);
    }

    Path socket() {
        return socket;
    }

    /** Waits for the end of the data. */
    VenueTally tally() throws InterruptedException, ExecutionException, TimeoutException {
        return task.get(60, TimeUnit.SECONDS);
    }

    synchronized List<String> notices() {
        return new ArrayList<>(notices);
    }

    /** Waits until something was said. */
    synchronized void awaitNotice(final String start) throws InterruptedException {
        while (notices.stream().noneMatch(notice -> notice.startsWith(start))) {
            wait();
        }
    }

    /** Waits until it has stopped so many times. */
    synchronized void awaitStops(final int count) throws InterruptedException {
        while (notices.stream().filter(notice -> notice.startsWith("stopped")).count() < count) {
            wait();
        }
    }

    private synchronized void notice(final String text) {
        notices.add(text);
        notifyAll();
    }

    @Override
    public void onConnected(final String runId, final long marketEventsOnRecord) {
        notice("connected " + runId + " " + marketEventsOnRecord);
    }

    @Override
    public void onGone(final long timeNs, final String why) {
        notice("gone");
    }

    @Override
    public void onRefused(final String why) {
        notice("refused " + why);
    }

    @Override
    public void onStopped(final Stop stop, final long timeNs, final String inFlight) {
        notice("stopped " + stop + ": " + inFlight);
    }

    @Override
    public void close() {
        session.close();
    }
}
