package reprise.simulation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The page without a run: HTML with named places, its style and its script, all from files inside the program. */
final class PageTemplate {
    private static final String OWN = "/reprise/simulation/report/";

    /** The version is that of the dependency; a test fails where they part. */
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private PageTemplate() {}

    /** The style, hashed as it stands. */
    static String style() {
        return read(UPLOT + "dist/uPlot.min.css") + "\n" + read(OWN + "report.css");
    }

    /** The script, hashed as it stands; the library's address, which it names in a comment, is left out. */
    static String script() {
        return read(UPLOT + "dist/uPlot.iife.min.js").replaceFirst("^/\\*!.*?\\*/\\s*", "")
                + read(OWN + "page.js")
                + read(OWN + "charts.js")
                + read(OWN + "trades.js");
    }

    /** What must go along with the library. */
    static String licence() {
        return read(UPLOT + "LICENSE");
    }

    /** The source expression that allows one inline style or script, and no other. */
    static String hash(final String content) {
        try {
            final byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The page with all places filled. What is filled in is not looked into for further places.
     *
     * @param content of each place, complete HTML.
     */
    static String fill(final Map<String, String> content) {
        final String template = read(OWN + "report.html");
        final StringBuilder page = new StringBuilder(1 << 18);
        int at = 0;
        for (int open = template.indexOf(OPEN); open >= 0; open = template.indexOf(OPEN, at)) {
            final int close = template.indexOf(CLOSE, open);
            final String name = template.substring(open + OPEN.length(), close);
            if (!content.containsKey(name)) {
                throw new IllegalStateException("nothing to fill in for " + name);
            }
            page.append(template, at, open).append(content.get(name));
            at = close + CLOSE.length();
        }
        return page.append(template, at, template.length()).toString();
    }

    /** Browsers read a line end as a line feed, and hashes must be of what they read. */
    private static String read(final String resource) {
        try (InputStream in = PageTemplate.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
