package reprise.bar;

/** What bars are built of. */
public enum BarInput {
    /** Trades between others. */
    TRADES,
    /** The middle of each sane quote; such bars have no volume. */
    QUOTES,
    /** The bars that the venue delivers for the instrument. */
    BARS
}
