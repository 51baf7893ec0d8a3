package reprise.alpaca.stream;

/**
 * Notices that a connection is not getting anywhere: not established in time, or silent for too long. What is silent by nature, such as one share
 * that hardly trades, must not be connected anew for ever: each connection on which nothing comes at all is borne twice as long as the one before.
 * Single-threaded; asked again and again.
 */
final class SilenceWatch {
    private static final int MOST_PATIENT = 16;

    private final StreamHandler handler;
    private final StreamTime time;
    private final long setupNs;
    private final long staleNs;
    private SocketConnection watched;
    private long framesSeen;
    private int patience = 1;
    private boolean established;
    private long sinceNs;

    SilenceWatch(final StreamSettings settings, final StreamHandler handler, final StreamTime time) {
        this.handler = handler;
        this.time = time;
        // connecting has a limit of its own; what follows has as much again
        setupNs = 2 * settings.setup().toNanos();
        staleNs = settings.stale().toNanos();
    }

    /** How often to ask. */
    long periodNs() {
        return Math.min(setupNs, staleNs) / 4 + 1;
    }

    /** Hangs up if there is reason to. */
    void check(final SocketConnection connection) {
        if (connection == null || moved(connection)) {
            return;
        }
        final long silentNs = time.elapsedNs() - sinceNs;
        if (!established && silentNs >= setupNs) {
            connection.hangUp("nothing was agreed for " + seconds(silentNs));
        } else if (established && silentNs >= patience * staleNs) {
            patience = Math.min(2 * patience, MOST_PATIENT);
            connection.hangUp("silent for " + seconds(silentNs) + " while something was expected");
        }
    }

    private boolean moved(final SocketConnection connection) {
        final boolean nowEstablished = connection.isEstablished();
        final long nowSeen = connection.framesSeen();
        final boolean same = connection == watched
                && nowEstablished == established
                && (!established || nowSeen == framesSeen && handler.expectsFrames(time.epochNs()));
        if (established && connection == watched && nowSeen != framesSeen) {
            patience = 1;
        }
        if (!same) {
            watched = connection;
            established = nowEstablished;
            framesSeen = nowSeen;
            sinceNs = time.elapsedNs();
        }
        return !same;
    }

    private static String seconds(final long ns) {
        return ns / 1_000_000_000 + " s";
    }
}
