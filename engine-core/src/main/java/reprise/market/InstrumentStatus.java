package reprise.market;

/** Whether an instrument trades. Ordinals are wire codes. */
public enum InstrumentStatus {
    /** Trades. */
    TRADING,
    /** Halted by its market; orders may be refused. */
    HALTED,
    /** Orders are collected; nothing trades until the auction ends. */
    AUCTION,
    /** Closed until the next session. */
    CLOSED;

    private static final InstrumentStatus[] VALUES = values();

    /**
     * The status of a wire code.
     *
     * @param code ordinal.
     * @return the status.
     */
    public static InstrumentStatus of(final int code) {
        return VALUES[code];
    }
}
