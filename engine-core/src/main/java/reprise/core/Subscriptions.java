package reprise.core;

import java.util.Arrays;
import reprise.state.StateExchange;

/**
 * Which strategies listen to which instrument, in order of registration. Grows only when a strategy subscribes; part of replayed state.
 */
final class Subscriptions {
    private static final StrategyHost[] NOBODY = {};

    private StrategyHost[][] byInstrument = {};

    void add(final int instrumentId, final StrategyHost host) {
        if (instrumentId >= byInstrument.length) {
            makeRoom(instrumentId);
        }
        byInstrument[instrumentId] = with(byInstrument[instrumentId], host);
    }

    private void makeRoom(final int instrumentId) {
        final int oldLength = byInstrument.length;
        byInstrument = Arrays.copyOf(byInstrument, instrumentId + 1);
        Arrays.fill(byInstrument, oldLength, byInstrument.length, NOBODY);
    }

    /** The hosts and one more, in order of registration; the same array if it is one of them already. */
    static StrategyHost[] with(final StrategyHost[] hosts, final StrategyHost host) {
        int index = 0;
        while (index < hosts.length && hosts[index].strategyId() < host.strategyId()) {
            index++;
        }
        if (index < hosts.length && hosts[index] == host) {
            return hosts;
        }
        final StrategyHost[] grown = Arrays.copyOf(hosts, hosts.length + 1);
        System.arraycopy(hosts, index, grown, index + 1, hosts.length - index);
        grown[index] = host;
        return grown;
    }

    StrategyHost[] of(final int instrumentId) {
        return instrumentId < byInstrument.length ? byInstrument[instrumentId] : NOBODY;
    }

    void exchange(final StateExchange state, final StrategyHost[] hosts) {
        final int count = state.count("subscribedInstruments", byInstrument.length, Integer.MAX_VALUE);
        for (int instrumentId = 0; instrumentId < count; instrumentId++) {
            state.section("subscriptions", instrumentId);
            if (state.isRestoring() && instrumentId >= byInstrument.length) {
                makeRoom(instrumentId);
            }
            byInstrument[instrumentId] = exchange(state, byInstrument[instrumentId], hosts);
        }
    }

    /** Carries who listens; all is an array of all hosts, in order of their ids. */
    static StrategyHost[] exchange(
            final StateExchange state, final StrategyHost[] listeners, final StrategyHost[] all) {
        final int count = state.field("listeners", listeners.length);
        final StrategyHost[] exchanged = state.isRestoring() ? new StrategyHost[count] : listeners;
        for (int i = 0; i < count; i++) {
            final int present = exchanged[i] == null ? 0 : exchanged[i].strategyId();
            final int strategyId = state.field("strategyId", present);
            if (strategyId < 1 || strategyId > all.length) {
                throw new IllegalStateException("the state was recorded with other strategies: strategyId is "
                        + strategyId + " of " + all.length);
            }
            exchanged[i] = all[strategyId - 1];
        }
        return exchanged;
    }

    /** How many pairs of instrument and host there are. */
    int size() {
        int count = 0;
        for (final StrategyHost[] hosts : byInstrument) {
            count += hosts.length;
        }
        return count;
    }
}
