package reprise.app.wiring;

import java.io.PrintStream;
import reprise.app.output.Render;
import reprise.simulation.remote.LinkListener;
import reprise.simulation.remote.Stop;

/** Says on a stream, a line each, what becomes of a venue's link to its engine. */
public final class LinkNotices implements LinkListener {
    /** What the line begins with that says that the venue listens. */
    public static final String LISTENING = "reprise: venue: waiting for the engine at ";

    /** What a line begins with that says that the venue has stopped answering and the engine is to be killed. */
    public static final String STOPPED = "reprise: venue: stopped at ";

    private final PrintStream out;

    /**
     * Notices to a stream.
     *
     * @param out takes them.
     */
    public LinkNotices(final PrintStream out) {
        this.out = out;
    }

    @Override
    public void onConnected(final String runId, final long marketEventsOnRecord) {
        out.println("reprise: venue: connected to " + runId + ", which has " + marketEventsOnRecord
                + " events of this market on record");
    }

    @Override
    public void onGone(final long timeNs, final String why) {
        out.println("reprise: venue: the engine is gone (" + why + "); the market stands at " + Render.time(timeNs));
    }

    @Override
    public void onRefused(final String why) {
        out.println("reprise: venue: refused an engine: " + why);
    }

    @Override
    public void onStopped(final Stop stop, final long timeNs, final String inFlight) {
        out.println(STOPPED + stop + ", " + Render.time(timeNs) + ", " + inFlight);
    }
}
