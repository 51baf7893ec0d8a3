package reprise.alpaca.market;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import reprise.alpaca.rest.RestService;

/**
 * Bars of the past, page by page to the last, within the budget of calls that is left over from orders. Waits on the caller's thread; one
 * thread at a time.
 */
public final class BarHistory {
    /** As many as a query holds without becoming long. */
    static final int SYMBOLS_PER_CALL = 100;

    private static final String STOCKS = "/v2/stocks/bars";
    private static final String CRYPTO = "/v1beta3/crypto/us/bars";

    private final HistoryService service;
    private final String feed;
    private final HistoryPage page = new HistoryPage("bars");

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
        service = new HistoryService(data);
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
                .append(HistoryService.encoded(String.join(",", symbols)))
                .append("&timeframe=")
                .append(request.timeframe())
                .append("&start=")
                .append(HistoryService.time(request.startNs()))
                .append("&end=")
                .append(HistoryService.time(request.endNs()))
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

    private Result pages(
            final String query,
            final BarRequest request,
            final Consumer<PastBar> consumer,
            final Progress progress,
            final Result before)
            throws HistoryException {
        final Pages pages = new Pages(before);
        final PastBar bar = new PastBar(page.fields());
        service.read(
                query,
                page,
                symbol -> {
                    final boolean isBar = bar.set(symbol, request.timeframe().lengthNs());
                    if (isBar) {
                        pages.symbol = symbol;
                        pages.startNs = bar.startNs();
                        consumer.accept(bar);
                    }
                    return isBar;
                },
                () -> {
                    pages.result = pages.result.plus(page.entries(), page.bad());
                    progress.onPage(pages.result.bars(), pages.symbol, pages.startNs);
                    pages.symbol = "";
                    pages.startNs = 0;
                    return true;
                });
        return pages.result;
    }

    /** How far it is: what was read, and the last bar of the page at hand. */
    private static final class Pages {
        private Result result;
        private String symbol = "";
        private long startNs;

        private Pages(final Result before) {
            result = before;
        }
    }
}
