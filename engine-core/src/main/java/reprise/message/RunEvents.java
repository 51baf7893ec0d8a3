package reprise.message;

import reprise.market.InstrumentDefinition;

/**
 * What happens to the run itself. One method a fact; see {@link EngineEvents} for units.
 */
public interface RunEvents {
    /**
     * A run began: the first record of a log.
     *
     * @param runId names the run.
     * @param buildHash of the program's own bytes.
     * @param configHash of the resolved configuration.
     */
    void onRunStarted(String runId, String buildHash, String configHash);

    /**
     * An instrument and its scales, before any other mention of its id.
     *
     * @param definition its fixed facts.
     */
    void onInstrumentDefined(InstrumentDefinition definition);

    /**
     * Time passed; nothing else did.
     */
    void onClockTicked();
}
