package reprise.alpaca.market;

import java.util.List;
import reprise.alpaca.json.ShortKeys;

/** The fields of messages about the market that are used, by key. */
final class Field {
    static final int TYPE = 0;
    static final int SYMBOL = 1;
    static final int TIME = 2;
    static final int PRICE = 3;
    static final int SIZE = 4;
    static final int OPEN = 5;
    static final int HIGH = 6;
    static final int LOW = 7;
    static final int CLOSE = 8;
    static final int VOLUME = 9;
    static final int UPPER = 10;
    static final int LOWER = 11;
    static final int BIDS = 12;
    static final int ASKS = 13;
    static final int RESET = 14;
    static final int BID_PRICE = 15;
    static final int BID_SIZE = 16;
    static final int ASK_PRICE = 17;
    static final int ASK_SIZE = 18;
    static final int OLD_PRICE = 19;
    static final int OLD_SIZE = 20;
    static final int NEW_PRICE = 21;
    static final int NEW_SIZE = 22;
    static final int STATUS = 23;
    static final int TAKER = 24;
    static final int ID = 25;
    static final int EXCHANGE = 26;
    static final int CORRECTED_ID = 27;
    static final int COUNT = 28;

    /** In a trade of the past the key of {@link #UPPER} says whether it was taken back or corrected. */
    static final int UPDATE = UPPER;

    /** The keys, in the order of the numbers. */
    static final ShortKeys KEYS = new ShortKeys(List.of(
            "T", "S", "t", "p", "s", "o", "h", "l", "c", "v", "u", "d", "b", "a", "r", "bp", "bs", "ap", "as", "op",
            "os", "cp", "cs", "sc", "tks", "i", "x", "ci"));

    private Field() {}
}
