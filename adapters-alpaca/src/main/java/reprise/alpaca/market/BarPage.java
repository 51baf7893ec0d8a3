package reprise.alpaca.market;

import java.util.function.Consumer;
import reprise.alpaca.json.JsonScanner;
import reprise.alpaca.json.MalformedJsonException;

/**
 * One page of an answer with bars: {@code {"bars":{"AAPL":[{"t":...}]},"next_page_token":...}}. Without bars, the map may be empty, null or
 * missing. Single-threaded; kept for many pages.
 */
final class BarPage {
    private final JsonScanner scanner = new JsonScanner();
    private final MessageFields fields = new MessageFields();
    private final PastBar bar = new PastBar(fields);
    private String nextToken;
    private int bars;
    private int bad;

    /** Reads a page and hands its bars over, in its order. */
    void read(final byte[] body, final long lengthNs, final Consumer<PastBar> consumer) throws MalformedJsonException {
        nextToken = null;
        bars = 0;
        bad = 0;
        scanner.wrap(body, 0, body.length);
        scanner.expect('{');
        if (!scanner.skip('}')) {
            do {
                final String key = scanner.key().toString();
                switch (key) {
                    case "bars" -> bars(lengthNs, consumer);
                    case "next_page_token" -> token();
                    default -> scanner.skipValue();
                }
            } while (scanner.skip(','));
            scanner.expect('}');
        }
        if (!scanner.isAtEnd()) {
            throw MalformedJsonException.INSTANCE;
        }
    }

    private void token() throws MalformedJsonException {
        if (scanner.peek() == '"') {
            nextToken = scanner.string().toString();
        } else {
            scanner.literal();
        }
    }

    private void bars(final long lengthNs, final Consumer<PastBar> consumer) throws MalformedJsonException {
        if (scanner.peek() != '{') {
            scanner.skipValue();
            return;
        }
        scanner.expect('{');
        if (scanner.skip('}')) {
            return;
        }
        do {
            barsOf(scanner.key().toString(), lengthNs, consumer);
        } while (scanner.skip(','));
        scanner.expect('}');
    }

    private void barsOf(final String symbol, final long lengthNs, final Consumer<PastBar> consumer)
            throws MalformedJsonException {
        if (scanner.peek() != '[') {
            scanner.skipValue();
            return;
        }
        scanner.expect('[');
        if (scanner.skip(']')) {
            return;
        }
        do {
            if (scanner.peek() != '{') {
                scanner.skipValue();
                bad++;
                continue;
            }
            fields.read(scanner);
            if (bar.set(symbol, lengthNs)) {
                bars++;
                consumer.accept(bar);
            } else {
                bad++;
            }
        } while (scanner.skip(','));
        scanner.expect(']');
    }

    /** Where the next page is, or null for the last. */
    String nextToken() {
        return nextToken == null || nextToken.isEmpty() ? null : nextToken;
    }

    int bars() {
        return bars;
    }

    /** Entries that are no bars. */
    int bad() {
        return bad;
    }
}
