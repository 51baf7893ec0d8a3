package reprise.message;

/** Texts that go into a message: short, plain. */
final class AsciiText {
    /** The most characters of a text in a message. */
    static final int MAX_LENGTH = 200;

    private AsciiText() {}

    /** Cuts what a venue says to what a message holds; characters beyond ASCII become question marks when encoded. */
    static String bounded(final String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
