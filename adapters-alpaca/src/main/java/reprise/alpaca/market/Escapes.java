package reprise.alpaca.market;

/** Texts of JSON without their escapes. Stateless; allocates nothing. */
final class Escapes {
    private static final int TOO_LONG = -1;

    private Escapes() {}

    /**
     * Writes the text that a valid string stands for, one byte for each character.
     *
     * @return how many bytes; -1 if it does not fit or has characters that no key, symbol or time has.
     */
    static int unescape(final byte[] text, final int start, final int length, final byte[] target) {
        final int end = start + length;
        int written = 0;
        int at = start;
        while (at < end) {
            int c = text[at++];
            if (c == '\\') {
                c = text[at++];
                if (c == 'u') {
                    c = hex(text, at);
                    at += 4;
                } else {
                    c = plain(c);
                }
            }
            if (written == target.length || c < 0 || c > 0x7f) {
                return TOO_LONG;
            }
            target[written++] = (byte) c;
        }
        return written;
    }

    private static int hex(final byte[] text, final int start) {
        int value = 0;
        for (int i = start; i < start + 4; i++) {
            value = value << 4 | Character.digit(text[i], 16);
        }
        return value;
    }

    private static int plain(final int letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
