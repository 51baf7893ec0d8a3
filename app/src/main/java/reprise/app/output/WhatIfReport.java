package reprise.app.output;

import reprise.market.InstrumentDefinition;
import reprise.simulation.comparison.OrderAlignment;
import reprise.simulation.comparison.TrailOrder;
import reprise.simulation.results.RunResult;

/**
 * What would have been with other parameters.
 *
 * @param before the recorded configuration, simulated.
 * @param after the changed one, simulated on the same market.
 * @param orders of both, those that go together side by side.
 * @param recordedCommandHash of the journal; null if it was never closed.
 * @param isChanged whether the two configurations differ at all.
 */
public record WhatIfReport(
        RunResult before, RunResult after, OrderAlignment orders, String recordedCommandHash, boolean isChanged) {
    /**
     * Whether the simulation of the recorded configuration decides what is on record, byte for byte.
     *
     * @return false also if the journal does not say.
     */
    public boolean isAsRecorded() {
        return before.session().commandHash().equals(recordedCommandHash);
    }

    /**
     * Whether a run was stopped before its end.
     *
     * @return true if the rest says nothing.
     */
    public boolean isStopped() {
        return before.session().stopped() || after.session().stopped();
    }

    InstrumentDefinition instrument(final TrailOrder order) {
        return before.facts().instruments().get(order.instrumentId());
    }

    String strategy(final TrailOrder order) {
        return order.strategyId() == 0
                ? "operator"
                : before.facts().strategies().get(order.strategyId() - 1);
    }
}
