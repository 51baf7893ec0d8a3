package reprise.simulation.data;

/** Rows that are possible bars by themselves, in the order in which they are to be delivered. */
interface BarRows extends AutoCloseable {

    /**
     * Moves to the next good row.
     *
     * @return false at the end
     */
    boolean next();

    /** The current row; the same object every time. */
    BarRow row();

    @Override
    void close();
}
