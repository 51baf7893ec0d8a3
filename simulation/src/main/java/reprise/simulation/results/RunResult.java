package reprise.simulation.results;

import reprise.simulation.backtest.SessionSummary;

/**
 * Everything that a run came to: for the table, the files and machines that read either.
 *
 * @param facts what the run was made of.
 * @param session what it was, with its hashes.
 * @param statistics what was counted and measured.
 */
public record RunResult(RunFacts facts, SessionSummary session, RunStatistics statistics) {}
