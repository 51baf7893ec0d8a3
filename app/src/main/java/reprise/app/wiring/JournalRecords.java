package reprise.app.wiring;

import org.agrona.DirectBuffer;
import reprise.journal.LogReader;
import reprise.message.Envelope;
import reprise.simulation.recorded.RecordReader;
import reprise.simulation.remote.EventCounts;

/**
 * A journal's log as a replay or another run reads it.
 *
 * @param reader of the log.
 * @param counts which each record is counted in.
 * @param lastSequence of the last record that is read.
 */
record JournalRecords(LogReader reader, EventCounts counts, long lastSequence) implements RecordReader {
    /** All records. */
    JournalRecords(final LogReader reader, final EventCounts counts) {
        this(reader, counts, Long.MAX_VALUE);
    }

    @Override
    public boolean next() {
        final boolean isThere = reader.sequence() < lastSequence && reader.next();
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

    @Override
    public void close() {
        reader.close();
    }
}
