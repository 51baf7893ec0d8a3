package reprise.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.Envelope;
import reprise.port.EventLog;

/** A log in memory, which knows what would have been lost with the process. Written by one thread, read when that has stopped. */
public final class RecordedLog implements EventLog {
    private final List<byte[]> records = new ArrayList<>();
    private volatile int flushed;

    @Override
    public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        final byte[] bytes = new byte[lengthBytes];
        buffer.getBytes(offset, bytes);
        records.add(bytes);
    }

    @Override
    public void flush() {
        flushed = records.size();
    }

    @Override
    public void close() {
        flush();
    }

    /**
     * The records.
     *
     * @return in order of appending.
     */
    public List<byte[]> records() {
        return records;
    }

    /**
     * How many records were handed over; may be read by any thread.
     *
     * @return count.
     */
    public int flushed() {
        return flushed;
    }

    /**
     * When a record was stamped.
     *
     * @param index from 0.
     * @return engine time.
     */
    public long timeNs(final int index) {
        return Envelope.timeNs(new UnsafeBuffer(records.get(index)), 0);
    }

    /**
     * What a record is numbered.
     *
     * @param index from 0.
     * @return sequence.
     */
    public long sequence(final int index) {
        return Envelope.sequence(new UnsafeBuffer(records.get(index)), 0);
    }

    /**
     * What caused a command.
     *
     * @param index from 0.
     * @return sequence of the event.
     */
    public long causeSequence(final int index) {
        return Envelope.causeSequence(new UnsafeBuffer(records.get(index)), 0);
    }

    /**
     * Where two logs part.
     *
     * @param other to compare with.
     * @return index of the first record that differs, or -1.
     */
    public int mismatch(final RecordedLog other) {
        final int common = Math.min(records.size(), other.records.size());
        for (int i = 0; i < common; i++) {
            if (!Arrays.equals(records.get(i), other.records.get(i))) {
                return i;
            }
        }
        return records.size() == other.records.size() ? -1 : common;
    }
}
