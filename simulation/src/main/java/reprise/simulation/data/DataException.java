package reprise.simulation.data;

/**
 * Input data is missing, unreadable or wrong. The message is meant for the person who supplied the data: it names the file and,
 * where it applies, the line, the column, the offending text and what would be right. No stack trace is needed to act on it.
 */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * An exception whose message says everything.
     *
     * @param message for the user
     */
    public DataException(final String message) {
        super(message);
    }

    /**
     * An exception caused by the operating system or a decoder.
     *
     * @param message for the user
     * @param cause kept for debugging
     */
    public DataException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
