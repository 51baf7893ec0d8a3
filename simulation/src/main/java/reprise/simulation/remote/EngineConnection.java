package reprise.simulation.remote;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.CommandRecords;
import reprise.message.Envelope;
import reprise.message.MutedCommands;
import reprise.message.Templates;

/**
 * One engine at the other end of a socket. The feeding thread writes and waits; a thread of its own reads, puts commands into the mailbox
 * and says what else came. So neither side can wait for the other to read.
 */
final class EngineConnection implements AutoCloseable {
    /** What the reading thread has to say; {@link #GONE} is the last. */
    enum Signal {
        HELLO,
        SETTLED,
        STOPPED,
        GONE
    }

    private final SocketChannel channel;
    private final FrameReader reader;
    private final CommandRecords mailbox;

    /** A record that cannot be read is refused here, before it goes to a thread that must go on. */
    private final CommandRecords wellFormed = CommandRecords.calling(new MutedCommands());

    private final StopPlan stops;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::read, "venue-link");
    private volatile Hello hello;
    private volatile String fault;
    private volatile long commandCount;
    private boolean gone;

    /** A connection whose first frame has not been read. */
    EngineConnection(final SocketChannel channel, final CommandRecords mailbox, final StopPlan stops) {
        this.channel = channel;
        this.stops = stops;
        reader = new FrameReader(channel);
        this.mailbox = mailbox;
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                final FrameKind kind = reader.next();
                goesOn = kind != null && take(kind);
            }
        } catch (final IOException e) {
            // An engine that is killed resets the connection.
        } catch (final RuntimeException e) {
            fault = e.getMessage();
        }
        // An engine that breaks the rules, too, must notice that it is not heard any more.
        close();
        signals.add(Signal.GONE);
    }

    /** Returns false when nothing more is to be read. */
    private boolean take(final FrameKind kind) throws IOException {
        if (hello == null) {
            require(kind == FrameKind.HELLO, kind);
            hello = Hello.decode(reader.payload());
            signals.add(Signal.HELLO);
            return true;
        }
        if (kind == FrameKind.SETTLED) {
            signals.add(Signal.SETTLED);
            return true;
        }
        require(kind == FrameKind.COMMAND, kind);
        require(Templates.isCommand(Envelope.templateId(reader.payload(), 0)), kind);
        wellFormed.onCommand(reader.payload(), 0, reader.payload().capacity());
        mailbox.onCommand(reader.payload(), 0, reader.payload().capacity());
        commandCount++;
        if (stops.pass(Stop.Kind.COMMAND)) {
            signals.add(Signal.STOPPED);
            return discard();
        }
        return true;
    }

    private static void require(final boolean expected, final FrameKind kind) {
        if (!expected) {
            throw new LinkException("the engine sent what it must not now: " + kind);
        }
    }

    /** What is sent after a stop was on its way when the engine died. */
    private boolean discard() throws IOException {
        while (reader.next() != null) {
            // lost
        }
        return false;
    }

    /** Who is there, once it has said so. */
    Hello hello() {
        return hello;
    }

    /** How many commands came. */
    long commandCount() {
        return commandCount;
    }

    /** What the engine did wrong; null for nothing. */
    String fault() {
        return fault;
    }

    /** Returns the next signal; null if none comes in time. */
    Signal await(final long timeoutNs) {
        try {
            final Signal signal = signals.poll(timeoutNs, TimeUnit.NANOSECONDS);
            gone |= signal == Signal.GONE;
            return signal;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException("interrupted while waiting for the engine", e);
        }
    }

    /** Waits for the last signal, if it has not come. Returns false if it does not come in time. */
    boolean awaitGone(final long timeoutNs) {
        final long beginNanoTime = System.nanoTime();
        while (!gone && System.nanoTime() - beginNanoTime < timeoutNs) {
            await(timeoutNs);
        }
        return gone;
    }

    void write(final FrameBatch batch, final int frameCount) throws IOException {
        batch.writeTo(channel, frameCount);
    }

    /** Tells an engine that it is not wanted, and why. */
    void refuse(final String why) {
        final byte[] text = why.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        final FrameBatch batch = new FrameBatch();
        batch.add(FrameKind.REFUSED, new UnsafeBuffer(text), Math.min(text.length, FrameKind.MAX_PAYLOAD_BYTES));
        try {
            write(batch, 1);
        } catch (final IOException e) {
            // It does not want us either.
        }
        close();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            // It is closed for us, whatever the other side sees.
        }
    }
}
