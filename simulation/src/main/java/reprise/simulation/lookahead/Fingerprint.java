package reprise.simulation.lookahead;

import org.agrona.DirectBuffer;
import reprise.port.EventLog;

/**
 * Keeps of a log how many records it has and a hash over their bytes, 64 bits: of two logs that differ, one pair in 2^64 is taken for equal.
 * Multiplies and folds as wyhash does, over words of 8 bytes. Allocates nothing.
 */
final class Fingerprint implements EventLog {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private long count;
    private long hash;

    @Override
    public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        count++;
        mix(lengthBytes);
        final int whole = lengthBytes & -Long.BYTES;
        for (int i = 0; i < whole; i += Long.BYTES) {
            mix(buffer.getLong(offset + i));
        }
        for (int i = whole; i < lengthBytes; i++) {
            mix(buffer.getByte(offset + i));
        }
    }

    private void mix(final long word) {
        final long a = hash ^ word;
        hash = (a ^ PRIME) * PRIME ^ Math.multiplyHigh(a ^ PRIME, PRIME);
    }

    long count() {
        return count;
    }

    long hash() {
        return hash;
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
