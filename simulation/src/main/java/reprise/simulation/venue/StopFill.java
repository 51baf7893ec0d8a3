package reprise.simulation.venue;

/** At which price a stop fills that a bar reaches after its open. A stop that the open is beyond fills at the open either way. */
public enum StopFill {
    /** At the stop: as if the market traded there, and our order with it. */
    AT_STOP,
    /** At the worst price of the bar, high for purchases and low for sales, or at the limit of a stop-limit order if that is better. */
    WORST_IN_BAR
}
