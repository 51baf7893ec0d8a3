/**
 * A venue that is simulated from bars: rules, funds, honest fills, fees.
 *
 * <p>May know bars and the engine's vocabulary and messages; must not know who runs it, strategies or results.
 *
 * <p>Start with {@link reprise.simulation.venue.SimulatedVenue}.
 */
package reprise.simulation.venue;
