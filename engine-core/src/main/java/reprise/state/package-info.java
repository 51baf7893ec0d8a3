/**
 * How state shows itself: one encoding, named and ordered, that serves the state hash, readable dumps and snapshots.
 *
 * <p>Every owner of replayed state carries all of it through a {@link reprise.state.StateExchange} in a fixed order, out to be saved or back
 * in to be restored. Knows nothing of the engine.
 *
 * <p>Start with {@link reprise.state.Snapshotable}; for the bytes, with {@link reprise.state.SnapshotWriter}.
 */
package reprise.state;
