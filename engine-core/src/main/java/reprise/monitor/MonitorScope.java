package reprise.monitor;

/** Whose risk is watched. Ordinals and names are stable: they are journaled. */
public enum MonitorScope {
    /** The account as a whole; its id is 0. */
    ACCOUNT,
    /** A strategy, by its book; its id is that of the strategy, from 1. */
    STRATEGY;

    private static final MonitorScope[] VALUES = values();

    /**
     * The scope of a wire code.
     *
     * @param code ordinal.
     * @return the scope.
     */
    public static MonitorScope of(final int code) {
        return VALUES[code];
    }
}
