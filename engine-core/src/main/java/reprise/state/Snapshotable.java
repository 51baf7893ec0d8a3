package reprise.state;

/** An owner of replayed state. */
public interface Snapshotable {
    /**
     * Writes all replayed state in a fixed order.
     *
     * @param sink receives it.
     */
    void snapshotTo(StateSink sink);
}
