package reprise.simulation.venue;

/** At which price stops fill that a bar reaches. */
public enum StopFill {
    /** At the stop, as if the market traded there and our order with it; at the open if that is beyond the stop already. */
    AT_STOP,
    /**
     * At the worst price of the bar, high for purchases and low for sales, or at the limit of a stop-limit order if that is better; also if
     * the open is beyond the stop.
     */
    WORST_IN_BAR
}
