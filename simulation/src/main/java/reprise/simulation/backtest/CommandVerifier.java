package reprise.simulation.backtest;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.Envelope;
import reprise.port.EventLog;
import reprise.port.RecordSource;

/**
 * Stands where a replay would record its commands, and compares each with the journaled one, byte for byte. Keeps the first difference
 * and compares nothing after it. Called on the command journaler's thread; {@link #hasDiverged()} may be asked from any, all else when the
 * pipeline has stopped. Allocates nothing until it finds a difference.
 */
final class CommandVerifier implements EventLog {
    private final RecordSource journaled;
    private volatile boolean diverged;
    private long verified;
    private long beyondLog;
    private long beyondEvents;
    private byte[] expectedCommand;
    private byte[] actualCommand;

    CommandVerifier(final RecordSource journaled) {
        this.journaled = journaled;
    }

    @Override
    public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        if (diverged) {
            return;
        }
        if (beyondLog > 0 || !journaled.next()) {
            beyondLog++;
        } else if (isEqual(buffer, offset, lengthBytes)) {
            verified++;
        } else {
            actualCommand = copy(buffer, offset, lengthBytes);
            diverge();
        }
    }

    private boolean isEqual(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        if (lengthBytes != journaled.lengthBytes()) {
            return false;
        }
        final DirectBuffer expected = journaled.buffer();
        final int expectedOffset = journaled.offset();
        for (int i = 0; i < lengthBytes; i++) {
            if (buffer.getByte(offset + i) != expected.getByte(expectedOffset + i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The replay is over: what is left in the journal should have been decided, unless its cause was not replayed.
     *
     * @param lastSequence of the events that were replayed.
     */
    void finish(final long lastSequence) {
        while (!diverged && beyondLog == 0 && journaled.next()) {
            if (Envelope.causeSequence(journaled.buffer(), journaled.offset()) > lastSequence) {
                beyondEvents++;
            } else {
                diverge();
            }
        }
    }

    private void diverge() {
        expectedCommand = copy(journaled.buffer(), journaled.offset(), journaled.lengthBytes());
        diverged = true;
    }

    private static byte[] copy(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        final byte[] bytes = new byte[lengthBytes];
        buffer.getBytes(offset, bytes);
        return bytes;
    }

    boolean hasDiverged() {
        return diverged;
    }

    long verified() {
        return verified;
    }

    long beyondLog() {
        return beyondLog;
    }

    long beyondEvents() {
        return beyondEvents;
    }

    /** Returns null if there is none. */
    Divergence divergence(final RecordText text) {
        if (!diverged) {
            return null;
        }
        final DirectBuffer expected = new UnsafeBuffer(expectedCommand);
        final DirectBuffer actual = actualCommand == null ? null : new UnsafeBuffer(actualCommand);
        return new Divergence(
                verified + 1, Envelope.causeSequence(expected, 0), text.ofCommand(expected), text.ofCommand(actual));
    }

    @Override
    public void flush() {
        // nothing is kept
    }

    @Override
    public void close() {
        // nothing to release
    }
}
