package reprise.port;

import reprise.message.EngineCommands;

/**
 * A place to trade at, as the engine sees it: takes commands, says what happens as events. Commands come on one thread, that of the last
 * stage, and must not wait: what takes time is done by the venue's own threads, and what cannot be done becomes an event. Every venue passes
 * the same contract tests.
 *
 * <p>A venue that has been started goes on by itself: it connects, connects again, and says so by {@code onVenueConnected} and
 * {@code onVenueDisconnected}. It says that it is connected only when orders can be sent and everything that becomes of them will be heard.
 */
public interface Venue extends EngineCommands, AutoCloseable {
    /**
     * Begins to connect; returns at once. To be called once.
     *
     * @param link gives every thread of the venue its own way to tell events.
     */
    void start(VenueLink link);

    /**
     * Stops telling events, disconnects, and ends every thread of the venue, in bounded time. Working orders stay as they are. A second call
     * has no effect.
     */
    @Override
    void close();
}
