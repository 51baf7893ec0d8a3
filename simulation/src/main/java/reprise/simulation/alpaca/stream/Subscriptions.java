package reprise.simulation.alpaca.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one client wants to hear of a market data stream. Guarded by the venue's lock. */
final class Subscriptions {
    private static final List<String> STOCK_CHANNELS =
            List.of("trades", "quotes", "bars", "updatedBars", "dailyBars", "statuses", "lulds", "imbalances");
    private static final List<String> CRYPTO_CHANNELS =
            List.of("trades", "quotes", "orderbooks", "bars", "updatedBars", "dailyBars");
    private static final String ALL = "*";

    private final Map<String, Set<String>> symbols = new LinkedHashMap<>();
    private final boolean crypto;

    Subscriptions(final boolean crypto) {
        this.crypto = crypto;
        (crypto ? CRYPTO_CHANNELS : STOCK_CHANNELS).forEach(channel -> symbols.put(channel, new TreeSet<>()));
    }

    private Subscriptions(final Subscriptions other) {
        crypto = other.crypto;
        other.symbols.forEach((channel, set) -> symbols.put(channel, new TreeSet<>(set)));
    }

    Subscriptions copy() {
        return new Subscriptions(this);
    }

    boolean hasChannel(final String channel) {
        return symbols.containsKey(channel);
    }

    void add(final String channel, final List<String> names) {
        symbols.get(channel).addAll(names);
    }

    void remove(final String channel, final List<String> names) {
        names.forEach(symbols.get(channel)::remove);
    }

    boolean wants(final String channel, final String symbol) {
        final Set<String> set = symbols.get(channel);
        return set != null && (set.contains(symbol) || set.contains(ALL));
    }

    /** How many symbols count against a plan: those of trades and quotes. */
    int counted() {
        return symbols.get("trades").size() + symbols.get("quotes").size();
    }

    /** The whole set, with what comes by itself with trades of stocks. */
    Map<String, Object> message() {
        final Map<String, Object> message = new LinkedHashMap<>();
        message.put("T", "subscription");
        symbols.forEach((channel, set) -> message.put(channel, new ArrayList<>(set)));
        if (!crypto) {
            message.put("corrections", new ArrayList<>(symbols.get("trades")));
            message.put("cancelErrors", new ArrayList<>(symbols.get("trades")));
        }
        return message;
    }
}
