package reprise.alpaca.json;

import java.nio.charset.StandardCharsets;

/** What valid strings of JSON stand for. Stateless. */
final class Escapes {
    private static final int TOO_LONG = -1;
    private static final int HEX_DIGITS = 4;

    private Escapes() {}

    /**
     * Writes the text that a string stands for, one byte for each character. Allocates nothing.
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
                c = character(text, at);
                at += lengthOf(text[at]);
            }
            if (written == target.length || c < 0 || c > 0x7f) {
                return TOO_LONG;
            }
            target[written++] = (byte) c;
        }
        return written;
    }

    /** All of the text that a string stands for. Allocates. */
    static String text(final byte[] text, final int start, final int length) {
        final StringBuilder builder = new StringBuilder(length);
        final int end = start + length;
        int at = start;
        while (at < end) {
            int run = at;
            while (run < end && text[run] != '\\') {
                run++;
            }
            builder.append(new String(text, at, run - at, StandardCharsets.UTF_8));
            at = run;
            if (at < end) {
                builder.append((char) character(text, at + 1));
                at += 1 + lengthOf(text[at + 1]);
            }
        }
        return builder.toString();
    }

    private static int lengthOf(final byte letter) {
        return letter == 'u' ? 1 + HEX_DIGITS : 1;
    }

    /** What is after a backslash. */
    private static int character(final byte[] text, final int start) {
        return switch (text[start]) {
            case 'u' -> hex(text, start + 1);
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> text[start];
        };
    }

    private static int hex(final byte[] text, final int start) {
        int value = 0;
        for (int i = start; i < start + HEX_DIGITS; i++) {
            value = value << 4 | Character.digit(text[i], 16);
        }
        return value;
    }
}
