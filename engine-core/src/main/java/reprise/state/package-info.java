/**
 * How state shows itself: one encoding, named and ordered, that serves the state hash, readable dumps and, later, snapshots.
 *
 * <p>Every owner of replayed state writes all of it to a {@link reprise.state.StateSink} in a fixed order. Knows nothing of the engine.
 *
 * <p>Start with {@link reprise.state.StateSink}.
 */
package reprise.state;
