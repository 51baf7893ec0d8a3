package reprise.guard;

/**
 * The values of all checks for an instrument. Immutable. A value is within its limit as long as it is not greater.
 *
 * @param strict whether every warning counts as a failure.
 * @param maxSpreadBps the widest spread, in hundredths of a percent of the middle.
 * @param jumpWarnBps from bar to bar or from trade to trade, in hundredths of a percent; more is a warning.
 * @param jumpFailBps the same; more is a failure.
 * @param gapWarnBars how many bars may be missing in a row; more is a warning.
 * @param gapFailBars the same; more is a failure.
 * @param healBars how many bars in a row must be fine before a failed jump or gap of bars is over.
 * @param healTrades how many trades in a row must be fine before a failed jump of trades is over.
 * @param staleQuoteNs open time after which a quote is stale, in nanoseconds; 0 for never.
 * @param staleTradeNs open time after which a trade is stale, in nanoseconds; 0 for never.
 * @param staleBars bar lengths after its close by which a bar is stale; 0 for never.
 * @param barDelayNs how long a bar may take to arrive on top of that, in nanoseconds.
 * @param maxDisorderNs how much older than one before it a trade may be and still be taken, in nanoseconds.
 * @param maxAheadNs how far ahead of the engine's clock a venue's may be, in nanoseconds.
 */
public record GuardLimits(
        boolean strict,
        int maxSpreadBps,
        int jumpWarnBps,
        int jumpFailBps,
        int gapWarnBars,
        int gapFailBars,
        int healBars,
        int healTrades,
        long staleQuoteNs,
        long staleTradeNs,
        int staleBars,
        long barDelayNs,
        long maxDisorderNs,
        long maxAheadNs) {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MINUTE_NS = 60 * SECOND_NS;
    private static final long MAX_SPAN_NS = 31 * 24 * 60 * MINUTE_NS;
    private static final int MAX_BPS = 1_000_000;
    private static final int MAX_COUNT = 1_000;
    private static final long PPM_PER_BPS = 100;

    /** Checks every value. */
    public GuardLimits {
        require("maxSpreadBps", maxSpreadBps, 1, MAX_BPS);
        require("jumpWarnBps", jumpWarnBps, 1, MAX_BPS);
        require("jumpFailBps", jumpFailBps, jumpWarnBps, MAX_BPS);
        require("gapWarnBars", gapWarnBars, 0, MAX_COUNT);
        require("gapFailBars", gapFailBars, gapWarnBars, MAX_COUNT);
        require("healBars", healBars, 1, MAX_COUNT);
        require("healTrades", healTrades, 1, MAX_COUNT);
        require("staleQuoteNs", staleQuoteNs, 0, MAX_SPAN_NS);
        require("staleTradeNs", staleTradeNs, 0, MAX_SPAN_NS);
        require("staleBars", staleBars, 0, MAX_COUNT);
        require("barDelayNs", barDelayNs, 0, MAX_SPAN_NS);
        require("maxDisorderNs", maxDisorderNs, 0, MAX_SPAN_NS);
        require("maxAheadNs", maxAheadNs, 0, MAX_SPAN_NS);
    }

    private static void require(final String name, final long value, final long min, final long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "data guard: " + name + " is " + value + ", allowed: " + min + " to " + max);
        }
    }

    /**
     * The defaults for an instrument that is traded on bars of a length: spread 50, jumps 300 and 1500; a missing bar is a warning, more
     * than ten are a failure; a quote is stale after a bar's length and a trade after twice that, but not before 30 seconds and not after
     * ten minutes; a bar when the third after it did not come.
     *
     * @param barNs the length, in nanoseconds.
     * @return the limits, not strict.
     */
    public static GuardLimits forBars(final long barNs) {
        return new GuardLimits(
                false,
                50,
                300,
                1_500,
                0,
                10,
                3,
                10,
                clamp(barNs),
                clamp(2 * barNs),
                3,
                5 * SECOND_NS,
                SECOND_NS,
                10 * SECOND_NS);
    }

    private static long clamp(final long spanNs) {
        return Math.max(30 * SECOND_NS, Math.min(10 * MINUTE_NS, spanNs));
    }

    /**
     * The same limits, strict or not.
     *
     * @param newStrict whether every warning counts as a failure.
     * @return other limits.
     */
    public GuardLimits withStrict(final boolean newStrict) {
        return new GuardLimits(
                newStrict,
                maxSpreadBps,
                jumpWarnBps,
                jumpFailBps,
                gapWarnBars,
                gapFailBars,
                healBars,
                healTrades,
                staleQuoteNs,
                staleTradeNs,
                staleBars,
                barDelayNs,
                maxDisorderNs,
                maxAheadNs);
    }

    long maxSpreadPpm() {
        return maxSpreadBps * PPM_PER_BPS;
    }

    long jumpWarnPpm() {
        return jumpWarnBps * PPM_PER_BPS;
    }

    long jumpFailPpm() {
        return jumpFailBps * PPM_PER_BPS;
    }
}
