package reprise.alpaca.market;

/** The errors of a market data stream by their codes: whether to go on, to try again, or to give up, and what to tell the user. */
enum StreamError {
    BAD_SYNTAX(400, Consequence.RETRY, "the server did not understand a message"),
    NOT_AUTHENTICATED(401, Consequence.RETRY, "not authenticated"),
    WRONG_KEY(
            402,
            Consequence.STOP,
            "Alpaca does not accept the key: check its id and secret, and that they belong to this account"
                    + " (paper and live keys differ; resetting a paper account makes new ones necessary)"),
    ALREADY_AUTHENTICATED(403, Consequence.GO_ON, "already authenticated"),
    AUTHENTICATION_LATE(404, Consequence.RETRY, "authentication came too late"),
    TOO_MANY_SYMBOLS(
            405,
            Consequence.STOP_AT_FIRST,
            "more symbols than the plan allows: trade fewer instruments, do without trades or quotes, or subscribe to"
                    + " a larger plan"),
    TOO_MANY_CONNECTIONS(
            406, Consequence.RETRY, "another connection of this key holds the only slot; a dead one does for a while"),
    TOO_SLOW(407, Consequence.RETRY, "the server cut us off because we read too slowly"),
    NOT_ENABLED(408, Consequence.STOP, "this account may not use market data streams: enable them at Alpaca"),
    NOT_SUBSCRIBED(
            409,
            Consequence.STOP,
            "the plan does not include this feed: choose feed iex, or subscribe to a larger plan"),
    NOT_OF_THIS_FEED(410, Consequence.STOP_AT_FIRST, "this feed does not have everything that was asked for"),
    SCOPE_TOO_SMALL(411, Consequence.STOP, "the token's scope does not include market data: ask for one that does"),
    INTERNAL(500, Consequence.RETRY, "an internal error of the server"),
    UNKNOWN(0, Consequence.GO_ON_IF_ESTABLISHED, "an unknown error");

    /** What follows from an error. */
    enum Consequence {
        GO_ON,
        RETRY,
        STOP,
        /** Stop if it never worked; otherwise try again. */
        STOP_AT_FIRST,
        /** Go on if all was agreed before; otherwise try again. */
        GO_ON_IF_ESTABLISHED
    }

    private final int code;
    private final Consequence consequence;
    private final String words;

    StreamError(final int code, final Consequence consequence, final String words) {
        this.code = code;
        this.consequence = consequence;
        this.words = words;
    }

    static StreamError of(final int code) {
        for (final StreamError error : values()) {
            if (error.code == code) {
                return error;
            }
        }
        return UNKNOWN;
    }

    Consequence consequence() {
        return consequence;
    }

    String words() {
        return words;
    }
}
