package reprise.alpaca.market;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import reprise.alpaca.rest.RestService;

/**
 * Trades of the past, page by page, within the budget of calls that is left over from orders, and never more than some. They are what the
 * stream would have told: by the same rules of numbers, whatever their conditions. Those that were cancelled, or corrected by another one,
 * are left out. Waits on the caller's thread; one thread at a time.
 */
public final class TradeHistory {
    private static final int PAGE_SIZE = 10_000;
    private static final String STOCKS = "/v2/stocks/trades";
    private static final String CRYPTO = "/v1beta3/crypto/us/trades";
    private static final String CANCELED = "canceled";
    private static final String WRONG = "incorrect";
    private static final String CORRECTED = "corrected";

    private final HistoryService service;
    private final String feed;
    private final int mostTrades;
    private final HistoryPage page = new HistoryPage("trades");
    private final FieldReader reader = new FieldReader(page.fields());

    /**
     * Which trades are wanted.
     *
     * @param symbols of stocks only, or of crypto only.
     * @param table of their instruments.
     * @param startNs the first time, included; nanoseconds since the epoch.
     * @param endNs the last time, included.
     */
    record Request(List<String> symbols, SymbolTable table, long startNs, long endNs) {}

    /** What was read: by symbol, then by time. A failure does not take away what came before it. */
    static final class Answer {
        private final List<PastTrade> trades = new ArrayList<>();
        private long bad;
        private boolean complete;
        private String failure;

        List<PastTrade> trades() {
            return trades;
        }

        /** Entries that were no trades. */
        long bad() {
            return bad;
        }

        /** Whether that is all. */
        boolean isComplete() {
            return complete;
        }

        /** Why it is not all, in words. */
        String failure() {
            return failure;
        }
    }

    /**
     * History from a service.
     *
     * @param data the service of prices.
     * @param feed where prices of stocks come from, as the service calls it.
     * @param mostTrades after which no further page is asked for.
     */
    public TradeHistory(final RestService data, final String feed, final int mostTrades) {
        service = new HistoryService(data);
        this.feed = feed;
        this.mostTrades = mostTrades;
    }

    /** Reads what is there. */
    Answer fetch(final Request request) {
        final Answer answer = new Answer();
        final List<String> symbols = request.symbols();
        try {
            boolean complete = true;
            for (int i = 0; i < symbols.size() && complete; i += BarHistory.SYMBOLS_PER_CALL) {
                final int end = Math.min(symbols.size(), i + BarHistory.SYMBOLS_PER_CALL);
                final String query = query(request, symbols.subList(i, end));
                complete = wantsMore(answer)
                        && service.read(query, page, symbol -> take(symbol, request, answer), () -> {
                            answer.bad += page.bad();
                            return wantsMore(answer);
                        });
            }
            answer.complete = complete;
            answer.failure = complete ? null : "more than " + mostTrades + " trades are not fetched";
        } catch (final HistoryException e) {
            answer.failure = e.getMessage();
        }
        return answer;
    }

    private boolean wantsMore(final Answer answer) {
        return answer.trades.size() < mostTrades;
    }

    private String query(final Request request, final List<String> symbols) {
        final boolean crypto = BarHistory.isCrypto(symbols.get(0));
        return (crypto ? CRYPTO : STOCKS) + "?symbols="
                + HistoryService.encoded(String.join(",", symbols))
                + "&start=" + HistoryService.time(request.startNs()) + "&end=" + HistoryService.time(request.endNs())
                + "&limit=" + PAGE_SIZE + "&sort=asc" + (crypto ? "" : "&feed=" + feed);
    }

    /** Whether it is a trade, be it one that counts or not. */
    private boolean take(final String symbol, final Request request, final Answer answer) {
        final byte[] text = symbol.getBytes(StandardCharsets.UTF_8);
        final SymbolTable.Entry instrument = request.table().find(text, 0, text.length);
        if (instrument == null) {
            return false;
        }
        reader.begin(instrument);
        final long timeNs = reader.time();
        final long price = reader.price(Field.PRICE);
        final long quantity = reader.positiveQuantity(Field.SIZE);
        final long id = reader.id(Field.ID);
        if (reader.failure() != null
                || id == FieldReader.NO_ID
                || timeNs < request.startNs()
                || timeNs > request.endNs()) {
            return false;
        }
        final String update = reader.text(Field.UPDATE);
        if (!CANCELED.equals(update) && !WRONG.equals(update)) {
            answer.trades.add(new PastTrade(
                    PastTrade.Key.of(instrument.instrumentId(), reader.exchange(), id, timeNs),
                    timeNs,
                    price,
                    quantity,
                    reader.taker(),
                    CORRECTED.equals(update)));
        }
        return true;
    }
}
