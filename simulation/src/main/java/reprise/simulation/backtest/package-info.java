/**
 * Runs: bars through the engine against the simulated venue, and journals through the engine again.
 *
 * <p>May know bars, the venue and the engine; must not know configuration files, journals on disk or results.
 *
 * <p>Start with {@link reprise.simulation.backtest.SimulatedSession} and {@link reprise.simulation.backtest.Replay}.
 */
package reprise.simulation.backtest;
