package reprise.strategies.rule;

/** A text of one condition and a place in it. Every error names its column. */
final class Scanner {
    static final int MAX_LENGTH = 1_000;

    private final String place;
    private final String text;
    private int position;

    Scanner(final String place, final String text) {
        this.place = place;
        this.text = text;
        if (text.length() > MAX_LENGTH) {
            throw error(0, "a condition has at most " + MAX_LENGTH + " characters, this one has " + text.length());
        }
    }

    int position() {
        skipSpace();
        return position;
    }

    void back(final int to) {
        position = to;
    }

    String since(final int start) {
        return text.substring(start, position);
    }

    boolean isAtEnd() {
        return position() == text.length();
    }

    /** The next character behind space; 0 at the end. */
    char peek() {
        return isAtEnd() ? 0 : text.charAt(position);
    }

    boolean accept(final char character) {
        final boolean found = peek() == character;
        position += found ? 1 : 0;
        return found;
    }

    /** The same, but not behind space. */
    boolean acceptHere(final char character) {
        final boolean found = position < text.length() && text.charAt(position) == character;
        position += found ? 1 : 0;
        return found;
    }

    void require(final char character, final String instead) {
        if (!accept(character)) {
            throw expected(instead);
        }
    }

    /** A whole word, if it is the next. */
    boolean acceptWord(final String word) {
        final int start = position();
        if (word.equals(word())) {
            return true;
        }
        position = start;
        return false;
    }

    /** The next word; empty if what comes is none. */
    String word() {
        skipSpace();
        final int start = position;
        if (position < text.length() && Character.isLetter(text.charAt(position))) {
            skipWhile("");
        }
        return text.substring(start, position);
    }

    private void skipWhile(final String besides) {
        while (position < text.length()) {
            final char character = text.charAt(position);
            final boolean inside = Character.isLetterOrDigit(character) || character == '_';
            final boolean joins = besides.indexOf(character) >= 0 && letterFollows();
            if (!inside && !joins) {
                return;
            }
            position++;
        }
    }

    private boolean letterFollows() {
        return position + 1 < text.length() && Character.isLetter(text.charAt(position + 1));
    }

    Term.Relation relation() {
        final Term.Relation relation = isAtEnd() ? null : Term.Relation.at(text, position);
        position += relation == null ? 0 : relation.sign().length();
        return relation;
    }

    boolean isAtNumber() {
        final char next = peek();
        return next >= '0' && next <= '9' || next == '.';
    }

    /** A number without sign. */
    double number() {
        final int start = position();
        skipNumber();
        try {
            return Double.parseDouble(text.substring(start, position));
        } catch (final NumberFormatException e) {
            position = start;
            throw expected("a number");
        }
    }

    private void skipNumber() {
        skipDigits();
        if (position + 1 < text.length() && text.charAt(position) == '.' && isDigit(position + 1)) {
            position++;
            skipDigits();
        }
    }

    private void skipDigits() {
        while (isDigit(position)) {
            position++;
        }
    }

    private boolean isDigit(final int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    int bars(final int least, final int most) {
        final int start = position();
        final double number = isAtNumber() ? number() : Double.NaN;
        if (!(number >= least && number <= most) || number != Math.rint(number)) {
            throw error(start, "expected a number of bars from " + least + " to " + most);
        }
        return (int) number;
    }

    /** Passes over the rest of an indicator as the catalog writes it: arguments in brackets, :numbers, .output, @symbol. */
    void skipIndicator(final int start) {
        if (acceptHere('(')) {
            int open = 1;
            while (open > 0) {
                if (position == text.length()) {
                    throw error(start, "')' is missing");
                }
                final char character = text.charAt(position++);
                open += character == '(' ? 1 : character == ')' ? -1 : 0;
            }
        }
        while (acceptHere(':')) {
            acceptHere('-');
            skipNumber();
        }
        if (position < text.length() && text.charAt(position) == '.' && letterFollows()) {
            position++;
            skipWhile("");
        }
        if (acceptHere('@')) {
            skipWhile("/.-");
        }
    }

    RuleException expected(final String what) {
        final String found = isAtEnd() ? "the end" : "'" + text.charAt(position) + "'";
        return error(position, "expected " + what + ", found " + found);
    }

    RuleException error(final int at, final String problem) {
        return new RuleException(place, "column " + (at + 1) + ": " + problem + " (in: " + shown() + ")");
    }

    private String shown() {
        return text.length() <= 120 ? text : text.substring(0, 117) + "...";
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }
}
