package reprise.simulation.alpaca.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Bar;
import reprise.simulation.alpaca.market.BarKind;
import reprise.simulation.alpaca.market.Market;
import reprise.simulation.alpaca.market.MarketListener;
import reprise.simulation.alpaca.market.PriceBand;
import reprise.simulation.alpaca.market.Quote;
import reprise.simulation.alpaca.market.Trade;
import reprise.simulation.alpaca.wire.MarketWire;

/** Carries what happens in the market to one stream, at once or late. Guarded by the venue's lock. */
final class MarketBroadcast implements MarketListener {
    private final Feed feed;
    private final Market market;
    private final MarketDataStream stream;
    private final Asset first;
    private final Map<Asset, Quote> books = new HashMap<>();
    private final Deque<Late> late = new ArrayDeque<>();

    /** A message of a stream that is behind. */
    private record Late(long dueNs, String channel, Asset asset, Map<String, Object> message) {}

    MarketBroadcast(final Feed feed, final Market market, final MarketDataStream stream) {
        this.feed = feed;
        this.market = market;
        this.stream = stream;
        final List<Asset> assets = market.assets();
        first = assets.isEmpty() ? null : assets.get(0);
    }

    private void tell(final String channel, final String type, final Asset asset, final Map<String, Object> payload) {
        if (feed == Feed.TEST) {
            if (asset.equals(first)) {
                stream.add(channel, Feed.FAKE, MarketWire.message(type, Feed.FAKE, payload));
            }
            return;
        }
        if (!feed.carries(asset, market.nowNs())) {
            return;
        }
        final Map<String, Object> message = MarketWire.message(type, asset, payload);
        if (feed.delayNs() == 0) {
            stream.add(channel, asset, message);
        } else {
            late.add(new Late(market.nowNs() + feed.delayNs(), channel, asset, message));
        }
    }

    /** Sends what is due. */
    void flush() {
        while (!late.isEmpty() && late.peekFirst().dueNs <= market.nowNs()) {
            final Late next = late.removeFirst();
            stream.add(next.channel, next.asset, next.message);
        }
        stream.flush();
    }

    @Override
    public void onTrade(final Asset asset, final Trade trade) {
        tell("trades", "t", asset, MarketWire.trade(feed == Feed.TEST ? Feed.FAKE : asset, trade));
    }

    @Override
    public void onQuote(final Asset asset, final Quote quote) {
        tell("quotes", "q", asset, MarketWire.quote(feed == Feed.TEST ? Feed.FAKE : asset, quote));
        if (feed.isCrypto() && asset.isCrypto()) {
            final Quote before = books.put(asset, quote);
            tell("orderbooks", "o", asset, MarketWire.book(quote, before, quote.timeNs()));
        }
    }

    @Override
    public void onBar(final Asset asset, final BarKind kind, final Bar bar) {
        switch (kind) {
            case MINUTE -> tell("bars", "b", asset, MarketWire.bar(bar));
            case UPDATED -> tell("updatedBars", "u", asset, MarketWire.bar(bar));
            default -> tell("dailyBars", "d", asset, MarketWire.bar(bar));
        }
    }

    @Override
    public void onStatus(final Asset asset, final boolean halted, final long timeNs) {
        if (!asset.isCrypto()) {
            tell("statuses", "s", asset, MarketWire.status(halted, timeNs));
        }
    }

    @Override
    public void onBand(final Asset asset, final PriceBand band) {
        if (!asset.isCrypto()) {
            tell("lulds", "l", asset, MarketWire.band(band));
        }
    }

    @Override
    public void onCorrection(final Asset asset, final Trade original, final Trade corrected) {
        if (asset.isCrypto()) {
            return;
        }
        if (corrected == null) {
            tell("trades", "x", asset, MarketWire.cancel(original, market.nowNs()));
        } else {
            tell("trades", "c", asset, MarketWire.correction(original, corrected));
        }
    }
}
