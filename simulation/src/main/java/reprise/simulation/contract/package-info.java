/**
 * The contract of a venue: numbered cards, each a promise that every {@link reprise.port.Venue} keeps and a way to try it. They run against
 * simulated servers in tests, where everything can be made to go wrong, and against a user's paper account.
 *
 * <p>Knows the port, the messages and what is left of them; must know no particular venue.
 *
 * <p>Start with {@link reprise.simulation.contract.VenueContract}.
 */
package reprise.simulation.contract;
