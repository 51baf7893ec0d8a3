package reprise.simulation.alpaca.wire;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Bar;
import reprise.simulation.alpaca.market.PriceBand;
import reprise.simulation.alpaca.market.Quote;
import reprise.simulation.alpaca.market.Trade;

/** Prices as messages have them, in the streams and in answers: numbers as numbers. Stateless. */
public final class MarketWire {
    private static final String TAPE = "C";
    private static final String EXCHANGE = "V";
    private static final BigDecimal DEPTH = new BigDecimal("2");

    private MarketWire() {}

    /**
     * Puts type and symbol before a payload, as streams have it.
     *
     * @param type one letter.
     * @param asset of the payload.
     * @param payload the rest.
     * @return a message.
     */
    public static Map<String, Object> message(final String type, final Asset asset, final Map<String, Object> payload) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("T", type);
        fields.put("S", asset.symbol());
        fields.putAll(payload);
        return fields;
    }

    /**
     * A trade.
     *
     * @param asset in what.
     * @param trade the trade.
     * @return its fields; exchange, conditions and tape for stocks, the taker for pairs.
     */
    public static Map<String, Object> trade(final Asset asset, final Trade trade) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("t", Stamps.utc(trade.timeNs()));
        fields.put("p", trade.price());
        fields.put("s", trade.size());
        fields.put("i", trade.id());
        if (asset.isCrypto()) {
            fields.put("tks", trade.buyerTook() ? "B" : "S");
        } else {
            fields.put("x", EXCHANGE);
            fields.put("c", List.of("@"));
            fields.put("z", TAPE);
        }
        return fields;
    }

    /**
     * A quote.
     *
     * @param asset of what.
     * @param quote the quote.
     * @return its fields.
     */
    public static Map<String, Object> quote(final Asset asset, final Quote quote) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("t", Stamps.utc(quote.timeNs()));
        if (!asset.isCrypto()) {
            fields.put("bx", EXCHANGE);
            fields.put("ax", EXCHANGE);
            fields.put("c", List.of("R"));
            fields.put("z", TAPE);
        }
        fields.put("bp", quote.bid());
        fields.put("bs", quote.bidSize());
        fields.put("ap", quote.ask());
        fields.put("as", quote.askSize());
        return fields;
    }

    /**
     * A bar.
     *
     * @param bar the bar.
     * @return its fields; the time is its start.
     */
    public static Map<String, Object> bar(final Bar bar) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("t", Stamps.utc(bar.startNs()));
        fields.put("o", bar.open());
        fields.put("h", bar.high());
        fields.put("l", bar.low());
        fields.put("c", bar.close());
        fields.put("v", bar.volume());
        fields.put("n", bar.trades());
        fields.put("vw", bar.vwap());
        return fields;
    }

    /**
     * A halt or the end of one, as the exchanges of tape C say it.
     *
     * @param halted which of the two.
     * @param timeNs when.
     * @return its fields.
     */
    public static Map<String, Object> status(final boolean halted, final long timeNs) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sc", halted ? "H" : "T");
        fields.put("sm", halted ? "Trading Halt" : "Trading Resumption");
        fields.put("rc", halted ? "T1" : "");
        fields.put("rm", halted ? "Halt News Pending" : "");
        fields.put("t", Stamps.utc(timeNs));
        fields.put("z", TAPE);
        return fields;
    }

    /**
     * Limit up and limit down.
     *
     * @param band the bands.
     * @return its fields.
     */
    public static Map<String, Object> band(final PriceBand band) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("u", band.up());
        fields.put("d", band.down());
        fields.put("i", "B");
        fields.put("t", Stamps.utc(band.timeNs()));
        fields.put("z", TAPE);
        return fields;
    }

    /**
     * A trade that was another.
     *
     * @param original as reported.
     * @param corrected as it was.
     * @return its fields.
     */
    public static Map<String, Object> correction(final Trade original, final Trade corrected) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("x", EXCHANGE);
        fields.put("oi", original.id());
        fields.put("op", original.price());
        fields.put("os", original.size());
        fields.put("oc", List.of("@"));
        fields.put("ci", corrected.id());
        fields.put("cp", corrected.price());
        fields.put("cs", corrected.size());
        fields.put("cc", List.of("@"));
        fields.put("t", Stamps.utc(corrected.timeNs()));
        fields.put("z", TAPE);
        return fields;
    }

    /**
     * A trade that never was.
     *
     * @param original as reported.
     * @param timeNs when that was found out.
     * @return its fields.
     */
    public static Map<String, Object> cancel(final Trade original, final long timeNs) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("i", original.id());
        fields.put("x", EXCHANGE);
        fields.put("p", original.price());
        fields.put("s", original.size());
        fields.put("a", "C");
        fields.put("t", Stamps.utc(timeNs));
        fields.put("z", TAPE);
        return fields;
    }

    /**
     * The book of a pair: the quote and one level behind it on each side.
     *
     * @param quote best of it; null for no book yet.
     * @param before the quote before, whose levels are taken away; null for the whole book.
     * @param timeNs when.
     * @return the whole book, or what changed.
     */
    public static Map<String, Object> book(final Quote quote, final Quote before, final long timeNs) {
        final Map<BigDecimal, BigDecimal> bids = new LinkedHashMap<>();
        final Map<BigDecimal, BigDecimal> asks = new LinkedHashMap<>();
        if (before != null) {
            putLevels(bids, before.bid(), before.ask().subtract(before.bid()).negate(), BigDecimal.ZERO);
            putLevels(asks, before.ask(), before.ask().subtract(before.bid()), BigDecimal.ZERO);
        }
        if (quote != null) {
            putLevels(bids, quote.bid(), quote.ask().subtract(quote.bid()).negate(), quote.bidSize());
            putLevels(asks, quote.ask(), quote.ask().subtract(quote.bid()), quote.askSize());
        }
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("t", Stamps.utc(timeNs));
        fields.put("b", levels(bids));
        fields.put("a", levels(asks));
        if (before == null) {
            fields.put("r", true);
        }
        return fields;
    }

    private static void putLevels(
            final Map<BigDecimal, BigDecimal> levels,
            final BigDecimal best,
            final BigDecimal step,
            final BigDecimal size) {
        levels.put(best.stripTrailingZeros(), size);
        levels.put(best.add(step).stripTrailingZeros(), size.multiply(DEPTH));
    }

    private static List<Object> levels(final Map<BigDecimal, BigDecimal> sizes) {
        return sizes.entrySet().stream()
                .<Object>map(level -> {
                    final Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("p", level.getKey());
                    fields.put("s", level.getValue());
                    return fields;
                })
                .toList();
    }
}
