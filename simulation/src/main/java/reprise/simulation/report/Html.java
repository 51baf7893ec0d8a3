package reprise.simulation.report;

/** Writes HTML piece by piece. Whatever is not a constant of this program passes through {@link #escape}. */
public final class Html {
    private final StringBuilder out = new StringBuilder();

    /**
     * Text that means itself wherever it stands, between tags or in quoted attributes.
     *
     * @param text any.
     * @return the same for HTML.
     */
    public static String escape(final String text) {
        final StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Tags, as they stand. */
    Html raw(final String constant) {
        out.append(constant);
        return this;
    }

    Html text(final String text) {
        out.append(escape(text));
        return this;
    }

    /** An element with text in it. */
    Html element(final String tag, final String text) {
        return raw("<" + tag + ">").text(text).raw("</" + tag + ">");
    }

    /** The same with a class. */
    Html element(final String tag, final String cssClass, final String text) {
        return raw("<" + tag + " class=\"" + cssClass + "\">").text(text).raw("</" + tag + ">");
    }

    /** The head of a table: one column name after the other, those of numbers marked by a class. */
    Html head(final int textColumns, final String... names) {
        raw("<thead><tr>");
        for (int i = 0; i < names.length; i++) {
            raw("<th scope=\"col\"" + (i < textColumns ? ">" : " class=\"num\">"))
                    .text(names[i])
                    .raw("</th>");
        }
        return raw("</tr></thead>\n");
    }

    /** A cell with a number in it. */
    Html number(final String figure) {
        return element("td", "num", figure);
    }

    /** A cell with a number in it, that is good above 0 and bad below. */
    Html signed(final double value, final String figure) {
        return element("td", value > 0 ? "num gain" : value < 0 ? "num loss" : "num", figure);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
