package reprise.benchmarks;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.message.codec.MessageHeaderDecoder;
import reprise.message.codec.TradeDecoder;

/**
 * The least that the way can take over the same ring on the same two threads: the scanner that checks nothing, a copy of each record into memory
 * mapped from a file, one position with one limit, digits put into the body of an order. What it leaves out is what an engine is for: checks,
 * checksums, books of orders and money, fills, a file that can grow.
 */
final class SketchPath implements TickPath {
    private static final int RING_SIZE = 1 << 14;
    private static final int RECORD_LENGTH = 128;
    private static final int MAPPED_LENGTH = 64 << 20;
    private static final int PRICE_LENGTH = "000.00".length();
    private static final int ID_DIGITS = 12;
    private static final String BODY = "{\"symbol\":\"AAPL\",\"qty\":\"1\",\"side\":\"buy\",\"type\":\"limit\","
            + "\"time_in_force\":\"day\",\"limit_price\":\"000.00\",\"client_order_id\":\"run-000000000000\"}";
    private static final int PRICE_AT = BODY.indexOf("000.00");
    private static final int ID_AT = BODY.indexOf("run-") + "run-".length();

    private final OrderSink sink;
    private final Disruptor<UnsafeBuffer> disruptor;
    private final RingBuffer<UnsafeBuffer> ring;
    private final UnsafeBuffer journal;
    private final HandScanner scanner;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final byte[] body = BODY.getBytes(StandardCharsets.US_ASCII);
    private long position;
    private long orders;
    private int journalAt;
    private long published;
    private volatile long handled;

    /** Starts the thread behind the ring. */
    SketchPath(final Path directory, final OrderSink sink) {
        this.sink = sink;
        journal = new UnsafeBuffer(mapped(directory.resolve("sketch")));
        disruptor = new Disruptor<>(
                () -> new UnsafeBuffer(new byte[Outlet.MAX_MESSAGE_LENGTH_BYTES]),
                RING_SIZE,
                DaemonThreadFactory.INSTANCE,
                ProducerType.SINGLE,
                new BusySpinWaitStrategy());
        final EventHandler<UnsafeBuffer> handler = (slot, sequence, endOfBatch) -> handle(slot);
        disruptor.handleEventsWith(handler);
        ring = disruptor.start();
        scanner = new HandScanner(new EventPublisher(new RingSlots()));
    }

    /** Every page is touched before it counts. */
    private static MappedByteBuffer mapped(final Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            final MappedByteBuffer buffer = channel.map(FileChannel.MapMode.READ_WRITE, 0, MAPPED_LENGTH);
            for (int at = 0; at < MAPPED_LENGTH; at += RECORD_LENGTH) {
                buffer.put(at, (byte) 1);
            }
            return buffer;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class RingSlots implements Outlet {
        private long sequence;

        @Override
        public MutableDirectBuffer claim() {
            sequence = ring.next();
            return ring.get(sequence);
        }

        @Override
        public void end(final int lengthBytes) {
            ring.publish(sequence);
        }
    }

    @Override
    public void onFrame(final byte[] frame) {
        published++;
        scanner.decode(frame, frame.length);
    }

    private void handle(final UnsafeBuffer slot) {
        record(slot);
        trade.wrapAndApplyHeader(slot, 0, header);
        final long side = orders % 2 == 0 ? 1 : -1;
        if (Math.abs(position + side) * trade.price() <= Integer.MAX_VALUE) {
            position += side;
            orders++;
            digits(PRICE_AT, PRICE_LENGTH, trade.price());
            digits(ID_AT, ID_DIGITS, orders);
            journal.putBytes(journalAt, body, 0, RECORD_LENGTH);
            advance();
            sink.onOrder(body, body.length);
        }
        handled++;
    }

    /** Puts digits where digits are. */
    private void digits(final int at, final int length, final long value) {
        long rest = value;
        for (int i = at + length - 1; i >= at; i--) {
            if (body[i] != '.') {
                body[i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
    }

    private void record(final UnsafeBuffer slot) {
        journal.putBytes(journalAt, slot, 0, RECORD_LENGTH);
        advance();
    }

    private void advance() {
        journalAt = journalAt + RECORD_LENGTH & MAPPED_LENGTH - 1;
    }

    @Override
    public void awaitIdle() {
        while (handled < published) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        awaitIdle();
        disruptor.halt();
    }
}
