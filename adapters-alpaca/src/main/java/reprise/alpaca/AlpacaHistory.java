package reprise.alpaca;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import reprise.alpaca.market.BarHistory;
import reprise.alpaca.market.BarRequest;
import reprise.alpaca.market.HistoryException;
import reprise.alpaca.market.PastBar;

/** Bars of the past by Alpaca's REST service, of stocks and of crypto. One thread at a time. */
public final class AlpacaHistory implements AutoCloseable {
    /** Who pays nothing sees the prices of all exchanges a quarter of an hour late, in the history as on the stream; and a minute is not at once over. */
    private static final Duration DELAY = Duration.ofMinutes(16);

    private final AlpacaRest rest;
    private final BarHistory bars;
    private final Duration ahead;
    private final boolean isDelayed;

    /**
     * History with connections of its own.
     *
     * @param config says where from, with which key and how often; needs no account to trade on.
     */
    public AlpacaHistory(final AlpacaConfig config) {
        this(config, new AlpacaRest(config));
    }

    AlpacaHistory(final AlpacaConfig config, final AlpacaRest rest) {
        this.rest = rest;
        ahead = config.ahead();
        isDelayed = config.feed() == AlpacaFeed.DELAYED_SIP;
        bars = new BarHistory(rest.data(), feed(config.feed()));
    }

    /** What the history of a live feed is called. */
    static String feed(final AlpacaFeed live) {
        return switch (live) {
            case IEX, TEST -> AlpacaFeed.IEX.path();
            case SIP, DELAYED_SIP -> AlpacaFeed.SIP.path();
            case OVERNIGHT -> "boats";
        };
    }

    /**
     * Hands bars over: stocks first, then crypto; within each by symbol, then by time. Waits as long as the budget of calls demands.
     *
     * @param request which ones.
     * @param consumer receives each; the bar is valid only during the call.
     * @param progress hears of each page.
     * @return how many there were.
     * @throws HistoryException if the server refuses, fails for too long, or answers what is no page of bars; those that were handed over
     *     before are good, so ask again from the last one on.
     */
    public BarHistory.Result fetch(
            final BarRequest request, final Consumer<PastBar> consumer, final BarHistory.Progress progress)
            throws HistoryException {
        return bars.fetch(isDelayed ? delayed(request) : request, consumer, progress);
    }

    private BarRequest delayed(final BarRequest request) {
        final boolean hasStocks = request.symbols().stream().anyMatch(symbol -> !BarHistory.isCrypto(symbol));
        final Instant latest = Instant.now().plus(ahead).minus(DELAY);
        final long latestNs = Duration.between(Instant.EPOCH, latest).toNanos();
        return hasStocks && latestNs < request.endNs() ? request.endingAt(latestNs) : request;
    }

    @Override
    public void close() {
        rest.close();
    }
}
