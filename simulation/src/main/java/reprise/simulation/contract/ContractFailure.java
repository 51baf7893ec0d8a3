package reprise.simulation.contract;

/** A card did not come out; the message says what was expected and what was heard. */
public final class ContractFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A failure.
     *
     * @param message for people.
     */
    public ContractFailure(final String message) {
        super(message);
    }
}
