package reprise.alpaca.market;

/** History could not be had. Its message is for the user. */
public final class HistoryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean refused;

    /**
     * What went wrong.
     *
     * @param message for the user.
     * @param refused whether asking again would not help.
     */
    HistoryException(final String message, final boolean refused) {
        super(message);
        this.refused = refused;
    }

    /**
     * Whether asking again would not help.
     *
     * @return true for what the server refuses.
     */
    public boolean isRefused() {
        return refused;
    }
}
