package reprise.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far {@link ChronicleLog#flush()} takes the records. Whatever the policy, a flush hands them to the operating system, so that they
 * survive the death of the process; the policies differ in what survives the death of the machine. {@code docs/guarantees.md} says what
 * each is worth.
 *
 * @param mode when the disk is asked.
 * @param intervalMs between two times, in milliseconds; 0 but for {@link Mode#INTERVAL}.
 */
public record SyncPolicy(Mode mode, int intervalMs) {
    /** When a log is forced to the disk. */
    public enum Mode {
        /** Never but by the operating system, when it likes. */
        NONE,

        /** Every so many milliseconds, by a thread of the log's own; no flush waits for it. */
        INTERVAL,

        /** In each flush, which waits until the disk has the records. */
        BATCH,

        /** In each flush that has a record about orders, accounts, an operator's request or a command; market data go along with those. */
        ORDERS
    }

    /** Leaves it to the operating system. */
    public static final SyncPolicy NONE = new SyncPolicy(Mode.NONE, 0);

    /** Forces each batch. */
    public static final SyncPolicy BATCH = new SyncPolicy(Mode.BATCH, 0);

    /** Forces what is about orders. */
    public static final SyncPolicy ORDERS = new SyncPolicy(Mode.ORDERS, 0);

    /** The longest interval; whoever wants more wants none. */
    public static final int INTERVAL_MS_MAX = 60_000;

    /** Templates below it are the run's beginning, the clock and the market; see the schema. */
    private static final int FIRST_ORDER_TEMPLATE = 30;

    private static final Pattern INTERVAL = Pattern.compile("([1-9][0-9]{0,5})ms");

    /** Checks the interval. */
    public SyncPolicy {
        final boolean isRight =
                mode == Mode.INTERVAL ? intervalMs >= 1 && intervalMs <= INTERVAL_MS_MAX : intervalMs == 0;
        if (!isRight) {
            throw new IllegalArgumentException("interval of a sync policy: " + intervalMs + " ms for " + mode
                    + ", allowed: 1.." + INTERVAL_MS_MAX + " for INTERVAL, 0 for others");
        }
    }

    /**
     * Forces every so many milliseconds.
     *
     * @param intervalMs between the end of one time and the next, 1 to {@link #INTERVAL_MS_MAX}.
     * @return the policy.
     */
    public static SyncPolicy everyMs(final int intervalMs) {
        return new SyncPolicy(Mode.INTERVAL, intervalMs);
    }

    /**
     * Reads a policy as a configuration writes it.
     *
     * @param text {@code none}, {@code batch}, {@code orders}, or an interval such as {@code 50ms}.
     * @return the policy.
     * @throws IllegalArgumentException that says what is allowed.
     */
    public static SyncPolicy parse(final String text) {
        final Matcher interval = INTERVAL.matcher(text);
        if (interval.matches() && Integer.parseInt(interval.group(1)) <= INTERVAL_MS_MAX) {
            return everyMs(Integer.parseInt(interval.group(1)));
        }
        return switch (text) {
            case "none" -> NONE;
            case "batch" -> BATCH;
            case "orders" -> ORDERS;
            default ->
                throw new IllegalArgumentException("'" + text
                        + "' is not one of none, batch, orders, or an interval from 1ms to " + INTERVAL_MS_MAX
                        + "ms such as 50ms");
        };
    }

    /** Whether a log under this policy is ever forced, and so at a roll and at its end. */
    boolean isForcing() {
        return mode != Mode.NONE;
    }

    /** Whether the flush that has a record of that template must wait for the disk. */
    boolean isForcedBy(final int templateId) {
        return mode == Mode.BATCH || (mode == Mode.ORDERS && templateId >= FIRST_ORDER_TEMPLATE);
    }

    /**
     * The policy as a configuration writes it.
     *
     * @return what {@link #parse(String)} reads.
     */
    @Override
    public String toString() {
        return switch (mode) {
            case NONE -> "none";
            case INTERVAL -> intervalMs + "ms";
            case BATCH -> "batch";
            case ORDERS -> "orders";
        };
    }
}
