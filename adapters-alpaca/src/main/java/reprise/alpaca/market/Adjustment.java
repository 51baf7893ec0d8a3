package reprise.alpaca.market;

/** What prices of the past are adjusted for. */
public enum Adjustment {
    /** Nothing: as they were traded. */
    RAW("raw"),
    /** Splits. */
    SPLIT("split"),
    /** Dividends. */
    DIVIDEND("dividend"),
    /** Everything. */
    ALL("all");

    private final String text;

    Adjustment(final String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
