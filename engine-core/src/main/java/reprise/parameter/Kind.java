package reprise.parameter;

/** What a parameter is, where its type alone does not say so. */
public enum Kind {
    /** What its type says. */
    PLAIN,
    /** A {@code long}: an amount of the account's currency, in units of 1e-8; written 1000.50. */
    MONEY,
    /** A {@code long}: a length of time in nanoseconds; written 500ms, 10s, 5m, 72h or 2d. */
    DURATION,
    /** A {@code long}: a share of a whole in units of 1e-8; written 0.015 for 1.5 %. */
    SHARE,
    /** A {@code String}, or each of a list: the symbol of a configured instrument. */
    SYMBOL
}
