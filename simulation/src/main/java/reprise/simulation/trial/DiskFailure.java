package reprise.simulation.trial;

/** What a write says that did not succeed. */
final class DiskFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DiskFailure(final String message) {
        super(message);
    }
}
