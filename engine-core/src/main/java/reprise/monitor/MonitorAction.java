package reprise.monitor;

/** What is to be done when a limit is exceeded, mildest first. Ordinals and names are stable: they are journaled. */
public enum MonitorAction {
    /** Nothing but to say so. */
    WARN,
    /** Only orders that reduce positions may pass. */
    REDUCE_ONLY,
    /** No orders may pass; positions stay. */
    HALT,
    /** Working orders are cancelled, then positions are closed: an order that may still fill beside the closing one could turn a position over. */
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
