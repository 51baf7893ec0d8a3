package reprise.alpaca.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wanted of a stream: symbols by channel. Corrections and cancellations of trades come by themselves, and are never asked for.
 *
 * @param channels that are asked for.
 */
record Wanted(Map<String, List<String>> channels) {
    /** Channels that every feed has. */
    private static final List<String> PLAIN = List.of("trades", "quotes", "bars");

    static Wanted of(final List<String> symbols, final List<String> channels) {
        final Map<String, List<String>> wanted = new LinkedHashMap<>();
        channels.forEach(channel -> wanted.put(channel, symbols));
        return new Wanted(wanted);
    }

    /** Only what every feed has. */
    Wanted plain() {
        final Map<String, List<String>> plain = new LinkedHashMap<>(channels);
        plain.keySet().retainAll(PLAIN);
        return new Wanted(plain);
    }

    /** What an acknowledgement lacks, in words; empty if nothing. */
    String missingIn(final Map<String, List<String>> acknowledged) {
        final StringBuilder missing = new StringBuilder();
        channels.forEach((channel, symbols) -> {
            final List<String> lacking = new ArrayList<>(symbols);
            lacking.removeAll(acknowledged.getOrDefault(channel, List.of()));
            if (!lacking.isEmpty()) {
                missing.append(missing.isEmpty() ? "" : "; ")
                        .append(channel)
                        .append(" of ")
                        .append(shortened(lacking));
            }
        });
        return missing.toString();
    }

    private static String shortened(final List<String> symbols) {
        final int shown = Math.min(symbols.size(), 20);
        return String.join(", ", symbols.subList(0, shown))
                + (symbols.size() > shown ? " and " + (symbols.size() - shown) + " more" : "");
    }
}
