package reprise.alpaca.json;

/** The bytes are no JSON, from some place on. One instance serves all: it has no trace, and costs nothing. */
public final class MalformedJsonException extends Exception {
    /** The only one. */
    public static final MalformedJsonException INSTANCE = new MalformedJsonException();

    private static final long serialVersionUID = 1L;

    private MalformedJsonException() {
        super("malformed JSON", null, false, false);
    }
}
