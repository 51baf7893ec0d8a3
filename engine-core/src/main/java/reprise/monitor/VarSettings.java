package reprise.monitor;

/**
 * How value at risk is measured. Immutable.
 *
 * @param confidence one-sided, 0.5 to 0.9999; 0.95 asks for the loss that one minute in twenty exceeds.
 * @param windowReturns how many minutes of history are looked at, 2 to 100,000.
 * @param minReturns how many of them must be known before there is a value, 2 to the window.
 * @param refreshNs how often it is measured, in nanoseconds; a second to a day.
 * @param method which value is compared with the limit.
 */
public record VarSettings(double confidence, int windowReturns, int minReturns, long refreshNs, VarMethod method) {
    /** The defaults: 95 %, a day of minutes of which 100 must be known, every minute, historical. */
    public static final VarSettings DEFAULT = new VarSettings(0.95, 1_440, 100, 60_000_000_000L, VarMethod.HISTORICAL);

    private static final int MAX_WINDOW = 100_000;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DAY_NS = 86_400 * SECOND_NS;

    /** Checks every value. */
    public VarSettings {
        require("confidence", confidence, confidence >= 0.5 && confidence <= 0.9999, "0.5 to 0.9999");
        require(
                "windowReturns",
                windowReturns,
                windowReturns >= 2 && windowReturns <= MAX_WINDOW,
                "2 to " + MAX_WINDOW);
        require("minReturns", minReturns, minReturns >= 2 && minReturns <= windowReturns, "2 to windowReturns");
        require("refreshNs", refreshNs, refreshNs >= SECOND_NS && refreshNs <= DAY_NS, "a second to a day");
    }

    private static void require(final String name, final Object value, final boolean allowed, final String range) {
        if (!allowed) {
            throw new IllegalArgumentException("risk monitor: " + name + " is " + value + ", allowed: " + range);
        }
    }
}
