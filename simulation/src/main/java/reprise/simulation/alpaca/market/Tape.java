package reprise.simulation.alpaca.market;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was seen of one asset: every minute bar, and the latest of its many trades and quotes. Guarded by the venue's lock. */
public final class Tape {
    /** More than a session of either; what is older is forgotten. */
    private static final int LATEST = 100_000;

    private final List<Bar> minutes = new ArrayList<>();
    private final Deque<Trade> trades = new ArrayDeque<>();
    private final Deque<Quote> quotes = new ArrayDeque<>();
    private Bar day;
    private Bar previousDay;
    private boolean halted;
    private boolean tradedLast;

    Tape() {}

    void add(final Trade trade) {
        addBounded(trades, trade);
        tradedLast = true;
    }

    void add(final Quote quote) {
        addBounded(quotes, quote);
        tradedLast = false;
    }

    private static <T> void addBounded(final Deque<T> latest, final T item) {
        if (latest.size() == LATEST) {
            latest.removeFirst();
        }
        latest.addLast(item);
    }

    /** A bar of an earlier minute than the last is put where it belongs; one of a minute that is there replaces it. */
    void add(final Bar bar) {
        int index = minutes.size();
        while (index > 0 && minutes.get(index - 1).startNs() > bar.startNs()) {
            index--;
        }
        if (index > 0 && minutes.get(index - 1).startNs() == bar.startNs()) {
            minutes.set(index - 1, bar);
        } else {
            minutes.add(index, bar);
        }
    }

    /** The day goes on, or another begins. */
    void addToDay(final long dayStartNs, final Bar bar) {
        if (day == null || day.startNs() != dayStartNs) {
            previousDay = day;
            day = bar.startingAt(dayStartNs);
        } else {
            day = day.and(bar);
        }
    }

    void replace(final Trade original, final Trade corrected) {
        final List<Trade> changed = new ArrayList<>(trades);
        changed.replaceAll(trade -> trade.id() == original.id() ? corrected : trade);
        changed.removeIf(trade -> trade == null);
        trades.clear();
        trades.addAll(changed);
    }

    void halted(final boolean isHalted) {
        halted = isHalted;
    }

    /**
     * Minute bars in order of time.
     *
     * @return the list itself.
     */
    public List<Bar> minutes() {
        return minutes;
    }

    /**
     * The latest trades in order of time.
     *
     * @return a copy.
     */
    public List<Trade> trades() {
        return List.copyOf(trades);
    }

    /**
     * The latest quotes in order of time.
     *
     * @return a copy.
     */
    public List<Quote> quotes() {
        return List.copyOf(quotes);
    }

    /**
     * The last trade.
     *
     * @return null before the first.
     */
    public Trade lastTrade() {
        return trades.peekLast();
    }

    /**
     * The last quote.
     *
     * @return null before the first.
     */
    public Quote lastQuote() {
        return quotes.peekLast();
    }

    /**
     * The price at which a seller would sell, or the one at which a buyer would buy. A trade beyond the quote that it came after says that the
     * quote is stale; without a quote the last trade is both.
     *
     * @param bid which of the two.
     * @return null while there is neither quote nor trade.
     */
    public BigDecimal best(final boolean bid) {
        final Quote quote = quotes.peekLast();
        final Trade trade = trades.peekLast();
        if (quote == null) {
            return trade == null ? null : trade.price();
        }
        if (tradedLast
                && (trade.price().compareTo(quote.bid()) < 0 || trade.price().compareTo(quote.ask()) > 0)) {
            return trade.price();
        }
        return bid ? quote.bid() : quote.ask();
    }

    /**
     * What it is worth.
     *
     * @return the last trade's price, else that of the last bar, else the bid; null if nothing was ever seen.
     */
    public BigDecimal lastPrice() {
        if (!trades.isEmpty()) {
            return trades.peekLast().price();
        }
        return minutes.isEmpty() ? best(true) : minutes.get(minutes.size() - 1).close();
    }

    /**
     * The day so far.
     *
     * @return null before its first bar.
     */
    public Bar day() {
        return day;
    }

    /**
     * The day before.
     *
     * @return null if there was none.
     */
    public Bar previousDay() {
        return previousDay;
    }

    /**
     * Whether trading is halted.
     *
     * @return false if it goes on.
     */
    public boolean isHalted() {
        return halted;
    }
}
