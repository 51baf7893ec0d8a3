package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.Envelope;
import reprise.port.EventLog;
import reprise.port.RecordHandler;

/** Records whose every byte follows from a seed and the sequence, so that a reader can check them without having seen them written. */
final class TestRecords implements RecordHandler {
    static final long FIRST_TIME_NS = 1_700_000_000_000_000_000L;
    static final int LENGTH_BYTES_MIN = Envelope.LENGTH_BYTES + Long.BYTES;

    private final UnsafeBuffer record = new UnsafeBuffer(new byte[Frame.RECORD_BYTES_MAX]);
    private final long seed;
    private final int lengthBytesMax;
    private int lengthBytes;
    private long checked;

    TestRecords(final long seed, final int lengthBytesMax) {
        this.seed = seed;
        this.lengthBytesMax = lengthBytesMax;
    }

    /** Appends records {@code first} to {@code last} and leaves them unflushed. */
    void append(final EventLog log, final long first, final long last) {
        for (long sequence = first; sequence <= last; sequence++) {
            fill(sequence);
            log.append(record, 0, lengthBytes);
        }
    }

    private void fill(final long sequence) {
        final Random random = new Random(seed + sequence * 31);
        lengthBytes = LENGTH_BYTES_MIN + random.nextInt(lengthBytesMax - LENGTH_BYTES_MIN + 1);
        for (int i = 0; i < lengthBytes; i++) {
            record.putByte(i, (byte) random.nextInt());
        }
        record.putShort(2, (short) (1 + sequence % 3));
        Envelope.stamp(record, 0, sequence, FIRST_TIME_NS + sequence / 2);
        record.putLong(Envelope.LENGTH_BYTES, sequence);
    }

    /** Checks the next record; the first that is handed over must be the first that was written. */
    @Override
    public void onRecord(final DirectBuffer buffer, final int offset, final int length) {
        checked++;
        fill(checked);
        assertThat(length).as("length of %d", checked).isEqualTo(lengthBytes);
        for (int i = 0; i < length; i++) {
            if (buffer.getByte(offset + i) != record.getByte(i)) {
                throw new AssertionError("seed=" + seed + ", record " + checked + " differs at byte " + i);
            }
        }
    }

    long checked() {
        return checked;
    }
}
