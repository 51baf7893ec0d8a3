/**
 * What can go wrong at the local Alpaca venue, and when.
 *
 * <p>Knows nothing of the rest; whoever has an occasion asks whether all goes well.
 *
 * <p>Start with {@link reprise.simulation.alpaca.fault.Faults}.
 */
package reprise.simulation.alpaca.fault;
