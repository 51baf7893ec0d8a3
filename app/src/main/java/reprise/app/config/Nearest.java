package reprise.app.config;

import java.util.Collection;

/** Finds what a mistyped word was probably meant to be. */
public final class Nearest {
    private Nearest() {}

    /**
     * A question to append to an error.
     *
     * @param word that is not known.
     * @param known words.
     * @return such as {@code " (did you mean emaFast?)"}, or nothing if no known word is near.
     */
    public static String suggestion(final String word, final Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(2, word.length() / 3) + 1;
        for (final String candidate : known) {
            final int distance = distance(word, candidate);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best == null ? "" : " (did you mean " + best + "?)";
    }

    /** Levenshtein's distance, not minding case. */
    private static int distance(final String a, final String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            final int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                final boolean equal = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                final int substituted = previous[j - 1] + (equal ? 0 : 1);
                current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
