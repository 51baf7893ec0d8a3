package reprise.monitor;

/**
 * A limit and what is to be done beyond it. At the limit is within. Immutable.
 *
 * @param value in the unit of the measure; 0 for no limit.
 * @param action when it is exceeded.
 */
public record MonitorLimit(long value, MonitorAction action) {
    /** No limit. */
    public static final MonitorLimit NONE = new MonitorLimit(0, MonitorAction.WARN);

    /** Checks the value. */
    public MonitorLimit {
        if (value < 0) {
            throw new IllegalArgumentException("risk monitor: a limit is " + value + ", allowed: 0 (none) and above");
        }
    }

    /**
     * Whether there is a limit.
     *
     * @return whether anything can exceed it.
     */
    public boolean isSet() {
        return value > 0;
    }
}
