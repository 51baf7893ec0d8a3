package reprise.simulation.backtest;

import reprise.message.Outlet;

/**
 * The engine as the loop that feeds the market sees it: in this process, or at the other end of a socket. Used on the feeding thread only.
 *
 * <p>An engine in another process may be gone at any moment. Then {@link #settle} says so, and the market stands still until
 * {@link #awaitReturn} has found it again.
 */
public interface EngineLink {
    /**
     * Where the venue says what it says.
     *
     * @return of the feeding thread; the same at each call.
     */
    Outlet outlet();

    /**
     * A run begins: the engine is there and ready when this returns.
     *
     * @param timeNs of the data.
     */
    void begin(long timeNs);

    /** The venue has said that it is there: strategies may start. */
    void startStrategies();

    /**
     * Waits until the engine has handled all that was published and its commands are in the mailbox.
     *
     * @return false if the engine is gone: it may have handled some of it, or nothing.
     */
    boolean settle();

    /** What was published so far is settled for good. */
    void endStep();

    /** Waits for an engine that was gone. What is published from now on reaches it. */
    void awaitReturn();

    /** Publishes again what the market did in this step and the engine that returned has not on record. Reports about orders it must ask for. */
    void repeatMarket();

    /**
     * There is no more data, and the engine ends.
     *
     * @return false if the engine is gone before it had ended.
     */
    boolean end();
}
