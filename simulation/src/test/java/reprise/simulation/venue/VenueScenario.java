package reprise.simulation.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.EventPrinter;
import reprise.message.EventPublisher;
import reprise.message.FieldWriter;
import reprise.message.InstrumentScales;
import reprise.message.Outlet;
import reprise.message.Templates;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.BarList;

/**
 * Plays a table against a venue: one line an action, with the events it must cause after an arrow. Bars themselves are not listed.
 *
 * <pre>
 *   bar   00:00 100 101 99 100.50 1000
 *   buy   #1 10 market gtc               -> accepted #1
 *   open  00:01 100.60 101 100 100.20 1000 -> filled #1 10 @ 100.60 fee 0 at 00:01
 *   close
 * </pre>
 */
final class VenueScenario {
    /** Prices with 2 decimals on ticks of 0.01, whole quantities in lots of 1. */
    static final InstrumentDefinition STOCK =
            new InstrumentDefinition(0, 1, "ABC", "ABC", "USD", 2, 0, 1, 1, Money.parse("10"));

    /** The same on ticks of 0.05 and lots of 10, without a minimum. */
    static final InstrumentDefinition COARSE = new InstrumentDefinition(1, 1, "XYZ", "XYZ", "USD", 2, 0, 5, 10, 0);

    private static final Instant DAY = Instant.parse("2024-01-02T00:00:00Z");
    private static final long NS = 1_000_000_000L;

    private final long periodNs;
    private final List<String> happened = new ArrayList<>();
    private final InstrumentScales scales = new InstrumentScales();
    private final SimulatedVenue venue;
    private BarList bar;
    private int instrumentId;
    private boolean tellsMarket;

    private VenueScenario(final VenueConfig config, final String cash, final Duration period) {
        periodNs = period.toNanos();
        final Listener listener = new Listener();
        final EventPublisher events = new EventPublisher(listener);
        events.onInstrumentDefined(STOCK);
        events.onInstrumentDefined(COARSE);
        venue = new SimulatedVenue(config, List.of(STOCK, COARSE), Money.parse(cash), "USD", listener);
        venue.connect(DAY.getEpochSecond() * NS);
        happened.clear();
    }

    /** Also says when the engine hears of the market. */
    static void playWithMarket(final VenueConfig config, final String table) {
        final VenueScenario scenario = new VenueScenario(config, "1000000", Duration.ofMinutes(1));
        scenario.tellsMarket = true;
        table.lines().filter(line -> !line.isBlank()).forEach(scenario::line);
    }

    static void play(final VenueConfig config, final String table) {
        play(config, "1000000", Duration.ofMinutes(1), table);
    }

    static void play(final VenueConfig config, final String cash, final Duration period, final String table) {
        final VenueScenario scenario = new VenueScenario(config, cash, period);
        table.lines().filter(line -> !line.isBlank()).forEach(scenario::line);
    }

    private void line(final String line) {
        final String[] parts = line.split("->", 2);
        final String[] words = parts[0].strip().split("\\s+");
        act(words);
        final String expected = parts.length == 1 ? "" : parts[1].strip().replaceAll("\\s+", " ");
        final String actual = String.join("; ", happened);
        assertThat(withoutUnsaid(actual, expected)).as(line.strip()).isEqualTo(expected);
        happened.clear();
    }

    /** Times and fees are compared where the table says them. */
    private static String withoutUnsaid(final String actual, final String expected) {
        String text = actual;
        if (!expected.contains(" at ")) {
            text = text.replaceAll(" at [^;]+", "");
        }
        if (!expected.contains(" fee ")) {
            text = text.replaceAll(" fee [0-9.-]+", "");
        }
        return text;
    }

    private void act(final String[] words) {
        switch (words[0]) {
            case "abc" -> instrumentId = 0;
            case "xyz" -> instrumentId = 1;
            case "bar" -> {
                openBar(words);
                venue.closeBar(instrumentId, bar);
            }
            case "open" -> openBar(words);
            case "close" -> venue.closeBar(instrumentId, bar);
            case "buy" -> submit(Side.BUY, words);
            case "sell" -> submit(Side.SELL, words);
            case "extremes" ->
                assertThat(venue.reachExtremes(instrumentId, bar)).isTrue();
            case "cancel" -> venue.cancelOrder(orderId(words[1]), instrumentId);
            case "replace" ->
                venue.replaceOrder(
                        orderId(words[1]),
                        instrumentId,
                        1,
                        Long.parseLong(words[2]),
                        priceAfter(words, "@"),
                        priceAfter(words, "stop"));
            case "query" -> {
                scales.orderOf(orderId(words[1]), instrumentId);
                venue.queryOrder(orderId(words[1]), instrumentId);
            }
            case "until" -> {
                while (venue.nextDueNs() <= timeNs(words[1])) {
                    venue.runDue();
                }
            }
            case "end" -> venue.endOfData();
            case "quote" ->
                venue.quote(
                        instrumentId,
                        timeNs(words[1]),
                        price(words[2]),
                        Long.parseLong(words[3]),
                        price(words[4]),
                        Long.parseLong(words[5]));
            case "trade" ->
                venue.trade(
                        instrumentId,
                        timeNs(words[1]),
                        price(words[2]),
                        Long.parseLong(words[3]),
                        words.length == 4 ? Aggressor.UNKNOWN : Aggressor.valueOf(words[4].toUpperCase(Locale.ROOT)));
            case "level" ->
                venue.bookLevel(
                        instrumentId,
                        timeNs(words[1]),
                        Side.valueOf(words[2].toUpperCase(Locale.ROOT)),
                        price(words[3]),
                        Long.parseLong(words[4]));
            case "clear" -> venue.bookCleared(instrumentId, timeNs(words[1]));
            case "status" ->
                venue.instrumentStatus(
                        instrumentId, timeNs(words[1]), InstrumentStatus.valueOf(words[2].toUpperCase(Locale.ROOT)));
            case "reconcile" -> venue.requestReconciliation(1, Long.MAX_VALUE);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void openBar(final String[] words) {
        bar = new BarList(periodNs)
                .bar(
                        timeNs(words[1]),
                        price(words[2]),
                        price(words[3]),
                        price(words[4]),
                        price(words[5]),
                        Long.parseLong(words[6]));
        bar.next();
        venue.openBar(instrumentId, bar);
    }

    private void submit(final Side side, final String[] words) {
        final long limit = priceAfter(words, "@");
        final long stop = priceAfter(words, "stop");
        final long trail = priceAfter(words, "trail");
        final OrderType type;
        if (trail != 0) {
            type = OrderType.TRAILING_STOP;
        } else if (stop != 0) {
            type = limit == 0 ? OrderType.STOP : OrderType.STOP_LIMIT;
        } else if (List.of(words).contains("maker")) {
            type = OrderType.LIMIT_MAKER;
        } else {
            type = List.of(words).contains("@") ? OrderType.LIMIT : OrderType.MARKET;
        }
        final int entry = List.of(words).indexOf("for");
        final long orderId = orderId(words[1]);
        scales.orderOf(orderId, instrumentId);
        venue.submitOrder(
                orderId,
                instrumentId,
                1,
                new OrderTerms()
                        .set(
                                side,
                                type,
                                TimeInForce.valueOf(words[words.length - 1].toUpperCase(Locale.ROOT)),
                                Long.parseLong(words[2]))
                        .limitPrice(limit)
                        .stopPrice(stop)
                        .trailDistance(trail)
                        .entryOrderId(entry < 0 ? 0 : orderId(words[entry + 1])));
    }

    private static long priceAfter(final String[] words, final String word) {
        final int index = List.of(words).indexOf(word);
        return index < 0 ? 0 : price(words[index + 1]);
    }

    private static long orderId(final String word) {
        return Long.parseLong(word.substring(1));
    }

    private static long price(final String word) {
        return Decimals.parse(word, 2);
    }

    private static long timeNs(final String word) {
        if (word.length() > 12) {
            return Instant.parse(word).getEpochSecond() * NS;
        }
        return DAY.getEpochSecond() * NS + LocalTime.parse(word).toNanoOfDay();
    }

    /** Puts each event into the table's words. */
    private final class Listener implements Outlet, FieldWriter {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
        private final EventDispatcher dispatcher = new EventDispatcher(new EventPrinter(this, scales));
        private final Map<String, String> fields = new TreeMap<>();

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            fields.clear();
            dispatcher.dispatch(buffer, 0);
            final String name = Templates.name(Envelope.templateId(buffer, 0));
            final String order = fields.containsKey("orderId") ? " #" + fields.get("orderId") : "";
            final String trade =
                    " " + fields.get("quantity") + " @ " + fields.get("price") + " fee " + fields.get("fee");
            final String at = " at " + shortTime(Envelope.timeNs(buffer, 0));
            final String text = switch (name) {
                case "BarClosed", "Quote", "Trade", "BookLevel", "BookCleared", "InstrumentStatusChanged" ->
                    tellsMarket ? name.toLowerCase(Locale.ROOT) + at : null;
                case "OrderFilled" -> "filled" + order + trade + at;
                case "OrderPartiallyFilled" -> "partial" + order + trade + at;
                case "OrderAccepted" -> "accepted" + order + at;
                case "OrderCancelled" -> "cancelled" + order + at;
                case "OrderExpired" -> "expired" + order + at;
                case "OrderRejected" -> "rejected" + order + " " + fields.get("reason") + at;
                case "CancelRejected" -> "cancel-rejected" + order + " " + fields.get("reason") + at;
                case "ReplaceRejected" -> "replace-rejected" + order + " " + fields.get("reason") + at;
                case "OrderReplaced" ->
                    "replaced" + order + " " + fields.get("quantity") + " @ " + fields.get("limitPrice")
                            + ("0".equals(fields.getOrDefault("stopPrice", "0"))
                                    ? ""
                                    : " stop " + fields.get("stopPrice"))
                            + at;
                case "OrderTriggered" -> "triggered" + order + at;
                case "OrderNotFound" -> "not-found" + order + at;
                case "OrderReported" ->
                    "reported" + order + " " + fields.get("status") + " " + fields.get("filledQuantity") + " of "
                            + fields.get("quantity") + at;
                case "ReconciliationBegan" -> "view" + at;
                case "ReconciliationEnded" -> "complete" + at;
                case "PositionReported" ->
                    "position " + fields.get("instrument") + " " + fields.get("quantity") + " @ "
                            + fields.get("averagePrice") + at;
                case "AccountReported" -> "cash " + fields.get("cash") + " " + fields.get("currency") + at;
                default -> name + at;
            };
            if (text != null) {
                happened.add(text);
            }
        }

        private static String shortTime(final long timeNs) {
            final Instant time = Instant.ofEpochSecond(timeNs / NS, timeNs % NS);
            return time.isBefore(DAY.plus(Duration.ofDays(1)))
                    ? LocalTime.ofNanoOfDay(Math.floorMod(timeNs, 86_400 * NS)).toString()
                    : time.toString();
        }

        @Override
        public void number(final String name, final long value) {
            fields.put(name, Long.toString(value));
        }

        @Override
        public void decimal(final String name, final long value, final int decimals) {
            fields.put(name, Decimals.formatShort(value, Math.max(decimals, 0)));
        }

        @Override
        public void measure(final String name, final long value, final int decimals, final String unit) {
            fields.put(name, Decimals.formatShort(value, decimals) + unit);
        }

        @Override
        public void time(final String name, final long timeNs) {
            fields.put(name, Long.toString(timeNs));
        }

        @Override
        public void text(final String name, final String value) {
            fields.put(name, value);
        }
    }
}
