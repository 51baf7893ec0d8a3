/**
 * A venue that is simulated from bars, quotes, trades and levels: rules, funds, honest fills, queues, fees, delays, faults.
 *
 * <p>May know bars and the engine's vocabulary and messages; must not know who runs it, strategies or results.
 *
 * <p>Start with {@link reprise.simulation.venue.SimulatedVenue}.
 */
package reprise.simulation.venue;
