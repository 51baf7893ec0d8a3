package reprise.execution;

import reprise.state.StateExchange;

/** Measures how much was without hedge, and for how long. */
final class UnhedgedMeter {
    private long sinceNs = Long.MAX_VALUE;
    private long episodeNotional;
    private long maxNotional;
    private long maxTimeNs;

    /** Returns whether a time without hedge ends now. */
    boolean measure(final long notional, final long nowNs) {
        if (notional > 0) {
            if (!isUnhedged()) {
                sinceNs = nowNs;
                episodeNotional = 0;
            }
            episodeNotional = Math.max(episodeNotional, notional);
            maxNotional = Math.max(maxNotional, notional);
            return false;
        }
        return isUnhedged();
    }

    /** Ends the time without hedge and returns how long it was. */
    long end(final long nowNs) {
        final long timeNs = nowNs - sinceNs;
        maxTimeNs = Math.max(maxTimeNs, timeNs);
        sinceNs = Long.MAX_VALUE;
        return timeNs;
    }

    boolean isUnhedged() {
        return sinceNs != Long.MAX_VALUE;
    }

    long episodeNotional() {
        return episodeNotional;
    }

    long maxNotional() {
        return maxNotional;
    }

    long maxTimeNs(final long nowNs) {
        return isUnhedged() ? Math.max(maxTimeNs, nowNs - sinceNs) : maxTimeNs;
    }

    void state(final StateExchange state) {
        sinceNs = state.field("unhedgedSinceNs", sinceNs);
        episodeNotional = state.field("episodeNotional", episodeNotional);
        maxNotional = state.field("maxUnhedgedNotional", maxNotional);
        maxTimeNs = state.field("maxUnhedgedNs", maxTimeNs);
    }
}
