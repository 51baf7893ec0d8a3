package reprise.state;

/** An owner of replayed state: one method takes it out and puts it back, so that what is saved is what is restored. */
public interface Snapshotable {
    /**
     * Carries all replayed state in a fixed order, out of this owner or into it. What follows from the fields, such as sums and indexes, is
     * made anew when {@linkplain StateExchange#isRestoring() restoring}. Restoring wants an owner made of the same configuration that has
     * seen nothing yet.
     *
     * @param state takes each field and gives its value from now on.
     */
    void exchange(StateExchange state);

    /**
     * Writes all replayed state in a fixed order.
     *
     * @param sink receives it.
     */
    default void snapshotTo(final StateSink sink) {
        exchange(StateExchange.saving(sink));
    }
}
