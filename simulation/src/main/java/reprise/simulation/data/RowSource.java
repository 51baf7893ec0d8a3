package reprise.simulation.data;

/** Rows of a file as fields, in file order. Single-threaded, constant memory. */
interface RowSource extends AutoCloseable {

    /**
     * Moves to the next row, skipping blank lines.
     *
     * @return false at the end of the data
     * @throws DataException if the input cannot be read
     */
    boolean next();

    /** The current row; the same object every time. */
    Fields fields();

    /** What {@link Fields#position} counts: "line" or "record". */
    String positionName();

    @Override
    void close();
}
