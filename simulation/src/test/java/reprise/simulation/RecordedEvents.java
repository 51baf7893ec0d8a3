package reprise.simulation;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.port.EventLog;
import reprise.port.RecordSource;

/** A log in memory that can be read again. */
public final class RecordedEvents implements EventLog {
    private final List<byte[]> records = new ArrayList<>();

    @Override
    public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        final byte[] record = new byte[lengthBytes];
        buffer.getBytes(offset, record);
        records.add(record);
    }

    public List<byte[]> records() {
        return records;
    }

    public RecordSource reader() {
        return reader(records);
    }

    public static RecordSource reader(final List<byte[]> records) {
        return new RecordSource() {
            private final UnsafeBuffer buffer = new UnsafeBuffer();
            private int index = -1;

            @Override
            public boolean next() {
                if (++index >= records.size()) {
                    return false;
                }
                buffer.wrap(records.get(index));
                return true;
            }

            @Override
            public DirectBuffer buffer() {
                return buffer;
            }

            @Override
            public int offset() {
                return 0;
            }

            @Override
            public int lengthBytes() {
                return buffer.capacity();
            }
        };
    }

    @Override
    public void flush() {
        // kept in memory
    }

    @Override
    public void close() {
        // kept in memory
    }
}
