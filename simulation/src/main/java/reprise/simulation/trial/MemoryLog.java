package reprise.simulation.trial;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.Outlet;
import reprise.port.EventLog;
import reprise.port.RecordHandler;
import reprise.port.RecordSource;

/**
 * A log on the disk of a trial. What was not flushed is not there when somebody reads it, and neither is what was written in part.
 *
 * <pre>
 *   +----------+----------+----------------+
 *   | length   | checksum | record         |  4 + 4 + length bytes
 *   +----------+----------+----------------+
 * </pre>
 */
final class MemoryLog implements EventLog {
    private static final int HEADER_BYTES = 8;
    private static final int INITIAL_BYTES = 1 << 16;

    private final Disk disk;
    private final byte[] record = new byte[HEADER_BYTES + Outlet.MAX_MESSAGE_LENGTH_BYTES];
    private final UnsafeBuffer recordBuffer = new UnsafeBuffer(record);
    private RecordHandler witness = (buffer, offset, lengthBytes) -> {};
    private byte[] bytes = new byte[INITIAL_BYTES];
    private int written;
    private int flushed;

    /**
     * An empty log.
     *
     * @param disk it is on.
     */
    MemoryLog(final Disk disk) {
        this.disk = disk;
    }

    /** Another process takes over: what was not flushed is lost, and what is not whole is cut off. */
    void takeOver() {
        flushed += disk.torn(written - flushed);
        final Reader reader = new Reader();
        boolean isWhole = reader.next();
        while (isWhole) {
            isWhole = reader.next();
        }
        flushed = reader.next;
        written = flushed;
    }

    /** Shows every record that is written whole from now on. */
    void witness(final RecordHandler newWitness) {
        witness = newWitness;
    }

    @Override
    public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        recordBuffer.putInt(0, lengthBytes);
        buffer.getBytes(offset, record, HEADER_BYTES, lengthBytes);
        recordBuffer.putInt(Integer.BYTES, checksum(record, HEADER_BYTES, lengthBytes));
        final int length = HEADER_BYTES + lengthBytes;
        final int accepted = disk.accept(length);
        while (written + accepted > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        System.arraycopy(record, 0, bytes, written, accepted);
        written += accepted;
        if (accepted < length) {
            // What a failed write left behind may well reach the disk.
            flushed = written;
            throw new DiskFailure("wrote " + accepted + " of " + length + " bytes");
        }
        witness.onRecord(buffer, offset, lengthBytes);
    }

    private static int checksum(final byte[] bytes, final int offset, final int lengthBytes) {
        final CRC32 crc = new CRC32();
        crc.update(bytes, offset, lengthBytes);
        return (int) crc.getValue();
    }

    @Override
    public void flush() {
        if (disk.hasFailed()) {
            throw new DiskFailure("the disk has failed");
        }
        disk.mayCrash();
        flushed = written;
    }

    @Override
    public void close() {
        // what was not flushed is lost, as in a crash
    }

    /** What is on the disk, up to the first record that is not whole. */
    RecordSource reader() {
        return new Reader();
    }

    /** A cursor. */
    private final class Reader implements RecordSource {
        private final UnsafeBuffer disk = new UnsafeBuffer(bytes, 0, flushed);
        private int next;
        private int offset;
        private int length;

        @Override
        public boolean next() {
            if (next + HEADER_BYTES > disk.capacity()) {
                return false;
            }
            length = disk.getInt(next);
            offset = next + HEADER_BYTES;
            if (length <= 0
                    || offset + length > disk.capacity()
                    || disk.getInt(next + Integer.BYTES) != checksum(bytes, offset, length)) {
                return false;
            }
            next = offset + length;
            return true;
        }

        @Override
        public DirectBuffer buffer() {
            return disk;
        }

        @Override
        public int offset() {
            return offset;
        }

        @Override
        public int lengthBytes() {
            return length;
        }
    }
}
