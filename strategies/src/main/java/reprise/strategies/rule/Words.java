package reprise.strategies.rule;

import java.util.Collection;
import java.util.List;
import reprise.indicator.NearestName;

/** The words of the language, and which of some words another was probably meant to be. */
final class Words {
    /** What stands between operands, and so can name nothing else. */
    static final List<String> KEYWORDS =
            List.of("and", "or", "not", "then", "within", "crosses", "above", "below", "true", "false");

    private Words() {}

    /** A question to append to an error; nothing if no known word is near. */
    static String suggestion(final String word, final Collection<String> known) {
        final String nearest = NearestName.of(word, known);
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }
}
