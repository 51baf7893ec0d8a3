package reprise.pipeline;

/**
 * What waited in a pipeline, for how long, and how much at once: the figures by which an overload is told from a quiet day. A snapshot of
 * counters that stages and publishers keep as they go; what still waits when it is taken is counted when it is over.
 *
 * @param marketData publishers of market data that found the input ring full.
 * @param orders publishers of everything else that venues say, of time and of the run, likewise.
 * @param operator publishers of the operator's requests, likewise.
 * @param output the core, which found the output ring full.
 * @param deepest how much lay before each stage at once.
 * @param eventFlushNsMax the longest flush of the event log, nanoseconds.
 * @param commandFlushNsMax the longest flush of the command log, nanoseconds.
 * @param conflatedQuotes quotes that a newer one of the same instrument took the place of before they were published.
 */
public record PipelineLoad(
        Waits marketData,
        Waits orders,
        Waits operator,
        Waits output,
        Depths deepest,
        long eventFlushNsMax,
        long commandFlushNsMax,
        long conflatedQuotes) {
    /** Of stages that run on the caller's thread, where nothing can wait. */
    public static final PipelineLoad NONE =
            new PipelineLoad(Waits.NONE, Waits.NONE, Waits.NONE, Waits.NONE, new Depths(0, 0, 0, 0), 0, 0, 0);

    /**
     * Waiting for room in a ring.
     *
     * @param count how often.
     * @param totalNs how long in all, nanoseconds.
     * @param longestNs how long at most, nanoseconds.
     */
    public record Waits(long count, long totalNs, long longestNs) {
        /** Nobody waited. */
        public static final Waits NONE = new Waits(0, 0, 0);
    }

    /**
     * The most messages that lay before a stage when it began a batch, the batch included. In the fused layout the first figure is of the one
     * stage that there is, and the others are 0.
     *
     * @param eventLog events not on record yet.
     * @param core events on record that the core had not seen.
     * @param commandLog commands not on record yet.
     * @param venues commands on record that no venue had taken.
     */
    public record Depths(long eventLog, long core, long commandLog, long venues) {}
}
