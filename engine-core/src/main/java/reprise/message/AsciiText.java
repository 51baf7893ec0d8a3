package reprise.message;

/** Texts that go into a message: short, plain. */
final class AsciiText {
    /** The most characters of a text in a message. */
    static final int MAX_LENGTH = 200;

    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    private AsciiText() {}

    /** Refuses what a message cannot hold, before anything is written. */
    static void check(final String name, final String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    name + " has " + text.length() + " characters, at most " + MAX_LENGTH + " fit");
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < FIRST_PRINTABLE || text.charAt(i) > LAST_PRINTABLE) {
                throw new IllegalArgumentException(name + " must be printable ASCII: '" + text + "'");
            }
        }
    }

    /** Cuts what a venue says to what a message holds; characters beyond ASCII become question marks when encoded. */
    static String bounded(final String text) {
        if (text == null) {
            return "";
        }
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
