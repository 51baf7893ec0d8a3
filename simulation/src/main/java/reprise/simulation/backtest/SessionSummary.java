package reprise.simulation.backtest;

import reprise.pipeline.PipelineLoad;

/**
 * What a run was, in numbers that two equal runs share, but for the time it took and what waited.
 *
 * @param runId names the run.
 * @param bars that closed, history not counted.
 * @param historicalBars that were told before.
 * @param events that the core handled.
 * @param commands that the core decided.
 * @param commandHash over the bytes of all commands, 64 hexadecimal digits; empty where a run was recovered without reading all of them.
 * @param stateHash over the final state, 64 hexadecimal digits.
 * @param outcomeHash over the part of the final state that does not depend on kills and take-overs, 64 hexadecimal digits.
 * @param firstTimeNs when the first bar opened.
 * @param lastTimeNs of the engine at the end.
 * @param elapsedNs wall time from the first event to the last.
 * @param stopped whether the run was stopped before its data ended.
 * @param load what waited in the pipeline; {@link PipelineLoad#NONE} for a run that was not on rings.
 */
public record SessionSummary(
        String runId,
        long bars,
        long historicalBars,
        long events,
        long commands,
        String commandHash,
        String stateHash,
        String outcomeHash,
        long firstTimeNs,
        long lastTimeNs,
        long elapsedNs,
        boolean stopped,
        PipelineLoad load) {
    private static final double NS_PER_SECOND = 1e9;

    /**
     * Speed of the run.
     *
     * @return events a second; 0 for a run that took no time.
     */
    public double eventsPerSecond() {
        return perSecond(events);
    }

    /**
     * Speed of the run.
     *
     * @return bars a second; 0 for a run that took no time.
     */
    public double barsPerSecond() {
        return perSecond(bars);
    }

    private double perSecond(final long count) {
        return elapsedNs == 0 ? 0 : count * NS_PER_SECOND / elapsedNs;
    }
}
