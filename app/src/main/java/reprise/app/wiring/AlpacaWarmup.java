package reprise.app.wiring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import reprise.alpaca.AlpacaConfig;
import reprise.alpaca.AlpacaHistory;
import reprise.alpaca.market.Adjustment;
import reprise.alpaca.market.BarRequest;
import reprise.alpaca.market.HistoryException;
import reprise.alpaca.market.PastBar;
import reprise.alpaca.market.Timeframe;
import reprise.app.live.BarsOfThePast;
import reprise.market.InstrumentDefinition;
import reprise.message.MarketEvents;

/**
 * The last minutes before a start, from Alpaca's history. Adjusted for splits, so that they can be compared with the prices of today. What cannot
 * be had is said and done without: indicators are warm later then.
 */
final class AlpacaWarmup implements BarsOfThePast {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long DAY_NS = 1440 * MINUTE_NS;

    /** Minutes of a session. */
    private static final int SESSION_BARS = 390;

    /** A week has five sessions, some minutes have no trade, and there are holidays. */
    private static final int DAYS_PER_SESSION = 3;

    private static final int DAYS_AT_LEAST = 5;

    private final AlpacaConfig config;
    private final List<InstrumentDefinition> instruments;
    private final int bars;
    private final LongSupplier nowNs;
    private final Consumer<String> notices;

    /** A bar in the units of its instrument. */
    private record WholeBar(int instrumentId, long closeNs, long open, long high, long low, long close, long volume) {
        static WholeBar of(final InstrumentDefinition instrument, final PastBar bar) {
            final int decimals = instrument.priceDecimals();
            return new WholeBar(
                    instrument.instrumentId(),
                    bar.closeNs(),
                    bar.open(decimals),
                    bar.high(decimals),
                    bar.low(decimals),
                    bar.close(decimals),
                    bar.volume(instrument.quantityDecimals()));
        }

        boolean isWhole() {
            return open > 0 && high > 0 && low > 0 && close > 0 && volume >= 0;
        }
    }

    AlpacaWarmup(
            final AlpacaConfig config,
            final List<InstrumentDefinition> instruments,
            final int bars,
            final LongSupplier nowNs,
            final Consumer<String> notices) {
        this.config = config;
        this.instruments = instruments;
        this.bars = bars;
        this.nowNs = nowNs;
        this.notices = notices;
    }

    @Override
    public void tell(final MarketEvents events, final long[] lastBarNs) {
        final TreeMap<String, InstrumentDefinition> cold = new TreeMap<>();
        for (final InstrumentDefinition instrument : instruments) {
            if (lastBarNs[instrument.instrumentId()] == 0) {
                cold.put(instrument.symbol(), instrument);
            }
        }
        if (bars == 0 || cold.isEmpty()) {
            return;
        }
        final TreeMap<String, Deque<WholeBar>> found = new TreeMap<>();
        try (AlpacaHistory history = new AlpacaHistory(config)) {
            read(history, cold, found, false);
            read(history, cold, found, true);
        } catch (final HistoryException e) {
            notices.accept("warm-up: " + e.getMessage() + "; indicators that lack bars are ready later");
        }
        final List<WholeBar> inOrder = new ArrayList<>();
        found.values().forEach(inOrder::addAll);
        inOrder.sort(Comparator.comparingLong(WholeBar::closeNs).thenComparingInt(WholeBar::instrumentId));
        for (final WholeBar bar : inOrder) {
            events.onHistoricalBar(
                    bar.instrumentId(),
                    bar.closeNs(),
                    MINUTE_NS,
                    bar.open(),
                    bar.high(),
                    bar.low(),
                    bar.close(),
                    bar.volume());
            lastBarNs[bar.instrumentId()] = bar.closeNs();
        }
        notices.accept(words(cold, found));
    }

    private void read(
            final AlpacaHistory history,
            final TreeMap<String, InstrumentDefinition> cold,
            final TreeMap<String, Deque<WholeBar>> found,
            final boolean isCrypto)
            throws HistoryException {
        final List<String> symbols = cold.keySet().stream()
                .filter(symbol -> symbol.contains("/") == isCrypto)
                .toList();
        if (symbols.isEmpty()) {
            return;
        }
        final long toNs = nowNs.getAsLong();
        final long sessions = bars / SESSION_BARS + 1;
        final long backNs =
                isCrypto ? 2 * bars * MINUTE_NS : Math.max(DAYS_AT_LEAST, DAYS_PER_SESSION * sessions) * DAY_NS;
        // The minute that is not over comes from the stream.
        final long endNs = toNs - Math.floorMod(toNs, MINUTE_NS) - MINUTE_NS;
        history.fetch(
                new BarRequest(
                        symbols,
                        Timeframe.MINUTE,
                        toNs - backNs,
                        endNs,
                        isCrypto ? Adjustment.RAW : Adjustment.SPLIT,
                        BarRequest.LARGEST_PAGE),
                bar -> {
                    final WholeBar whole = WholeBar.of(cold.get(bar.symbol()), bar);
                    if (whole.isWhole()) {
                        final Deque<WholeBar> last = found.computeIfAbsent(bar.symbol(), symbol -> new ArrayDeque<>());
                        last.addLast(whole);
                        if (last.size() > bars) {
                            last.removeFirst();
                        }
                    }
                },
                (count, symbol, startNs) -> {});
    }

    private String words(
            final TreeMap<String, InstrumentDefinition> cold, final TreeMap<String, Deque<WholeBar>> found) {
        final StringBuilder text = new StringBuilder("warm-up: minutes of the past:");
        for (final String symbol : cold.keySet()) {
            text.append(' ')
                    .append(symbol)
                    .append(' ')
                    .append(found.containsKey(symbol) ? found.get(symbol).size() : 0);
        }
        return text.append(", of ").append(bars).append(" wanted").toString();
    }
}
