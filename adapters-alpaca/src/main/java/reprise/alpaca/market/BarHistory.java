package reprise.alpaca.market;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import reprise.alpaca.json.MalformedJsonException;
import reprise.alpaca.rest.Priority;
import reprise.alpaca.rest.RestAnswer;
import reprise.alpaca.rest.RestService;

/**
 * Bars of the past, page by page to the last, within the budget of calls that is left over from orders. Waits on the caller's thread; one
 * thread at a time.
 */
public final class BarHistory {
    private static final int SYMBOLS_PER_CALL = 100;
    private static final String STOCKS = "/v2/stocks/bars";
    private static final String CRYPTO = "/v1beta3/crypto/us/bars";

    private final RestService data;
    private final String feed;
    private final BarPage page = new BarPage();

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A page was handed over.
         *
         * @param bars handed over so far.
         * @param symbol of the last bar of the page; empty if it had none.
         * @param startNs of that bar; 0 if there is none.
         */
        void onPage(long bars, String symbol, long startNs);
    }

    /**
     * What came of a request.
     *
     * @param bars handed over.
     * @param bad entries of the answers that were no bars, and were left out.
     * @param pages read.
     */
    public record Result(long bars, long bad, int pages) {
        private Result plus(final int moreBars, final int moreBad) {
            return new Result(bars + moreBars, bad + moreBad, pages + 1);
        }
    }

    /**
     * History from a service.
     *
     * @param data the service of prices.
     * @param feed where prices of stocks come from, as the service calls it.
     */
    public BarHistory(final RestService data, final String feed) {
        this.data = data;
        this.feed = feed;
    }

    /**
     * Hands all bars over: stocks first, then crypto; within each by symbol, then by time. After a failure, ask again from the last bar on.
     *
     * @param request which ones.
     * @param consumer receives each; the bar is valid only during the call.
     * @param progress hears of each page.
     * @return how many there were.
     * @throws HistoryException if the server refuses, fails for too long, or answers what is no page of bars.
     */
    public Result fetch(final BarRequest request, final Consumer<PastBar> consumer, final Progress progress)
            throws HistoryException {
        Result result = new Result(0, 0, 0);
        for (final boolean crypto : new boolean[] {false, true}) {
            final List<String> symbols = new ArrayList<>(request.symbols());
            symbols.removeIf(symbol -> isCrypto(symbol) != crypto);
            for (int i = 0; i < symbols.size(); i += SYMBOLS_PER_CALL) {
                final List<String> some = symbols.subList(i, Math.min(symbols.size(), i + SYMBOLS_PER_CALL));
                result = pages(query(request, some, crypto), request, consumer, progress, result);
            }
        }
        return result;
    }

    /**
     * Whether a symbol is one of crypto.
     *
     * @param symbol as data services write it.
     * @return true for pairs with a slash.
     */
    public static boolean isCrypto(final String symbol) {
        return symbol.indexOf('/') >= 0;
    }

    private String query(final BarRequest request, final List<String> symbols, final boolean crypto) {
        final StringBuilder path = new StringBuilder(crypto ? CRYPTO : STOCKS)
                .append("?symbols=")
                .append(encoded(String.join(",", symbols)))
                .append("&timeframe=")
                .append(request.timeframe())
                .append("&start=")
                .append(encoded(instant(request.startNs())))
                .append("&end=")
                .append(encoded(instant(request.endNs())))
                .append("&limit=")
                .append(request.pageSize())
                .append("&sort=asc");
        if (!crypto) {
            path.append("&adjustment=")
                    .append(request.adjustment())
                    .append("&feed=")
                    .append(feed);
        }
        return path.toString();
    }

    private static String instant(final long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, 1_000_000_000L), Math.floorMod(ns, 1_000_000_000L))
                .toString();
    }

    private static String encoded(final String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Result pages(
            final String query,
            final BarRequest request,
            final Consumer<PastBar> consumer,
            final Progress progress,
            final Result before)
            throws HistoryException {
        Result result = before;
        String token = null;
        do {
            final RestAnswer answer =
                    data.get(token == null ? query : query + "&page_token=" + encoded(token), Priority.HISTORY);
            final LastBar last = new LastBar(consumer);
            read(answer, request, last);
            result = result.plus(page.bars(), page.bad());
            progress.onPage(result.bars(), last.symbol, last.startNs);
            if (page.nextToken() != null && page.nextToken().equals(token)) {
                throw new HistoryException("Alpaca's history: the same page twice", false);
            }
            token = page.nextToken();
        } while (token != null);
        return result;
    }

    private void read(final RestAnswer answer, final BarRequest request, final Consumer<PastBar> consumer)
            throws HistoryException {
        if (!answer.isDone()) {
            throw new HistoryException("Alpaca's history: " + answer, answer.status() >= 400 && answer.status() < 500);
        }
        try {
            page.read(answer.body(), request.timeframe().lengthNs(), consumer);
        } catch (final MalformedJsonException malformed) {
            throw new HistoryException("Alpaca's history: the answer is no page of bars", false);
        }
    }

    private static final class LastBar implements Consumer<PastBar> {
        private final Consumer<PastBar> target;
        private String symbol = "";
        private long startNs;

        private LastBar(final Consumer<PastBar> target) {
            this.target = target;
        }

        @Override
        public void accept(final PastBar bar) {
            symbol = bar.symbol();
            startNs = bar.startNs();
            target.accept(bar);
        }
    }
}
