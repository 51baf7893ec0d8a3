package reprise.simulation.backtest;

/** Is told now and then how far a run is. */
@FunctionalInterface
public interface SessionProgress {
    /** Is told nothing. */
    SessionProgress SILENT = (bars, timeNs) -> {};

    /**
     * The run has come so far. Called on the feeding thread when the engine is idle, so that the core and its observer may be read.
     *
     * @param bars that have closed.
     * @param timeNs of the data, nanoseconds since the epoch.
     */
    void onProgress(long bars, long timeNs);
}
