package reprise.alpaca.wire;

import java.util.List;
import reprise.alpaca.json.JsonScanner;
import reprise.alpaca.json.MalformedJsonException;
import reprise.alpaca.json.WordTable;

/** What happened to an order, in Alpaca's words. */
public enum UpdateEvent {
    /** A word that we do not know, or none. */
    UNKNOWN(""),
    /** Taken. */
    ACCEPTED("accepted"),
    /** On its way to an exchange. */
    PENDING_NEW("pending_new"),
    /** At an exchange. */
    NEW("new"),
    /** Some of it traded. */
    PARTIAL_FILL("partial_fill"),
    /** The rest traded. */
    FILL("fill"),
    /** Withdrawn. */
    CANCELED("canceled"),
    /** Its time in force ran out. */
    EXPIRED("expired"),
    /** Not taken. */
    REJECTED("rejected"),
    /** Another order took its place; the message is about the old one. */
    REPLACED("replaced"),
    /** To be withdrawn. */
    PENDING_CANCEL("pending_cancel"),
    /** To be replaced. */
    PENDING_REPLACE("pending_replace"),
    /** Not withdrawn. */
    CANCEL_REJECTED("order_cancel_rejected"),
    /** Not replaced. */
    REPLACE_REJECTED("order_replace_rejected"),
    /** Over for today. */
    DONE_FOR_DAY("done_for_day"),
    /** A trade is guaranteed. */
    STOPPED("stopped"),
    /** Does not trade for now. */
    SUSPENDED("suspended"),
    /** Being settled. */
    CALCULATED("calculated"),
    /** Waits for another order. */
    HELD("held"),
    /** Changed by the venue. */
    RESTATED("restated"),
    /** A fill was taken back. */
    TRADE_BUST("trade_bust"),
    /** A fill was changed. */
    TRADE_CORRECT("trade_correct");

    private static final WordTable<UpdateEvent> TABLE = new WordTable<>(List.of(values()), event -> event.word);

    private final String word;

    UpdateEvent(final String word) {
        this.word = word;
    }

    /** The next value. */
    static UpdateEvent read(final JsonScanner scanner) throws MalformedJsonException {
        if (scanner.peek() != '"') {
            scanner.skipValue();
            return UNKNOWN;
        }
        final UpdateEvent event = TABLE.find(scanner.string());
        return event == null ? UNKNOWN : event;
    }
}
