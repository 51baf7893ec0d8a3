package reprise.app.wiring;

import java.nio.file.Path;
import reprise.app.config.RunConfig;
import reprise.core.EngineCore;
import reprise.journal.Journal;
import reprise.journal.SyncPolicy;
import reprise.pipeline.OrdersAtStop;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.remote.EventCounts;
import reprise.simulation.remote.RecoverableSession;

/** An engine that is ready to run, wherever its venue is. */
interface EngineSession extends AutoCloseable {
    /**
     * Takes over the record of a process that is gone, before {@link #run}.
     *
     * @param journal of it.
     * @param resumed the same, locked for this process.
     * @param syncPolicy it was written under.
     * @return what is on record of events.
     */
    EventCounts takeOver(TakeOver journal, Journal resumed, SyncPolicy syncPolicy);

    EngineCore core();

    /**
     * Asks {@link #run} to end in good order; from any thread.
     *
     * @param orders what becomes of working orders at a venue that outlives the process.
     */
    void stop(OrdersAtStop orders);

    /**
     * Takes requests of the operator while it runs, where its venue outlives it.
     *
     * @param journal directory of its journal.
     * @param config of the run.
     * @param snapshots of the run.
     * @return to be closed when the run is over; null if it takes none.
     */
    ControlSocket listen(Path journal, RunConfig config, Snapshots snapshots);

    /** Asks {@link #run} to wait for nothing more; from any thread. */
    void cut();

    SessionSummary run(SessionProgress progress);

    @Override
    void close();

    /** Against the venue in this process. */
    record Local(SimulatedSession session, MarketFeed feed) implements EngineSession {
        @Override
        public EventCounts takeOver(final TakeOver journal, final Journal resumed, final SyncPolicy syncPolicy) {
            throw new IllegalStateException("a venue in this process cannot outlive the other");
        }

        @Override
        public EngineCore core() {
            return session.core();
        }

        @Override
        public void stop(final OrdersAtStop orders) {
            session.stop();
        }

        @Override
        public ControlSocket listen(final Path journal, final RunConfig config, final Snapshots snapshots) {
            return null;
        }

        @Override
        public void cut() {
            // The venue in this process does not keep anybody waiting.
        }

        @Override
        public SessionSummary run(final SessionProgress progress) {
            return session.run(feed, progress);
        }

        @Override
        public void close() {
            session.close();
        }
    }

    /** Against a venue that outlives this process. */
    record Outlived(RecoverableSession session) implements EngineSession {
        @Override
        public EventCounts takeOver(final TakeOver journal, final Journal resumed, final SyncPolicy syncPolicy) {
            journal.recover(session, resumed, syncPolicy);
            return session.counts();
        }

        @Override
        public EngineCore core() {
            return session.core();
        }

        @Override
        public void stop(final OrdersAtStop orders) {
            session.stop(orders);
        }

        @Override
        public ControlSocket listen(final Path journal, final RunConfig config, final Snapshots snapshots) {
            return snapshots == null ? null : ControlSocket.open(journal, new OperatorDesk(session, config, snapshots));
        }

        @Override
        public void cut() {
            session.cut();
        }

        @Override
        public SessionSummary run(final SessionProgress progress) {
            return session.run(progress);
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
