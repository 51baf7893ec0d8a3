package reprise.simulation.alpaca.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices and time of the venue: what happens is put on the tapes, then told to the listeners. Guarded by the venue's lock. */
public final class Market {
    private static final long MICRO_NS = 1_000;

    private final Map<Asset, Tape> tapes = new LinkedHashMap<>();
    private final List<MarketListener> listeners = new ArrayList<>();
    private final MarketHours hours;
    private long nowNs;
    private long lastStampNs;
    private long tradeCount;
    private long steps;

    /**
     * A market without a price.
     *
     * @param assets that are traded.
     * @param hours when stocks trade.
     * @param startNs what time it is.
     */
    public Market(final List<Asset> assets, final MarketHours hours, final long startNs) {
        assets.forEach(asset -> tapes.put(asset, new Tape()));
        this.hours = hours;
        nowNs = startNs;
    }

    /**
     * Lets somebody hear what happens.
     *
     * @param listener told after those before it.
     */
    public void tell(final MarketListener listener) {
        listeners.add(listener);
    }

    /**
     * Everything traded.
     *
     * @return in the order of the configuration.
     */
    public List<Asset> assets() {
        return List.copyOf(tapes.keySet());
    }

    /**
     * Finds an asset as orders name it.
     *
     * @param name ticker, pair with a slash, or id.
     * @return empty if there is none.
     */
    public Optional<Asset> asset(final String name) {
        return tapes.keySet().stream()
                .filter(asset ->
                        asset.symbol().equals(name) || asset.id().toString().equals(name))
                .findFirst();
    }

    /**
     * Finds an asset as positions name it.
     *
     * @param name ticker, pair without a slash, or id.
     * @return empty if there is none.
     */
    public Optional<Asset> assetOfPosition(final String name) {
        return tapes.keySet().stream()
                .filter(asset -> asset.positionSymbol().equals(name)
                        || asset.id().toString().equals(name))
                .findFirst();
    }

    /**
     * What was seen of an asset.
     *
     * @param asset one of the market's.
     * @return its tape.
     */
    public Tape tape(final Asset asset) {
        return tapes.get(asset);
    }

    /**
     * When stocks trade.
     *
     * @return the hours.
     */
    public MarketHours hours() {
        return hours;
    }

    /**
     * The time.
     *
     * @return nanoseconds since the epoch.
     */
    public long nowNs() {
        return nowNs;
    }

    /**
     * A time for a fact of the venue: now, and later than every time given before.
     *
     * @return nanoseconds since the epoch.
     */
    public long stampNs() {
        lastStampNs = Math.max(nowNs, lastStampNs + MICRO_NS);
        return lastStampNs;
    }

    /**
     * How many trades, quotes and bars there were.
     *
     * @return counted from the start.
     */
    public long steps() {
        return steps;
    }

    /**
     * Moves the time; never back.
     *
     * @param timeNs nanoseconds since the epoch; an earlier time than now changes nothing.
     */
    public void advanceTo(final long timeNs) {
        nowNs = Math.max(nowNs, timeNs);
    }

    /**
     * Somebody trades now.
     *
     * @param asset what.
     * @param price at which.
     * @param size how much.
     * @return the trade.
     */
    public Trade trade(final Asset asset, final BigDecimal price, final BigDecimal size) {
        final Trade last = tapes.get(asset).lastTrade();
        final boolean buyerTook = last == null || price.compareTo(last.price()) >= 0;
        final Trade trade = new Trade(++tradeCount, price, size, buyerTook, nowNs);
        steps++;
        tapes.get(asset).add(trade);
        listeners.forEach(listener -> listener.onTrade(asset, trade));
        return trade;
    }

    /**
     * The best prices are these now.
     *
     * @param asset of what.
     * @param bid best bid.
     * @param bidSize its size.
     * @param ask best offer.
     * @param askSize its size.
     */
    public void quote(
            final Asset asset,
            final BigDecimal bid,
            final BigDecimal bidSize,
            final BigDecimal ask,
            final BigDecimal askSize) {
        final Quote quote = new Quote(bid, bidSize, ask, askSize, nowNs);
        steps++;
        tapes.get(asset).add(quote);
        listeners.forEach(listener -> listener.onQuote(asset, quote));
    }

    /**
     * A minute is over.
     *
     * @param asset of what.
     * @param bar the minute.
     */
    public void bar(final Asset asset, final Bar bar) {
        steps++;
        recordHistory(asset, bar);
        final Bar day = tapes.get(asset).day();
        listeners.forEach(listener -> listener.onBar(asset, BarKind.MINUTE, bar));
        listeners.forEach(listener -> listener.onBar(asset, BarKind.DAILY, day));
    }

    /**
     * Late trades changed a minute.
     *
     * @param asset of what.
     * @param bar the minute as it is now.
     */
    public void updateBar(final Asset asset, final Bar bar) {
        steps++;
        tapes.get(asset).add(bar);
        listeners.forEach(listener -> listener.onBar(asset, BarKind.UPDATED, bar));
    }

    /**
     * A minute was, before anybody listened.
     *
     * @param asset of what.
     * @param bar the minute.
     */
    public void recordHistory(final Asset asset, final Bar bar) {
        tapes.get(asset).add(bar);
        tapes.get(asset).addToDay(TradingDays.startNs(bar.startNs(), asset), bar);
    }

    /**
     * Trading halts or goes on.
     *
     * @param asset in what.
     * @param halted whether it halts.
     */
    public void status(final Asset asset, final boolean halted) {
        tapes.get(asset).halted(halted);
        listeners.forEach(listener -> listener.onStatus(asset, halted, nowNs));
    }

    /**
     * Prices may lie between these from now on.
     *
     * @param asset of what.
     * @param up highest.
     * @param down lowest.
     */
    public void band(final Asset asset, final BigDecimal up, final BigDecimal down) {
        final PriceBand band = new PriceBand(up, down, nowNs);
        listeners.forEach(listener -> listener.onBand(asset, band));
    }

    /**
     * The last trade was another, or none.
     *
     * @param asset in what.
     * @param price what it was at; null if it never was.
     */
    public void correctLastTrade(final Asset asset, final BigDecimal price) {
        final Tape tape = tapes.get(asset);
        final Trade original = tape.lastTrade();
        if (original == null) {
            return;
        }
        final Trade corrected =
                price == null ? null : new Trade(++tradeCount, price, original.size(), original.buyerTook(), nowNs);
        tape.replace(original, corrected);
        listeners.forEach(listener -> listener.onCorrection(asset, original, corrected));
    }
}
