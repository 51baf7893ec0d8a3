package reprise.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import reprise.port.EventLog;

/** A log that knows how long its longest flush took. Owned by the stage that appends; the figure may be read by any thread. */
final class TimedLog implements EventLog {
    private final EventLog log;
    private final AtomicLong longestFlushNs = new AtomicLong();

    TimedLog(final EventLog log) {
        this.log = log;
    }

    @Override
    public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        log.append(buffer, offset, lengthBytes);
    }

    @Override
    public void flush() {
        final long beginNs = System.nanoTime();
        log.flush();
        final long ns = System.nanoTime() - beginNs;
        if (ns > longestFlushNs.getPlain()) {
            longestFlushNs.setOpaque(ns);
        }
    }

    long longestFlushNs() {
        return longestFlushNs.getOpaque();
    }

    @Override
    public void close() {
        log.close();
    }
}
