package reprise.strategies.rule;

import java.util.Collection;
import java.util.List;

/** The words of the language, and which of some words another was probably meant to be. */
final class Words {
    /** What stands between operands, and so can name nothing else. */
    static final List<String> KEYWORDS =
            List.of("and", "or", "not", "then", "within", "crosses", "above", "below", "true", "false");

    private Words() {}

    /** A question to append to an error; nothing if no known word is near. */
    static String suggestion(final String word, final Collection<String> known) {
        String best = null;
        int least = Math.max(2, word.length() / 3) + 1;
        for (final String candidate : known) {
            final int distance = distance(word, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best == null ? "" : "; did you mean '" + best + "'?";
    }

    /** How many letters must be put in, taken out or changed. */
    private static int distance(final String a, final String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            final int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                final int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
