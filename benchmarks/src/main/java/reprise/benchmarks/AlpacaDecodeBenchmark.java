package reprise.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reprise.alpaca.market.CodecListener;
import reprise.alpaca.market.MarketCodec;
import reprise.alpaca.market.Problem;
import reprise.alpaca.market.SymbolTable;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.message.Outlet;

/**
 * What does it take from the bytes of one of Alpaca's messages to the bytes of the event, in a slot of memory? Control: a scanner written by
 * hand for these three messages alone, which takes keys in the order in which they come, checks nothing and knows one instrument. Run with
 * {@code -prof gc}: neither allocates.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class AlpacaDecodeBenchmark {
    private static final String TRADE =
            "[{\"T\":\"t\",\"S\":\"AAPL\",\"i\":96921,\"x\":\"D\",\"p\":126.55,\"s\":1,\"c\":[\"@\",\"I\"],\"z\":\"C\","
                    + "\"t\":\"2026-02-23T15:51:44.208123456Z\"}]";
    private static final String QUOTE =
            "[{\"T\":\"q\",\"S\":\"AAPL\",\"bx\":\"U\",\"bp\":126.54,\"bs\":1,\"ax\":\"Q\",\"ap\":126.56,\"as\":4,"
                    + "\"c\":[\"R\"],\"z\":\"C\",\"t\":\"2026-02-23T15:51:45.335689322Z\"}]";
    private static final String BAR =
            "[{\"T\":\"b\",\"S\":\"AAPL\",\"o\":126.5,\"h\":126.75,\"l\":126.25,\"c\":126.55,\"v\":15000,\"n\":65,"
                    + "\"vw\":126.513456,\"t\":\"2026-02-23T15:51:00Z\"}]";

    /** Which. */
    @Param({"trade", "quote", "bar"})
    public String message;

    private final Slot slot = new Slot();
    private MarketCodec codec;
    private HandScanner hand;
    private byte[] bytes;

    /** Chooses the message. */
    @Setup
    public void setUp() {
        final String text = switch (message) {
            case "trade" -> TRADE;
            case "quote" -> QUOTE;
            default -> BAR;
        };
        bytes = text.getBytes(StandardCharsets.US_ASCII);
        final InstrumentDefinition apple = new InstrumentDefinition(0, 1, "AAPL", "AAPL", "USD", 2, 0, 1, 1, 0);
        codec = new MarketCodec(new SymbolTable(List.of(apple)), new EventPublisher(slot), new Silent());
        hand = new HandScanner(new EventPublisher(slot));
    }

    /** Ours. */
    @Benchmark
    public long codec() {
        codec.decode(bytes, bytes.length);
        return slot.written;
    }

    /** The least it can take. */
    @Benchmark
    public long handWrittenScanner() {
        hand.decode(bytes, bytes.length);
        return slot.written;
    }

    private static final class Slot implements Outlet {
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
    }

    private static final class Silent implements CodecListener {
        @Override
        public boolean onControl(final byte[] text, final int start, final int length) {
            return true;
        }

        @Override
        public void onProblem(
                final Problem problem, final long count, final byte[] text, final int start, final int length) {
            throw new IllegalStateException("the messages are good");
        }
    }
}
