package reprise.pipeline;

/** A record cannot be taken over: this core does not decide what the record says was decided. */
public final class RecoveryException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    RecoveryException(final String message) {
        super(message);
    }
}
