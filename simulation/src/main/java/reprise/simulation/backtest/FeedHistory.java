package reprise.simulation.backtest;

import reprise.message.EngineEvents;
import reprise.simulation.market.BarSource;

/** What of a feed's bars is history: takes them in order of time until there is enough, and tells them once. */
final class FeedHistory {
    private final Warmup warmup;
    private final BarHistory[] bySource;
    private int incomplete;
    private long endNs;

    /** An empty one, of sources whose instruments are given. */
    FeedHistory(final Warmup warmup, final int[] instrumentIds) {
        this.warmup = warmup;
        bySource = new BarHistory[warmup.isNone() ? 0 : instrumentIds.length];
        for (int i = 0; i < bySource.length; i++) {
            bySource[i] = new BarHistory(instrumentIds[i], warmup.bars());
        }
        incomplete = warmup.bars() == 0 ? 0 : bySource.length;
        endNs = warmup.untilNs();
    }

    /** Whether the next bar of all that is left is history too. */
    boolean takes(final BarSource bar) {
        return warmup.untilNs() == 0 && incomplete > 0 || bar.closeTimeNs() <= endNs;
    }

    void add(final int source, final BarSource bar) {
        bySource[source].add(bar);
        incomplete -= bySource[source].added() == warmup.bars() ? 1 : 0;
        endNs = Math.max(endNs, bar.closeTimeNs());
    }

    /** Bars that began before it and end later are live, but nothing trades in them. 0 without history. */
    long endNs() {
        return endNs;
    }

    /** How many bars of a source there are to be told. */
    int count(final int source) {
        return bySource.length == 0 ? 0 : bySource[source].kept();
    }

    /** Tells all in order of time, of equal times those of lower instruments first as they came. Returns how many. */
    long tell(final EngineEvents events) {
        final int[] next = new int[bySource.length];
        long told = 0;
        for (int source = earliest(next); source >= 0; source = earliest(next)) {
            bySource[source].tell(next[source]++, events);
            told++;
        }
        return told;
    }

    private int earliest(final int[] next) {
        int best = -1;
        for (int i = 0; i < next.length; i++) {
            if (next[i] < bySource[i].kept() && (best < 0 || isBefore(i, next[i], best, next[best]))) {
                best = i;
            }
        }
        return best;
    }

    private boolean isBefore(final int a, final int nextA, final int b, final int nextB) {
        final long timeA = bySource[a].closeTimeNs(nextA);
        final long timeB = bySource[b].closeTimeNs(nextB);
        return timeA != timeB ? timeA < timeB : bySource[a].instrumentId() < bySource[b].instrumentId();
    }
}
