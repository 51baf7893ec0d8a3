package reprise.alpaca.rest;

/** Who goes first when calls are scarce. */
public enum Priority {
    /** Orders and all that is asked about them: may use every call, and waits for none longer than an answer may take. */
    ORDERS,

    /** Leaves a quarter of the calls to orders, and waits as long as it takes. */
    HISTORY
}
