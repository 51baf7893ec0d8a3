package reprise.pipeline;

/** What becomes of working orders when a process is stopped. */
public enum OrdersAtStop {
    /** All of them stay. */
    LEAVE,
    /** What could open a position is cancelled; what closes or protects one stays. */
    CANCEL,
    /** All are cancelled, and every position is closed at market. */
    FLATTEN
}
