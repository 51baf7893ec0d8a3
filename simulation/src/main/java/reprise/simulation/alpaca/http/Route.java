package reprise.simulation.alpaca.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who answers which requests.
 *
 * @param method that it answers.
 * @param path that it answers, with a group for each open part.
 * @param handler gives the answer, under the venue's lock.
 */
record Route(String method, Pattern path, Function<Request, Reply> handler) {
    static Route of(final String method, final String path, final Function<Request, Reply> handler) {
        return new Route(method, Pattern.compile(path.replace("{}", "([^/]+)")), handler);
    }

    /** The open parts of a path; null if it is another path. */
    List<String> partsOf(final String requestPath) {
        final Matcher matcher = path.matcher(requestPath);
        if (!matcher.matches()) {
            return null;
        }
        final List<String> parts = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            parts.add(matcher.group(i));
        }
        return parts;
    }
}
