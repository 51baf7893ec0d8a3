package reprise.app.wiring;

import org.agrona.DirectBuffer;
import reprise.journal.LogReader;
import reprise.port.RecordSource;

/** A journal's log as a replay reads it. */
record JournalRecords(LogReader reader) implements RecordSource {
    @Override
    public boolean next() {
        return reader.next();
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
