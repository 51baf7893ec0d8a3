package reprise.monitor;

/** What is to be done when a limit is exceeded, mildest first. Ordinals and names are stable: they are journaled. */
public enum MonitorAction {
    /** Nothing but to say so. */
    WARN,
    /** Only orders that reduce positions may pass. */
    REDUCE_ONLY,
    /** No orders may pass; positions stay. */
    HALT,
    /** Positions are closed and nothing is opened; whether working orders are cancelled first is a setting. */
    FLATTEN;

    private static final MonitorAction[] VALUES = values();

    /**
     * The action of a wire code.
     *
     * @param code ordinal.
     * @return the action.
     */
    public static MonitorAction of(final int code) {
        return VALUES[code];
    }
}
