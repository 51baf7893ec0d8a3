/**
 * What a run has earned and how: statistics kept while it runs, the table a trader reads, the files.
 *
 * <p>May know the engine's core and what a run was; must not know how bars are read or configured.
 *
 * <p>Start with {@link reprise.simulation.results.RunRecorder} and {@link reprise.simulation.results.RunResult}.
 */
package reprise.simulation.results;
