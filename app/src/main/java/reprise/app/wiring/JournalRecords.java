package reprise.app.wiring;

import org.agrona.DirectBuffer;
import reprise.journal.LogReader;
import reprise.message.Envelope;
import reprise.port.RecordSource;
import reprise.simulation.remote.EventCounts;

/**
 * A journal's log as a replay reads it.
 *
 * @param reader of the log.
 * @param counts which each record is counted in.
 */
record JournalRecords(LogReader reader, EventCounts counts) implements RecordSource {
    /** Counted for nobody. */
    JournalRecords(final LogReader reader) {
        this(reader, new EventCounts());
    }

    @Override
    public boolean next() {
        final boolean isThere = reader.next();
        if (isThere) {
            counts.count(Envelope.templateId(reader.buffer(), reader.offset()));
        }
        return isThere;
    }

    @Override
    public DirectBuffer buffer() {
        return reader.buffer();
    }

    @Override
    public int offset() {
        return reader.offset();
    }

    @Override
    public int lengthBytes() {
        return reader.lengthBytes();
    }
}
