package reprise.simulation.data;

/** Tells by their ids whether trades were there already, and how many are missing. */
final class TradeIds {
    private static final long NONE = -1;

    private final TickQuality quality;
    private long last = NONE;

    TradeIds(final TickQuality quality) {
        this.quality = quality;
    }

    /** Takes the next trade; an id that is no number, or below 0, tells nothing. */
    boolean isNew(final long id) {
        if (id < 0) {
            return true;
        }
        if (last != NONE && id <= last) {
            return false;
        }
        if (last != NONE) {
            quality.missing(id - last - 1);
        }
        last = id;
        return true;
    }

    /** Why a trade is not new; continues the sentence "file, line n: ...". */
    String problem(final long id) {
        return "trade " + id + " is not newer than the one before, " + last + "; expected each trade once, in order";
    }
}
