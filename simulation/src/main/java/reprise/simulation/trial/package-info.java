/**
 * Trials of the whole engine: a market, strategies, an operator, and a venue, a network, a clock and a disk that fail, in one thread and in
 * virtual time, all of it decided by one seed.
 *
 * <p>May know everything of the engine and of the simulation; nothing but the program knows it. Nothing here is fast for its own sake, and
 * everything may allocate: what counts is that a seed says the same thing on every machine.
 *
 * <p>Start with {@link reprise.simulation.trial.Trials} and {@link reprise.simulation.trial.FaultKind}.
 */
package reprise.simulation.trial;
