package reprise.alpaca.rest;

/** What is known after a call. */
public enum Outcome {
    /** The server did what was asked. */
    DONE,

    /** The server certainly did not do it, and said why. */
    REFUSED,

    /** The request may have left and the answer says nothing: a time-out, a lost connection, an error of the server. */
    UNKNOWN,

    /** The request certainly did not leave. */
    NOT_SENT
}
