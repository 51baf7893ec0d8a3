package reprise.app.config;

import java.util.Collection;
import reprise.indicator.NearestName;

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
        final String nearest = NearestName.of(word, known);
        return nearest == null ? "" : " (did you mean " + nearest + "?)";
    }
}
