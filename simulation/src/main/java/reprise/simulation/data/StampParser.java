package reprise.simulation.data;

/** Turns a row's time columns into a moment. One per reader; may remember the row before. */
interface StampParser {

    /** The text is not a time in this form. */
    long INVALID = Long.MIN_VALUE;

    /**
     * The row's time.
     *
     * @return epoch nanoseconds, or {@link #INVALID}
     */
    long parse(Fields row);

    /**
     * What is wrong with the row that was {@link #INVALID} last.
     *
     * @return continues the sentence "'text' ..."
     */
    default String problem() {
        return "is not a time";
    }
}
