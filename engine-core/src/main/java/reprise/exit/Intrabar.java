package reprise.exit;

/** In which order a bar without ticks is believed to have reached its extremes. */
public enum Intrabar {
    /** The adverse extreme first, against the stop that the bars before left behind. The one to trade and to report by. */
    PESSIMISTIC,
    /** The favourable extreme first, and the stop follows it before the adverse one. Only to measure how much depends on the order. */
    OPTIMISTIC
}
