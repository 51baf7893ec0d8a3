package reprise.alpaca;

import reprise.alpaca.rest.RestAnswer;

/** Alpaca could not be asked, or did not answer what was asked. The message is for the user and holds no secret. */
public final class AlpacaUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private AlpacaUnavailableException(final String message) {
        super(message);
    }

    static AlpacaUnavailableException of(final String what, final RestAnswer answer) {
        final String why = answer.isUnauthorized()
                ? "the keys are not accepted (paper and live accounts have different ones): "
                : "";
        return new AlpacaUnavailableException("alpaca: " + what + " could not be read: " + why + answer);
    }
}
