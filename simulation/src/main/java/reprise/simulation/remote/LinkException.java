package reprise.simulation.remote;

/** The link between engine and venue cannot be made, is broken, or carried what it must not. */
public final class LinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A problem.
     *
     * @param message for the user.
     */
    public LinkException(final String message) {
        super(message);
    }

    /**
     * A problem that something else caused.
     *
     * @param message for the user.
     * @param cause what did.
     */
    public LinkException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
