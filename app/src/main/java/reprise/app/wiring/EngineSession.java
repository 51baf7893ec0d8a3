package reprise.app.wiring;

import reprise.core.EngineCore;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.remote.RemoteSession;

/** An engine that is ready to run, wherever its venue is. */
interface EngineSession extends AutoCloseable {
    EngineCore core();

    void stop();

    SessionSummary run(SessionProgress progress);

    @Override
    void close();

    /** Against the venue in this process. */
    record Local(SimulatedSession session, MarketFeed feed) implements EngineSession {
        @Override
        public EngineCore core() {
            return session.core();
        }

        @Override
        public void stop() {
            session.stop();
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

    /** Against a venue in another process. */
    record Remote(RemoteSession session) implements EngineSession {
        @Override
        public EngineCore core() {
            return session.core();
        }

        @Override
        public void stop() {
            session.stop();
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
