package reprise.port;

import org.agrona.DirectBuffer;

/** A log that keeps nothing, for runs that are not recorded. */
public final class UnjournaledLog implements EventLog {
    @Override
    public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        // kept nowhere
    }

    @Override
    public void flush() {
        // nothing to hand over
    }

    @Override
    public void close() {
        // nothing to release
    }
}
