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
     * A process took over where the record of another ends. What the other had asked of venues and not heard of is in doubt, and so are the
     * connections.
     *
     * @param runId names the run, as before.
     * @param buildHash of the program's own bytes.
     * @param configHash of the resolved configuration.
     * @param tailLost whether records that the other had acted on may be missing, as after a loss of power.
     */
    void onRunResumed(String runId, String buildHash, String configHash, boolean tailLost);

    /**
     * Time passed; nothing else did.
     */
    void onClockTicked();
}
