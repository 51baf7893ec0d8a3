package reprise.app;

/** A replay differs, a journal is damaged, or books do not balance. */
public final class VerificationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * What does not hold.
     *
     * @param message complete, for the user.
     */
    public VerificationException(final String message) {
        super(message);
    }
}
