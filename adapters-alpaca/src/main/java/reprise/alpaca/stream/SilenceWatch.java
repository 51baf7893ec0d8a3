package reprise.alpaca.stream;

/** Notices that a connection is not getting anywhere: not established in time, or silent for too long. Single-threaded; asked again and again. */
final class SilenceWatch {
    private final StreamHandler handler;
    private final StreamTime time;
    private final long setupNs;
    private final long staleNs;
    private SocketConnection watched;
    private long framesSeen;
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
        } else if (established && silentNs >= staleNs) {
            connection.hangUp("silent for " + seconds(silentNs) + " while the market is open");
        }
    }

    private boolean moved(final SocketConnection connection) {
        final boolean nowEstablished = connection.isEstablished();
        final long nowSeen = connection.framesSeen();
        final boolean same = connection == watched
                && nowEstablished == established
                && (!established || nowSeen == framesSeen && handler.expectsFrames(time.epochNs()));
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
