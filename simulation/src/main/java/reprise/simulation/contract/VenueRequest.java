package reprise.simulation.contract;

/** Which request of ours a fault waits for. */
public enum VenueRequest {
    /** A new order. */
    SUBMIT,
    /** A cancel. */
    CANCEL,
    /** A replacement. */
    REPLACE,
    /** None: the fault is of a stream or of the market. */
    NONE
}
