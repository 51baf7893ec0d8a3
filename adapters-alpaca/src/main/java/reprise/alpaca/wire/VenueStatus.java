package reprise.alpaca.wire;

import java.util.List;
import reprise.alpaca.json.JsonScanner;
import reprise.alpaca.json.MalformedJsonException;
import reprise.alpaca.json.WordTable;
import reprise.order.ReportedStatus;

/** Where an order is, in Alpaca's words. */
public enum VenueStatus {
    /** A word that we do not know, or none. */
    UNKNOWN("", null),
    /** At an exchange. */
    NEW("new", ReportedStatus.WORKING),
    /** Some of it traded. */
    PARTIALLY_FILLED("partially_filled", ReportedStatus.WORKING),
    /** All of it traded. */
    FILLED("filled", ReportedStatus.FILLED),
    /** Over for today. */
    DONE_FOR_DAY("done_for_day", ReportedStatus.WORKING),
    /** Withdrawn. */
    CANCELED("canceled", ReportedStatus.CANCELED),
    /** Its time in force ran out. */
    EXPIRED("expired", ReportedStatus.EXPIRED),
    /** Another order took its place. */
    REPLACED("replaced", null),
    /** To be withdrawn. */
    PENDING_CANCEL("pending_cancel", ReportedStatus.WORKING),
    /** To be replaced. */
    PENDING_REPLACE("pending_replace", ReportedStatus.WORKING),
    /** Taken, not at an exchange yet. */
    ACCEPTED("accepted", ReportedStatus.WORKING),
    /** On its way to an exchange. */
    PENDING_NEW("pending_new", ReportedStatus.WORKING),
    /** Waits for an auction. */
    ACCEPTED_FOR_BIDDING("accepted_for_bidding", ReportedStatus.WORKING),
    /** A trade is guaranteed. */
    STOPPED("stopped", ReportedStatus.WORKING),
    /** Not taken. */
    REJECTED("rejected", ReportedStatus.REJECTED),
    /** Does not trade for now. */
    SUSPENDED("suspended", ReportedStatus.WORKING),
    /** Over for today, being settled. */
    CALCULATED("calculated", ReportedStatus.WORKING),
    /** Waits for another order. */
    HELD("held", ReportedStatus.WORKING),
    /** Being looked at. */
    PENDING_REVIEW("pending_review", ReportedStatus.WORKING);

    private static final WordTable<VenueStatus> TABLE = new WordTable<>(List.of(values()), status -> status.word);

    private final String word;
    private final ReportedStatus reported;

    VenueStatus(final String word, final ReportedStatus reported) {
        this.word = word;
        this.reported = reported;
    }

    /** The next value. */
    static VenueStatus read(final JsonScanner scanner) throws MalformedJsonException {
        if (scanner.peek() != '"') {
            scanner.skipValue();
            return UNKNOWN;
        }
        final VenueStatus status = TABLE.find(scanner.string());
        return status == null ? UNKNOWN : status;
    }

    /**
     * The same in the engine's words.
     *
     * @return null for REPLACED and for what we do not know.
     */
    public ReportedStatus reported() {
        return reported;
    }

    /**
     * Whether nothing more happens to it.
     *
     * @return true for an end.
     */
    public boolean isFinal() {
        return this == FILLED || this == CANCELED || this == EXPIRED || this == REJECTED || this == REPLACED;
    }

    /**
     * Whether something may still happen to it.
     *
     * @return false for an end, and for what we do not know.
     */
    public boolean isOpen() {
        return this != UNKNOWN && !isFinal();
    }
}
