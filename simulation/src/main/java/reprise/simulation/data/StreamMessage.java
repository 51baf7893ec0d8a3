package reprise.simulation.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import reprise.market.Aggressor;

/** What a line of a recording says: a kind, and where in the line its parts are. Reused from line to line. */
final class StreamMessage {
    /** What a message is. */
    enum Kind {
        /** One trade. */
        TRADE,
        /** The best bid and offer. */
        QUOTE,
        /** All of the book that is known. */
        SNAPSHOT,
        /** Levels that changed. */
        CHANGES,
        /** Something else. */
        OTHER
    }

    /** A part of a message, somewhere in its line. */
    enum Part {
        SYMBOL,
        PRICE,
        QUANTITY,
        BID_PRICE,
        BID_QUANTITY,
        ASK_PRICE,
        ASK_QUANTITY,
        BIDS,
        ASKS,
        CHANGES;

        /** For people. */
        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** There is no such number. */
    static final long NONE = -1;

    private static final int PARTS = Part.values().length;

    Kind kind;
    byte[] bytes;
    /** The venue's time, epoch nanoseconds; 0 if the message has none. */
    long timeNs;
    /** When the recorder heard it, epoch nanoseconds; 0 if the line does not say. */
    long heardNs;
    /** Number of the first change, or of the state in a snapshot. */
    long firstId;
    /** Number of the last change. */
    long lastId;
    /** Number of the last change before these. */
    long previousId;

    long tradeId;
    /** Whether the venue marks the trade as none of its market. */
    boolean marked;

    Aggressor aggressor;
    private final int[] starts = new int[PARTS];
    private final int[] ends = new int[PARTS];

    void clear(final byte[] line) {
        bytes = line;
        kind = Kind.OTHER;
        timeNs = 0;
        heardNs = 0;
        firstId = NONE;
        lastId = NONE;
        previousId = NONE;
        tradeId = NONE;
        marked = false;
        aggressor = Aggressor.UNKNOWN;
        Arrays.fill(starts, -1);
        Arrays.fill(ends, -1);
    }

    /** Takes a part from where a field was found. */
    void put(final Part part, final JsonFields fields, final int name) {
        starts[part.ordinal()] = fields.start(name);
        ends[part.ordinal()] = fields.end(name);
    }

    int start(final Part part) {
        return starts[part.ordinal()];
    }

    int end(final Part part) {
        return ends[part.ordinal()];
    }

    /** The text of a part, empty if there is none. Allocates. */
    String text(final Part part) {
        return start(part) < 0 ? "" : new String(bytes, start(part), end(part) - start(part), StandardCharsets.UTF_8);
    }

    /** The kind of ticks that it makes; null for none. */
    TickKind tickKind() {
        return switch (kind) {
            case TRADE -> TickKind.TRADES;
            case QUOTE -> TickKind.QUOTES;
            case SNAPSHOT, CHANGES -> TickKind.BOOK;
            case OTHER -> null;
        };
    }
}
