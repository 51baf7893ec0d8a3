package reprise.simulation.lookahead;

import java.util.List;

/**
 * What came of cutting the future off.
 *
 * @param moments at which the data could be cut: distinct times at which bars closed.
 * @param cuts at how many of them it was, each once for each {@link Future}.
 * @param cutsAtDecisions how many of these at which something had been decided.
 * @param leakingCuts at how many the past was not the same.
 * @param leaks the first leak, for each future that has one; empty if nothing depends on what comes later.
 */
public record LookaheadResult(int moments, int cuts, int cutsAtDecisions, int leakingCuts, List<Leak> leaks) {
    /** Keeps a copy. */
    public LookaheadResult {
        leaks = List.copyOf(leaks);
    }

    /**
     * Whether the past was the same whatever came after.
     *
     * @return at every cut.
     */
    public boolean isClean() {
        return leakingCuts == 0;
    }
}
