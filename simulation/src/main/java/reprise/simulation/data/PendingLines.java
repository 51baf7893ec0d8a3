package reprise.simulation.data;

import java.util.Arrays;

/**
 * Copies of lines that wait for a snapshot of the book, oldest first. When they come to more than a few megabytes, all are let go: a snapshot
 * that late answers none of them.
 */
final class PendingLines {
    private static final int FIRST_BYTES = 1 << 16;
    private static final int MAX_BYTES = 1 << 22;
    private static final int MAX_LINES = 1 << 14;

    private final Fields fields = new Fields();
    private final int[] ends = new int[MAX_LINES];
    private final long[] positions = new long[MAX_LINES];
    private byte[] bytes = new byte[FIRST_BYTES];
    private int count;
    private int read;

    /** Adds a line. Returns how many were let go for it. */
    int add(final Fields line) {
        final int length = line.end(0) - line.start(0);
        int dropped = 0;
        if (used() + length > MAX_BYTES || count == MAX_LINES) {
            dropped = clear();
        }
        final int from = used();
        if (from + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(from + length, 2 * bytes.length));
        }
        System.arraycopy(line.bytes, line.start(0), bytes, from, length);
        ends[count] = from + length;
        positions[count] = line.position;
        count++;
        return dropped;
    }

    private int used() {
        return count == 0 ? 0 : ends[count - 1];
    }

    /** The next line that was not read yet; null if there is none, and then all are gone. Valid until the next call. */
    Fields next() {
        if (read == count) {
            clear();
            return null;
        }
        fields.bytes = bytes;
        fields.count = 1;
        fields.starts[0] = read == 0 ? 0 : ends[read - 1];
        fields.ends[0] = ends[read];
        fields.position = positions[read];
        read++;
        return fields;
    }

    /** Lets all go. Returns how many had not been read. */
    int clear() {
        final int dropped = count - read;
        count = 0;
        read = 0;
        return dropped;
    }
}
