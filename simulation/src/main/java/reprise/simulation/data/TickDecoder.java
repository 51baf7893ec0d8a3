package reprise.simulation.data;

/** Turns a file into ticks of one kind, in the order of the file. Refuses rows by the policy that it was given. Single-threaded. */
interface TickDecoder extends AutoCloseable {
    /**
     * Reads on to the next tick.
     *
     * @param row takes it.
     * @return false at the end of the file.
     * @throws DataException if the input cannot be read, or a row is bad and the policy says to stop.
     */
    boolean next(TickRow row);

    @Override
    void close();
}
