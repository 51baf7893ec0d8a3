package reprise.execution;

/**
 * How a large order is cut.
 *
 * @param maxSlice the most that one child may be, in quantity units.
 * @param minIntervalNs least time between two children, in nanoseconds; also how long a child may work before its rest joins the next one.
 * @param limitOrders whether children are limit orders at the touch; else market orders.
 */
public record SlicingSettings(long maxSlice, long minIntervalNs, boolean limitOrders) {
    /** Checks every value. */
    public SlicingSettings {
        if (maxSlice <= 0 || minIntervalNs <= 0) {
            throw new IllegalArgumentException(
                    "slicing: maxSlice and minIntervalNs must be above 0: " + maxSlice + ", " + minIntervalNs);
        }
    }
}
