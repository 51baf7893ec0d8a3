package reprise.simulation.data;

/** What a file of ticks can tell. At one time trades come before quotes, and quotes before levels of the book. */
public enum TickKind {
    /** Trades between others. */
    TRADES("trades"),
    /** The best bid and offer. */
    QUOTES("quotes"),
    /** The order book, level by level. */
    BOOK("book levels");

    private final String label;

    TickKind(final String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
