package reprise.simulation.backtest;

/**
 * How much of the data is history: told to the engine at once before trading begins, so that indicators have their values with the first bar
 * that can be traded. Where the data has several sources, history ends for all of them at the same moment.
 *
 * @param bars of each source that are history; with {@code untilNs} the last so many before it. 0: as many as there are.
 * @param untilNs the moment up to which bars are history, nanoseconds since the epoch. 0: when every source has had its {@code bars}.
 */
public record Warmup(int bars, long untilNs) {
    /** Everything is traded. */
    public static final Warmup NONE = new Warmup(0, 0);

    /** Checks the numbers. */
    public Warmup {
        if (bars < 0 || untilNs < 0) {
            throw new IllegalArgumentException("impossible warm-up: bars=" + bars + ", untilNs=" + untilNs);
        }
    }

    boolean isNone() {
        return bars == 0 && untilNs == 0;
    }
}
