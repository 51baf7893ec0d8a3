package reprise.research.screening;

/** What became of a pair in a screen: accepted, or the first filter that it did not pass, in the order of the filters. */
public enum Verdict {
    /** Fewer common bars than asked for. */
    TOO_SHORT("too few common bars"),
    /** Returns are not correlated enough, or not at all because one does not move. */
    UNCORRELATED("correlation of returns"),
    /** One thing by two names, or by a fixed multiple. */
    COLLINEAR("same thing twice"),
    /** Without a p-value below the limit after the correction for all tests. */
    INSIGNIFICANT("cointegration p"),
    /** Both legs would be bought, or both sold: no market-neutral pair. */
    SAME_SIDE("hedge ratio not positive"),
    /** Too fast to trade, too slow to wait for, or not reverting. */
    HALF_LIFE("half-life"),
    /** Too few chances so far. */
    CROSSINGS("mean crossings"),
    /** The hedge ratio of a part of the time is not that of the whole. */
    UNSTABLE("hedge ratio drifts"),
    /** Passed all. */
    ACCEPTED("accepted");

    private final String words;

    Verdict(final String words) {
        this.words = words;
    }

    /**
     * The same for people.
     *
     * @return what accepted or refused it.
     */
    public String words() {
        return words;
    }
}
