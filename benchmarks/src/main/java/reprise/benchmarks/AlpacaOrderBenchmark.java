package reprise.benchmarks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import reprise.alpaca.order.AlpacaInstruments;
import reprise.alpaca.order.OrderDesk;
import reprise.alpaca.order.OrderEncoder;
import reprise.alpaca.order.OrderSettings;
import reprise.alpaca.rest.RestClient;
import reprise.alpaca.rest.RestClock;
import reprise.alpaca.stream.StreamHandler;
import reprise.alpaca.wire.TradeUpdate;
import reprise.alpaca.wire.TradingReader;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.port.VenueLink;

/**
 * What does it take from the bytes of a trade update to the bytes of the fill, in a slot of memory, with all that is checked in between; and
 * from an order's terms to the bytes of the request? Controls: the same update only read; and a scanner written by hand for this message alone,
 * which checks nothing and knows no orders. Run with {@code -prof gc}: what grows are the orders, each a thousand fills, and nothing else.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class AlpacaOrderBenchmark {
    private static final int DIGITS = 9;
    private static final long FIRST = 100_000_000;
    private static final String FILLED = "100000000";
    private static final int FILLS_OF_AN_ORDER = 1_000;
    private static final InstrumentDefinition AAPL =
            new InstrumentDefinition(0, 0, "AAPL", "AAPL", "USD", 4, 0, 100, 1, 0);

    private final Slot slot = new Slot();
    private final TradingReader reader = new TradingReader();
    private final TradeUpdate update = new TradeUpdate();
    private final HandScanner hand = new HandScanner(new EventPublisher(slot));
    private final OrderEncoder encoder = new OrderEncoder();
    private final OrderTerms terms = new OrderTerms()
            .set(Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 100)
            .limitPrice(1_895_100);
    private RestClient rest;
    private OrderDesk desk;
    private StreamHandler stream;
    private byte[] first;
    private byte[] fill;
    private int[] firstOrderAt;
    private int[] fillOrderAt;
    private int at;
    private long filled;
    private long order = FIRST;

    private static String update(final String event, final String status, final String filledQuantity) {
        return "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"" + event
                + "\",\"execution_id\":\"5f0c1a3e-6d0b-4b55-9a0d-5f9b0f3a1c11\",\"price\":\"189.51\",\"qty\":\"1\","
                + "\"position_qty\":\"40\",\"timestamp\":\"2026-02-23T15:30:00.123456789Z\","
                + "\"order\":{\"id\":\"7b08df51-0000-4000-8000-000100000000\",\"client_order_id\":\"run-100000000\","
                + "\"symbol\":\"AAPL\",\"asset_class\":\"us_equity\",\"side\":\"buy\",\"type\":\"limit\","
                + "\"order_type\":\"limit\",\"order_class\":\"\",\"qty\":\"999999999\",\"notional\":null,"
                + "\"filled_qty\":\"" + filledQuantity + "\",\"filled_avg_price\":\"189.51\",\"limit_price\":\"189.6\","
                + "\"stop_price\":null,\"status\":\"" + status + "\",\"time_in_force\":\"day\","
                + "\"extended_hours\":false,\"replaced_by\":null,\"replaces\":null,\"legs\":null,\"hwm\":null,"
                + "\"created_at\":\"2026-02-23T15:29:59.9Z\",\"updated_at\":\"2026-02-23T15:30:00.13Z\"}}}";
    }

    /** An order that has traded in part, and a message that says that it trades on. */
    @Setup(Level.Iteration)
    public void setUp() {
        rest = new RestClient(
                new RestClient.Settings("KEY", "SECRET", Duration.ofSeconds(1), 200),
                RestClock.SYSTEM,
                new SplittableRandom(1));
        desk = new OrderDesk(
                new OrderSettings(0, "run", false, 0, Duration.ofSeconds(1), Duration.ofSeconds(90)),
                new AlpacaInstruments(0, List.of(AAPL)),
                rest.service(URI.create("http://127.0.0.1:1")),
                new OrderDesk.Keys("KEY", "SECRET"),
                slot,
                RestClock.SYSTEM);
        stream = desk.stream();
        first = update("partial_fill", "partially_filled", FILLED)
                .replace("\"qty\":\"1\"", "\"qty\":\"" + FILLED + "\"")
                .getBytes(StandardCharsets.US_ASCII);
        nameOrder(first, orderAt(first));
        stream.onFrame(null, first, first.length);
        final String text = update("partial_fill", "partially_filled", FILLED);
        fill = text.getBytes(StandardCharsets.US_ASCII);
        firstOrderAt = orderAt(first);
        fillOrderAt = orderAt(fill);
        nameOrder(fill, fillOrderAt);
        at = text.indexOf("\"filled_qty\":\"") + "\"filled_qty\":\"".length();
        filled = FIRST;
    }

    /** Ends what the iteration began. */
    @TearDown(Level.Iteration)
    public void tearDown() {
        desk.close();
        rest.close();
    }

    /** Returns whether it is another order's from now on. */
    private boolean next() {
        final boolean isNew = filled == FIRST + FILLS_OF_AN_ORDER;
        if (isNew) {
            filled = FIRST;
            order++;
            nameOrder(first, firstOrderAt);
            nameOrder(fill, fillOrderAt);
        }
        digits(fill, at, ++filled);
        return isNew;
    }

    /** Where Alpaca's name and ours of the order end with a number. */
    private static int[] orderAt(final byte[] message) {
        final String text = new String(message, StandardCharsets.US_ASCII);
        return new int[] {text.indexOf("\",\"client_order_id") - DIGITS, text.indexOf("run-") + "run-".length()};
    }

    private void nameOrder(final byte[] message, final int... places) {
        for (final int place : places) {
            digits(message, place, order);
        }
    }

    private static void digits(final byte[] message, final int at, final long number) {
        long rest = number;
        for (int i = at + DIGITS - 1; i >= at; i--) {
            message[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** A fill, told. */
    @Benchmark
    public long fillToEvent() {
        if (next()) {
            stream.onFrame(null, first, first.length);
        }
        stream.onFrame(null, fill, fill.length);
        return slot.written;
    }

    /** The same, only read. */
    @Benchmark
    public boolean fillOnlyRead() {
        next();
        return reader.readUpdate(fill, fill.length, update);
    }

    /** The least it can take. */
    @Benchmark
    public long handWrittenScanner() {
        next();
        hand.decodeFill(fill);
        return slot.written;
    }

    /** An order, written. */
    @Benchmark
    public int orderToBytes() {
        return encoder.submit(AAPL, terms, "run-1", true);
    }

    private static final class Slot implements Outlet, VenueLink {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
        private long written;

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            written += lengthBytes;
        }

        @Override
        public EventPublisher newPublisher() {
            return new EventPublisher(this);
        }

        @Override
        public void onFatal(final String why) {
            throw new IllegalStateException(why);
        }

        @Override
        public void onNotice(final String text) {
            throw new IllegalStateException(text);
        }

        @Override
        public long lastBarNs(final int instrumentId) {
            return 0;
        }

        @Override
        public long lastTradeNs(final int instrumentId) {
            return 0;
        }
    }
}
