package reprise.simulation.contract;

/** A card found, when it ran, that its environment has not what it needs; the message says what. */
final class CardNotRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    CardNotRun(final String message) {
        super(message);
    }
}
