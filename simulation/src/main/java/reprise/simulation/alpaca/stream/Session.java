package reprise.simulation.alpaca.stream;

import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.xnio.IoUtils;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;
import reprise.simulation.alpaca.fault.Faults;

/**
 * One client's connection to a stream. Messages are queued and written by a thread of its own, in their order. What arrives is handled by the
 * stream, under the venue's lock.
 */
final class Session {
    private static final int CAPACITY = 20_000;
    private static final long NS_PER_MS = 1_000_000L;
    private static final int CLOSE_NORMAL = 1000;

    private final WebSocketChannel channel;
    private final String path;
    private final boolean binary;
    private final Faults faults;
    private final BlockingQueue<Outgoing> queue = new ArrayBlockingQueue<>(CAPACITY);
    private boolean authenticated;
    private String late;
    private long silentUntilNanoTime;
    private boolean silent;
    private volatile boolean isOver;

    /** A message and how long it waits before it is written; without text it closes. */
    private record Outgoing(String text, long delayMs) {
        private static final Outgoing CLOSE = new Outgoing(null, 0);
    }

    Session(final WebSocketChannel channel, final String path, final boolean binary, final Faults faults) {
        this.channel = channel;
        this.path = path;
        this.binary = binary;
        this.faults = faults;
        final Thread writer = new Thread(this::write, "alpaca-stream" + path.replace('/', '-'));
        writer.setDaemon(true);
        writer.start();
    }

    boolean isAuthenticated() {
        return authenticated;
    }

    void authenticated() {
        authenticated = true;
    }

    /** What the protocol says; never subject to faults but silence. */
    synchronized void answer(final String text) {
        if (!isSilent()) {
            enqueue(new Outgoing(text, 0));
        }
    }

    /** Data, which may come twice, late, in another order, or not at all. Returns false if the client is too slow for it. */
    synchronized boolean send(final String text) {
        if (isSilent()) {
            return true;
        }
        if (late == null && faults.take(FaultKind.REORDER, path).isPresent()) {
            late = text;
            return true;
        }
        final Optional<Fault> delay = faults.take(FaultKind.DELAY, path);
        final int copies = faults.take(FaultKind.DUPLICATE, path).isPresent() ? 2 : 1;
        final List<Outgoing> messages = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            messages.add(new Outgoing(text, i == 0 ? delay.map(Fault::ms).orElse(0L) : 0));
        }
        if (late != null) {
            messages.add(new Outgoing(late, 0));
            late = null;
        }
        return messages.stream().allMatch(this::enqueue);
    }

    private boolean enqueue(final Outgoing message) {
        return queue.offer(message);
    }

    int backlog() {
        return queue.size();
    }

    /** Says nothing more for a time, or for good. */
    synchronized void fallSilent(final long ms) {
        silent = true;
        silentUntilNanoTime = ms == 0 ? Long.MAX_VALUE : System.nanoTime() + ms * NS_PER_MS;
    }

    private boolean isSilent() {
        if (silent && silentUntilNanoTime != Long.MAX_VALUE && System.nanoTime() - silentUntilNanoTime >= 0) {
            silent = false;
        }
        return silent;
    }

    /** Says one more thing at most, then closes. */
    void closeAfter(final String lastWords) {
        answer(lastWords);
        if (!queue.offer(Outgoing.CLOSE)) {
            cut();
        }
    }

    /** Ends the connection without a word. Its I/O thread does it, so that nothing is written at the same time. */
    void cut() {
        closed();
        channel.getIoThread().execute(() -> IoUtils.safeClose(channel));
    }

    private void write() {
        try {
            for (Outgoing next = queue.take(); next.text != null && !isOver; next = queue.take()) {
                if (next.delayMs > 0) {
                    Thread.sleep(next.delayMs);
                }
                write(next.text);
            }
            if (!isOver) {
                WebSockets.sendCloseBlocking(CLOSE_NORMAL, "", channel);
            }
        } catch (final IOException e) {
            // The client is gone; the stream hears it from the channel.
            queue.clear();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(final String text) throws IOException {
        if (binary) {
            WebSockets.sendBinaryBlocking(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), channel);
        } else {
            WebSockets.sendTextBlocking(text, channel);
        }
    }

    /** The connection is over: nothing more is written. */
    void closed() {
        isOver = true;
        queue.clear();
        queue.offer(Outgoing.CLOSE);
    }
}
