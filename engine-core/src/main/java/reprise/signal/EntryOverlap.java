package reprise.signal;

import reprise.order.Side;
import reprise.state.StateExchange;

/**
 * How much two strategies enter the same: {@code J = common / (a + b - common)} over the last 64 entries of each in this run. Entries are
 * common if instrument and side are equal and they are at most so far apart; each counts once, the earliest first.
 *
 * <p>An entry is a signal that passed validity and expected value, whether or not it was accepted afterwards: if only accepted ones counted,
 * a strategy that is always refused as redundant would soon look independent. A window's signals count after the window.
 */
final class EntryOverlap {
    static final int LENGTH = 64;

    private final long matchNs;
    private final int minEntries;
    private final long[] timesNs;
    private final long[] kinds;
    private final long[] counts;

    EntryOverlap(final ArbiterConfig config) {
        matchNs = config.entryMatchNs();
        minEntries = config.minEntries();
        timesNs = new long[config.maxStrategies() * LENGTH];
        kinds = new long[timesNs.length];
        counts = new long[config.maxStrategies()];
    }

    void onEntry(final Signal signal, final long nowNs) {
        final int strategyId = signal.strategyId();
        final int index = strategyId * LENGTH + (int) (counts[strategyId] % LENGTH);
        timesNs[index] = nowNs;
        kinds[index] = signal.instrumentId() * 2L + (signal.side() == Side.BUY ? 0 : 1);
        counts[strategyId]++;
    }

    /** 0 while either has shown too few entries; 1 for a strategy and itself. */
    double between(final int a, final int b) {
        if (a == b) {
            return 1;
        }
        final int ofA = (int) Math.min(LENGTH, counts[a]);
        final int ofB = (int) Math.min(LENGTH, counts[b]);
        if (Math.min(ofA, ofB) < minEntries) {
            return 0;
        }
        final int common = common(a, ofA, b, ofB);
        return (double) common / (ofA + ofB - common);
    }

    private int common(final int a, final int ofA, final int b, final int ofB) {
        long taken = 0;
        int common = 0;
        for (int i = 0; i < ofA; i++) {
            final int mine = slot(a, ofA, i);
            for (int j = 0; j < ofB; j++) {
                final int theirs = slot(b, ofB, j);
                if ((taken >>> j & 1) == 0
                        && kinds[mine] == kinds[theirs]
                        && Math.abs(timesNs[mine] - timesNs[theirs]) <= matchNs) {
                    taken |= 1L << j;
                    common++;
                    break;
                }
            }
        }
        return common;
    }

    /** By age, the oldest first. */
    private int slot(final int strategyId, final int count, final int index) {
        return strategyId * LENGTH + (int) ((counts[strategyId] - count + index) % LENGTH);
    }

    void state(final StateExchange state) {
        state.field("timesNs", timesNs);
        state.field("kinds", kinds);
        state.field("counts", counts);
    }
}
