package reprise.journal;

/** A journal cannot be used as asked. The message says which directory, why, and what to do about it. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, for callers that choose an exit code by it. */
    public enum Kind {
        /** There is no journal in that place. */
        NOT_FOUND,

        /** Something is already in that place. */
        EXISTS,

        /** Another writer holds the journal. */
        LOCKED,

        /** The journal is not what was written. */
        DAMAGED,

        /** The beginning of the journal is asked for and was pruned. */
        PRUNED,

        /** Nothing can be begun in that place: the disk is full, or the operating system refuses. */
        UNWRITABLE,

        /** The disk or the operating system refused what was begun. */
        IO
    }

    private final Kind kind;

    /**
     * A failure.
     *
     * @param kind of failure.
     * @param message for the person at the keyboard.
     */
    public JournalException(final Kind kind, final String message) {
        super(message);
        this.kind = kind;
    }

    /**
     * A failure that has a cause.
     *
     * @param kind of failure.
     * @param message for the person at the keyboard.
     * @param cause of it.
     */
    public JournalException(final Kind kind, final String message, final Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    static JournalException io(final String doing, final Throwable cause) {
        return new JournalException(Kind.IO, doing + ": " + Refusal.reasonWithFile(cause), cause);
    }

    /**
     * What is wrong.
     *
     * @return the kind of failure.
     */
    public Kind kind() {
        return kind;
    }
}
