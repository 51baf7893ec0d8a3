package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import reprise.calendar.SessionCalendar;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Market;

/**
 * Day trades of stocks: an order that closes what was opened on the same day. Until 2026 a fourth one within five days was refused to small accounts.
 * Guarded by the venue's lock.
 */
final class DayTrades {
    private static final BigDecimal LARGE = new BigDecimal("25000");
    private static final int DAYS = 5;
    private static final int ALLOWED = 3;

    private final Market market;
    private final Books books;
    private final Map<Asset, BigDecimal> openedToday = new HashMap<>();

    /** Orders that were day trades, by session. */
    private final Map<Integer, Set<Order>> trades = new TreeMap<>();

    private int today;

    DayTrades(final Market market, final Books books) {
        this.market = market;
        this.books = books;
    }

    /** Before a fill is booked. */
    void onFill(final Order order, final BigDecimal quantity) {
        if (order.asset().isCrypto()) {
            return;
        }
        final BigDecimal before = books.position(order.asset()).quantity();
        final BigDecimal opened = openedToday(order.asset());
        final BigDecimal signed = order.side() == Side.BUY ? quantity : quantity.negate();
        if (before.signum() * signed.signum() >= 0) {
            openedToday.put(order.asset(), opened.add(signed));
        } else if (opened.signum() == before.signum()) {
            trades.computeIfAbsent(today, session -> new HashSet<>()).add(order);
            openedToday.put(
                    order.asset(), signed.abs().compareTo(opened.abs()) >= 0 ? BigDecimal.ZERO : opened.add(signed));
        }
    }

    private BigDecimal openedToday(final Asset asset) {
        final SessionCalendar calendar = market.hours().calendar();
        final int session = calendar.sessionAtOrAfter(market.nowNs());
        if (session != today) {
            today = session;
            openedToday.clear();
        }
        return openedToday.getOrDefault(asset, BigDecimal.ZERO);
    }

    /** Refuses an order that would close what was opened today, if that is once too often. */
    void check(final OrderRequest request, final Asset asset) {
        if (!books.terms().dayTradeRule()
                || asset.isCrypto()
                || books.lastEquity().compareTo(LARGE) >= 0) {
            return;
        }
        final boolean closesToday =
                openedToday(asset).signum() == -request.side().sign();
        final int recent = trades.entrySet().stream()
                .filter(entry -> entry.getKey() > today - DAYS)
                .mapToInt(entry -> entry.getValue().size())
                .sum();
        if (closesToday && recent >= ALLOWED) {
            throw Refusal.dayTrades();
        }
    }
}
