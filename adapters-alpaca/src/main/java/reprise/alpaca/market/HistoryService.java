package reprise.alpaca.market;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import reprise.alpaca.json.MalformedJsonException;
import reprise.alpaca.rest.Priority;
import reprise.alpaca.rest.RestAnswer;
import reprise.alpaca.rest.RestService;

/**
 * Answers of history, page by page, within the budget of calls that is left over from orders. Waits on the caller's thread; one thread at a
 * time.
 */
final class HistoryService {
    private static final int FIRST_REFUSAL = 400;
    private static final int LAST_REFUSAL = 499;

    private final RestService data;

    HistoryService(final RestService data) {
        this.data = data;
    }

    /**
     * Reads pages until the last, or until no more are wanted.
     *
     * @param query from the service's base on.
     * @param page reads each.
     * @param entries takes what is in them.
     * @param wantsMore asked after each page, whether or not there is another one.
     * @return whether the last page was read.
     * @throws HistoryException if the server refuses, fails for too long, or answers what is no such page.
     */
    boolean read(
            final String query,
            final HistoryPage page,
            final HistoryPage.Entries entries,
            final BooleanSupplier wantsMore)
            throws HistoryException {
        String token = null;
        boolean goOn;
        do {
            final String asked = token == null ? query : query + "&page_token=" + encoded(token);
            read(data.get(asked, Priority.HISTORY), page, entries);
            goOn = wantsMore.getAsBoolean();
            if (page.nextToken() != null && page.nextToken().equals(token)) {
                throw new HistoryException("Alpaca's history: the same page twice", false);
            }
            token = page.nextToken();
        } while (token != null && goOn);
        return token == null;
    }

    private static void read(final RestAnswer answer, final HistoryPage page, final HistoryPage.Entries entries)
            throws HistoryException {
        if (!answer.isDone()) {
            final boolean isRefused = answer.status() >= FIRST_REFUSAL && answer.status() <= LAST_REFUSAL;
            final String why = answer.isUnauthorized()
                    ? "the keys are not accepted (paper and live accounts have different ones): "
                    : "";
            throw new HistoryException("Alpaca's history: " + why + answer, isRefused);
        }
        try {
            page.read(answer.body(), entries);
        } catch (final MalformedJsonException malformed) {
            throw new HistoryException("Alpaca's history: the answer is no page of " + page.name(), false);
        }
    }

    /** A time as a query has it. */
    static String time(final long ns) {
        return encoded(Instant.ofEpochSecond(Math.floorDiv(ns, 1_000_000_000L), Math.floorMod(ns, 1_000_000_000L))
                .toString());
    }

    static String encoded(final String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
