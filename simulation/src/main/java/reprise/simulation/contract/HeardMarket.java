package reprise.simulation.contract;

import java.util.List;
import reprise.simulation.contract.MarketNews.Bar;

/** What was heard of the market of the instrument under test so far. Immutable. */
public final class HeardMarket {
    private final List<Told<MarketNews>> told;

    HeardMarket(final List<Told<MarketNews>> told) {
        this.told = List.copyOf(told);
    }

    /**
     * What was heard after a position.
     *
     * @param position as {@link ContractProbe#position()} gave it.
     * @return the rest.
     */
    public HeardMarket after(final long position) {
        return new HeardMarket(
                told.stream().filter(item -> item.position() > position).toList());
    }

    /**
     * Everything of one kind.
     *
     * @param kind of news.
     * @param <T> the kind.
     * @return in order.
     */
    public <T extends MarketNews> List<T> all(final Class<T> kind) {
        return told.stream()
                .map(Told::news)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /**
     * Bars of time that was not told of before, be they of the past or of now.
     *
     * @return in order.
     */
    public List<Bar> bars() {
        return all(Bar.class).stream().filter(Bar::isFirstTold).toList();
    }

    /**
     * When the bars closed.
     *
     * @return in the order in which they were told, nanoseconds since the epoch.
     */
    public List<Long> closeTimesNs() {
        return bars().stream().map(Bar::closeTimeNs).toList();
    }

    /**
     * The price that was told last.
     *
     * @return in price units; 0 for none.
     */
    public long lastPrice() {
        final List<MarketNews.Priced> prices = all(MarketNews.Priced.class);
        return prices.isEmpty() ? 0 : prices.get(prices.size() - 1).price();
    }

    /**
     * Whether anything of now was heard, not only of the past.
     *
     * @return true for a trade, a quote, or a bar that closed now.
     */
    public boolean isAlive() {
        return told.stream()
                .map(Told::news)
                .anyMatch(news -> news instanceof MarketNews.Trade
                        || news instanceof MarketNews.Quote
                        || news instanceof Bar bar && bar.kind() == MarketNews.BarKind.CLOSED);
    }

    /**
     * The time that the market had last.
     *
     * @return of a trade, a quote or the close of a bar, nanoseconds since the epoch; 0 for none.
     */
    public long lastTimeNs() {
        long last = 0;
        for (final Told<MarketNews> item : told) {
            if (item.news() instanceof MarketNews.Trade trade) {
                last = Math.max(last, trade.timeNs());
            } else if (item.news() instanceof MarketNews.Quote quote) {
                last = Math.max(last, quote.timeNs());
            } else if (item.news() instanceof Bar bar && bar.isFirstTold()) {
                last = Math.max(last, bar.closeTimeNs());
            }
        }
        return last;
    }

    /**
     * What was heard.
     *
     * @return how much of each.
     */
    public String describe() {
        return bars().size() + " bars, " + all(MarketNews.Trade.class).size() + " trades, "
                + all(MarketNews.Quote.class).size() + " quotes";
    }
}
