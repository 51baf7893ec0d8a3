package reprise.indicator;

import java.util.Collection;

/** Which of some names a mistyped one was probably meant to be, for the errors of everybody who reads names. Allocates. */
public final class NearestName {
    private NearestName() {}

    /**
     * The nearest name.
     *
     * @param word that is not known.
     * @param names that are; of equally near ones the first.
     * @return null if none is within two letters, or within a third of the word.
     */
    public static String of(final String word, final Collection<String> names) {
        return within(Math.max(2, word.length() / 3), word, names);
    }

    /** The nearest of all that are at most so many letters away; null for none. */
    static String within(final int distance, final String word, final Collection<String> names) {
        String nearest = null;
        int least = distance;
        for (final String name : names) {
            final int found = distance(word, name);
            if (found < least || found == least && nearest == null) {
                least = found;
                nearest = name;
            }
        }
        return nearest;
    }

    /** How many letters must be put in, taken out or changed (Levenshtein), not minding case. */
    private static int distance(final String a, final String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            final int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                final boolean equal = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                row[j] = Math.min(above[j - 1] + (equal ? 0 : 1), 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
