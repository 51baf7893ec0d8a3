package reprise.alpaca.market;

import reprise.alpaca.json.JsonScanner;
import reprise.alpaca.json.MalformedJsonException;

/**
 * One page of an answer about several symbols: {@code {"bars":{"AAPL":[{"t":...}]},"next_page_token":...}}. Without entries, the map may be
 * empty, null or missing. Single-threaded; kept for many pages.
 */
final class HistoryPage {
    private final String name;
    private final JsonScanner scanner = new JsonScanner();
    private final MessageFields fields = new MessageFields();
    private String nextToken;
    private int entries;
    private int bad;

    /** Takes entries one by one. */
    @FunctionalInterface
    interface Entries {
        /** Takes what the page's fields say of a symbol; false if that is no such thing. */
        boolean take(String symbol);
    }

    /** A page of what is called like this, such as bars. */
    HistoryPage(final String name) {
        this.name = name;
    }

    /** What is in it. */
    String name() {
        return name;
    }

    /** The fields of the entry that is handed over. */
    MessageFields fields() {
        return fields;
    }

    /** Reads a page and hands its entries over, in its order. */
    void read(final byte[] body, final Entries target) throws MalformedJsonException {
        nextToken = null;
        entries = 0;
        bad = 0;
        scanner.wrap(body, 0, body.length);
        scanner.expect('{');
        if (!scanner.skip('}')) {
            do {
                final String key = scanner.key().toString();
                if (key.equals(name)) {
                    symbols(target);
                } else if ("next_page_token".equals(key)) {
                    token();
                } else {
                    scanner.skipValue();
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

    private void symbols(final Entries target) throws MalformedJsonException {
        if (scanner.peek() != '{') {
            scanner.skipValue();
            return;
        }
        scanner.expect('{');
        if (scanner.skip('}')) {
            return;
        }
        do {
            entriesOf(scanner.key().toString(), target);
        } while (scanner.skip(','));
        scanner.expect('}');
    }

    private void entriesOf(final String symbol, final Entries target) throws MalformedJsonException {
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
            if (target.take(symbol)) {
                entries++;
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

    /** Entries that were taken. */
    int entries() {
        return entries;
    }

    /** Entries that are not what they should be. */
    int bad() {
        return bad;
    }
}
