package reprise.simulation.lookahead;

import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.port.EventLog;
import reprise.simulation.backtest.RecordText;

/**
 * Finds the first record in which two runs differ, without keeping both: the first run keeps a hash of each record, 8 bytes, the second is
 * held against it. To show what the first run had there, it is run once more.
 */
final class RecordTrail implements EventLog {
    private final RecordTrail other;
    private final long wanted;
    private final RecordText text;
    private long[] hashes = new long[1 << 10];
    private int count;
    private long found = -1;
    private DirectBuffer record;

    private RecordTrail(final RecordTrail other, final long wanted, final RecordText text) {
        this.other = other;
        this.wanted = wanted;
        this.text = text;
    }

    /** Of the first run. */
    static RecordTrail kept() {
        return new RecordTrail(null, -1, null);
    }

    /** Of the second run, held against the first. */
    RecordTrail compared() {
        return new RecordTrail(this, -1, null);
    }

    /** Of another run, of which one record is wanted, counted from 0; of events, what puts records into words learns from them. */
    static RecordTrail catching(final long wanted, final RecordText text) {
        return new RecordTrail(null, wanted, text);
    }

    @Override
    public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        if (text != null) {
            text.learn(buffer, offset);
        }
        final Fingerprint one = new Fingerprint();
        one.append(buffer, offset, lengthBytes);
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.multiplyExact(2, count));
        }
        hashes[count] = one.hash();
        final boolean differs =
                other != null && found < 0 && (count >= other.count || other.hashes[count] != one.hash());
        if (differs || count == wanted) {
            found = count;
            final byte[] copy = new byte[lengthBytes];
            buffer.getBytes(offset, copy);
            record = new UnsafeBuffer(copy);
        }
        count++;
    }

    /** The number from 0 of the first record that differs, or lacks; -1 if there is none. */
    long firstDifference() {
        return found < 0 && other != null && count < other.count ? count : found;
    }

    /** What this run had there; null if it had nothing. */
    DirectBuffer record() {
        return record;
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
