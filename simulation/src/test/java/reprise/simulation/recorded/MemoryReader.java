package reprise.simulation.recorded;

import org.agrona.DirectBuffer;
import reprise.port.RecordSource;

/** A log in memory as a reader of one on disk. */
record MemoryReader(RecordSource records) implements RecordReader {
    @Override
    public boolean next() {
        return records.next();
    }

    @Override
    public DirectBuffer buffer() {
        return records.buffer();
    }

    @Override
    public int offset() {
        return records.offset();
    }

    @Override
    public int lengthBytes() {
        return records.lengthBytes();
    }

    @Override
    public void close() {
        // nothing to release
    }
}
