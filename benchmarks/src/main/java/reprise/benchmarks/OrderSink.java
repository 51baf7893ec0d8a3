package reprise.benchmarks;

import org.HdrHistogram.Histogram;

/**
 * Where the bytes of orders end, in place of a socket: an order for each frame, in their order. Measures from when the frame should have come,
 * so what waits because something before it was slow counts as slow. The times are written by the thread of the socket before it publishes, all
 * else belongs to the thread that orders.
 */
final class OrderSink {
    private static final int TIMES = 1 << 20;
    private static final long LONGEST_NS = 100_000_000_000L;
    private static final int SIGNIFICANT_DIGITS = 3;

    private final long[] intendedNs = new long[TIMES];
    private final Histogram latencies = new Histogram(LONGEST_NS, SIGNIFICANT_DIGITS);
    private long orders;
    private long bytes;

    /** A frame is to come. */
    void expect(final long number, final long timeNs) {
        intendedNs[(int) number & TIMES - 1] = timeNs;
    }

    /** The body of an order is ready to be sent. */
    void onOrder(final byte[] body, final int length) {
        final long latencyNs = System.nanoTime() - intendedNs[(int) orders & TIMES - 1];
        latencies.recordValue(Math.min(LONGEST_NS, Math.max(0, latencyNs)));
        orders++;
        bytes += length + body[length - 1];
    }

    /** How many orders came since the beginning. */
    long orders() {
        return orders;
    }

    /** Depends on every body. */
    long bytes() {
        return bytes;
    }

    Histogram latencies() {
        return latencies;
    }
}
