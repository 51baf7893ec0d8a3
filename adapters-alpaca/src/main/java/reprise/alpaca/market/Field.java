package reprise.alpaca.market;

/** The fields of messages about the market that are used, by key. */
final class Field {
    static final int NONE = -1;
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
    static final int COUNT = 25;

    private Field() {}

    /** The field of a key, or {@link #NONE}. */
    static int of(final byte[] text, final int start, final int length) {
        return switch (length) {
            case 1 -> ofShort(text[start] & 0xff);
            case 2 -> ofShort((text[start] & 0xff) << 8 | text[start + 1] & 0xff);
            case 3 -> text[start] == 't' && text[start + 1] == 'k' && text[start + 2] == 's' ? TAKER : NONE;
            default -> NONE;
        };
    }

    /** The field of a key of one or two characters, the last one in the lowest byte. */
    static int ofShort(final int key) {
        return key < 256 ? ofLetter(key) : ofPair(key);
    }

    private static int ofLetter(final int letter) {
        return switch (letter) {
            case 'T' -> TYPE;
            case 'S' -> SYMBOL;
            case 't' -> TIME;
            case 'p' -> PRICE;
            case 's' -> SIZE;
            case 'o' -> OPEN;
            case 'h' -> HIGH;
            case 'l' -> LOW;
            case 'c' -> CLOSE;
            case 'v' -> VOLUME;
            case 'u' -> UPPER;
            case 'd' -> LOWER;
            case 'b' -> BIDS;
            case 'a' -> ASKS;
            case 'r' -> RESET;
            default -> NONE;
        };
    }

    private static int ofPair(final int pair) {
        return switch (pair) {
            case 'b' << 8 | 'p' -> BID_PRICE;
            case 'b' << 8 | 's' -> BID_SIZE;
            case 'a' << 8 | 'p' -> ASK_PRICE;
            case 'a' << 8 | 's' -> ASK_SIZE;
            case 'o' << 8 | 'p' -> OLD_PRICE;
            case 'o' << 8 | 's' -> OLD_SIZE;
            case 'c' << 8 | 'p' -> NEW_PRICE;
            case 'c' << 8 | 's' -> NEW_SIZE;
            case 's' << 8 | 'c' -> STATUS;
            default -> NONE;
        };
    }
}
