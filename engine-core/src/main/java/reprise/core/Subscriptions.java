package reprise.core;

import java.util.Arrays;

/**
 * Which strategies listen to which instrument, in order of registration. Grows only when a strategy subscribes; derived from the
 * strategies' own calls.
 */
final class Subscriptions {
    private static final StrategyHost[] NOBODY = {};

    private StrategyHost[][] byInstrument = {};

    void add(final int instrumentId, final StrategyHost host) {
        if (instrumentId >= byInstrument.length) {
            final int oldLength = byInstrument.length;
            byInstrument = Arrays.copyOf(byInstrument, instrumentId + 1);
            Arrays.fill(byInstrument, oldLength, byInstrument.length, NOBODY);
        }
        final StrategyHost[] old = byInstrument[instrumentId];
        int index = 0;
        while (index < old.length && old[index].strategyId() < host.strategyId()) {
            index++;
        }
        if (index < old.length && old[index] == host) {
            return;
        }
        final StrategyHost[] grown = Arrays.copyOf(old, old.length + 1);
        System.arraycopy(old, index, grown, index + 1, old.length - index);
        grown[index] = host;
        byInstrument[instrumentId] = grown;
    }

    StrategyHost[] of(final int instrumentId) {
        return instrumentId < byInstrument.length ? byInstrument[instrumentId] : NOBODY;
    }
}
