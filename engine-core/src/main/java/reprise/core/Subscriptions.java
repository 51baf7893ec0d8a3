package reprise.core;

import java.util.Arrays;
import reprise.state.Snapshotable;
import reprise.state.StateSink;

/**
 * Which strategies listen to which instrument, in order of registration. Grows only when a strategy subscribes; part of replayed state.
 */
final class Subscriptions implements Snapshotable {
    private static final StrategyHost[] NOBODY = {};

    private StrategyHost[][] byInstrument = {};

    void add(final int instrumentId, final StrategyHost host) {
        if (instrumentId >= byInstrument.length) {
            final int oldLength = byInstrument.length;
            byInstrument = Arrays.copyOf(byInstrument, instrumentId + 1);
            Arrays.fill(byInstrument, oldLength, byInstrument.length, NOBODY);
        }
        byInstrument[instrumentId] = with(byInstrument[instrumentId], host);
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

    @Override
    public void snapshotTo(final StateSink sink) {
        for (int instrumentId = 0; instrumentId < byInstrument.length; instrumentId++) {
            sink.section("subscriptions", instrumentId);
            for (final StrategyHost host : byInstrument[instrumentId]) {
                sink.field("strategyId", host.strategyId());
            }
        }
    }
}
