package reprise.alpaca.market;

/** What can be wrong with what a market data stream says. */
public enum Problem {
    /** The frame is no JSON from some place on; what came before it was used, the rest was not. */
    MALFORMED("no JSON"),
    /** A message lacks a field, or a field is not of its type or not possible; the message was left out. */
    BAD_FIELD("a field that is missing or wrong"),
    /** A price or a quantity is larger than any market has; the message was left out. */
    OUT_OF_RANGE("a number beyond all reason"),
    /** A price or a quantity is finer than the instrument's scale, and was rounded. */
    ROUNDED("a number finer than the instrument's scale, rounded"),
    /** A level of an order book is between the instrument's prices; the level was left out. */
    OFF_SCALE("a price level finer than the instrument's scale, left out"),
    /** A message of an unknown type; it was left out. */
    UNKNOWN_TYPE("a message of an unknown type"),
    /** A message about something that is not traded here; it was left out. */
    UNKNOWN_SYMBOL("a symbol that was not asked for"),
    /** A status code that nobody here knows; the status stays as it was. */
    UNKNOWN_STATUS("an unknown trading status");

    private final String words;

    Problem(final String words) {
        this.words = words;
    }

    /**
     * For the user.
     *
     * @return what it is, in words.
     */
    public String words() {
        return words;
    }
}
