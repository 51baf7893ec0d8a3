package reprise.app.wiring;

import java.nio.file.Path;
import java.util.List;
import reprise.app.ExitCode;
import reprise.app.config.RunConfig;
import reprise.simulation.backtest.Pace;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.remote.LinkListener;
import reprise.simulation.remote.Stop;
import reprise.simulation.remote.VenueSession;
import reprise.simulation.venue.VenueTally;

/** The simulated venue of a configuration, for an engine in another process. */
public final class VenueRun {
    /** A venue that waits for its engine does not hear that it should stop. */
    private static final long PATIENCE_NS = 10_000_000_000L;

    private final RunConfig config;
    private final Path socket;
    private final List<Stop> stops;
    private final long patienceMs;

    /**
     * A venue that does not listen yet.
     *
     * @param config how it trades, and what.
     * @param socket where it will listen.
     * @param stops at which it stops answering.
     * @param patienceMs how long the engine may be away, or silent.
     */
    public VenueRun(final RunConfig config, final Path socket, final List<Stop> stops, final long patienceMs) {
        this.config = config;
        this.socket = socket;
        this.stops = stops;
        this.patienceMs = patienceMs;
    }

    /**
     * How it ended.
     *
     * @param tally what the venue has seen.
     * @param stopped whether the user stopped it before its data ended.
     */
    public record Outcome(VenueTally tally, boolean stopped) {}

    /**
     * Listens, and runs until the data ends.
     *
     * @param data the market; closed by the caller.
     * @param pace how fast it moves.
     * @param listener hears what becomes of the link.
     * @param progress is told how far it is.
     * @return how it ended.
     */
    public Outcome run(
            final MarketData data, final Pace pace, final LinkListener listener, final SessionProgress progress) {
        try (VenueSession session =
                new VenueSession(EngineRun.plan(config, config.name()), socket, stops, patienceMs, pace, listener)) {
            System.err.println(LinkNotices.LISTENING + socket);
            final Interruption interruption =
                    new Interruption(session::stop, () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED), PATIENCE_NS);
            try {
                final boolean stopped = session.run(data.feed(), progress);
                return new Outcome(session.tally(), stopped);
            } finally {
                interruption.close();
            }
        }
    }
}
