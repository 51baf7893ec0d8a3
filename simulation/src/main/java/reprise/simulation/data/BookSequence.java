package reprise.simulation.data;

/**
 * Whether changes of an order book belong to the book that is known, by the numbers that the venue gives them: the rule by which Binance
 * documents how to keep a book. Changes as old as the snapshot are dropped; the first ones after it must begin no later than right behind
 * it; from then on each must follow the one before. Changes without numbers follow whatever was before them.
 */
final class BookSequence {
    /** What to do with changes. */
    enum Verdict {
        /** They follow. */
        APPLY,
        /** The book has them already. */
        OLD,
        /** Some before them are missing. */
        GAP,
        /** There is no book to apply them to. */
        AWAITING
    }

    private boolean live;
    private long last;

    /** A snapshot came: the book is known. */
    void snapshot(final StreamMessage message) {
        live = true;
        last = message.lastId;
    }

    /** The book is not known any more. */
    void lose() {
        live = false;
    }

    boolean isLive() {
        return live;
    }

    /** Takes the next changes. */
    Verdict changes(final StreamMessage message) {
        if (!live) {
            return Verdict.AWAITING;
        }
        if (message.lastId == StreamMessage.NONE) {
            return Verdict.APPLY;
        }
        if (message.lastId <= last) {
            return Verdict.OLD;
        }
        final boolean chained = message.previousId != StreamMessage.NONE && message.previousId == last;
        if (!chained && message.firstId > last + 1) {
            return Verdict.GAP;
        }
        last = message.lastId;
        return Verdict.APPLY;
    }

    /** What is wrong with changes that leave a gap; continues the sentence "file, line n: ...". */
    String problem(final StreamMessage message) {
        return "changes " + message.firstId + " to " + message.lastId + " of the book do not follow " + last
                + "; the book is not known from here to the next snapshot";
    }
}
