package reprise.simulation.alpaca.stream;

import java.util.List;

/** One address that clients connect to. All methods but {@link #backlog} are called under the venue's lock. */
interface Stream {
    /** Whether its frames are binary. */
    boolean isBinary();

    /** A client is there; it may have shown the right keys on its way in. */
    void onConnected(Session session, boolean authenticated);

    /** A client says something. */
    void onMessage(Session session, String text);

    /** A client is gone. */
    void onClosed(Session session);

    /** A client had its time to say who it is. */
    void onAuthenticationTimeout(Session session);

    /** All that are connected. */
    List<Session> sessions();

    /** For some time a connection that is gone still counts. */
    void holdSlot(long ms);
}
