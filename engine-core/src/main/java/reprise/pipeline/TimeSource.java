package reprise.pipeline;

/** Where the sequencer takes time from: the one place where time enters the engine. */
@FunctionalInterface
public interface TimeSource {
    /** The data's own time: for backtests, and for runs in step with the data. */
    TimeSource OF_THE_DATA = sourceTimeNs -> sourceTimeNs;

    /**
     * Now. The sequencer never lets time go back, whatever this returns.
     *
     * @param sourceTimeNs when the event happened by its source; 0 if the source does not say.
     * @return nanoseconds since the epoch.
     */
    long timeNs(long sourceTimeNs);
}
